import { defineWorkflow } from '@weixiang/shared';

/** An import is taken by the product itself from step to step. */
export const importLife = defineWorkflow({
  name: 'import.life',
  version: 1,
  initial: 'queued',
  states: {
    queued: { label: { zh: '排队', en: 'Queued' } },
    running: { label: { zh: '导入中', en: 'Running' } },
    done: { label: { zh: '完成', en: 'Done' }, isFinal: true },
    failed: { label: { zh: '没有成功', en: 'Failed' }, isFinal: true },
  },
  steps: {
    start: { label: { zh: '开始', en: 'Start' }, from: ['queued'], to: 'running', needs: 'ledger.import' },
    finish: { label: { zh: '完成', en: 'Finish' }, from: ['running'], to: 'done', needs: 'ledger.import' },
    fail: { label: { zh: '放弃', en: 'Give up' }, from: ['queued', 'running'], to: 'failed', needs: 'ledger.import' },
  },
});
