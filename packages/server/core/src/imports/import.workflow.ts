import { defineWorkflow } from '@weixiang/shared';

/** An import is taken by the product itself from step to step. */
export const importLife = defineWorkflow({
  name: 'import.life',
  version: 1,
  initial: 'QUEUED',
  states: {
    QUEUED: { label: { zh: '排队', en: 'Queued' } },
    RUNNING: { label: { zh: '导入中', en: 'Running' } },
    DONE: { label: { zh: '完成', en: 'Done' }, isFinal: true },
    FAILED: { label: { zh: '没有成功', en: 'Failed' }, isFinal: true },
  },
  steps: {
    start: { label: { zh: '开始', en: 'Start' }, from: ['QUEUED'], to: 'RUNNING', needs: 'ledger.import' },
    finish: { label: { zh: '完成', en: 'Finish' }, from: ['RUNNING'], to: 'DONE', needs: 'ledger.import' },
    fail: { label: { zh: '放弃', en: 'Give up' }, from: ['QUEUED', 'RUNNING'], to: 'FAILED', needs: 'ledger.import' },
  },
});
