import { defineWorkflow } from '@weixiang/shared';

/** A person plans a reorganisation, or calls it off; the product carries it out on its day. */
export const reorganisationLife = defineWorkflow({
  name: 'reorganisation.life',
  version: 1,
  initial: 'PLANNED',
  states: {
    PLANNED: { label: { zh: '待生效', en: 'Planned' } },
    FOLLOWING: { label: { zh: '记录跟进中', en: 'Records follow' } },
    DONE: { label: { zh: '已完成', en: 'Done' }, isFinal: true },
    CANCELED: { label: { zh: '已取消', en: 'Called off' }, isFinal: true },
    FAILED: { label: { zh: '未能办理', en: 'Could not be done' }, isFinal: true },
  },
  steps: {
    carryOut: { label: { zh: '生效', en: 'Carry out' }, from: ['PLANNED'], to: 'FOLLOWING', needs: 'organisation.manage' },
    finish: { label: { zh: '完成', en: 'Finish' }, from: ['FOLLOWING'], to: 'DONE', needs: 'organisation.manage' },
    cancel: { label: { zh: '取消', en: 'Call off' }, from: ['PLANNED'], to: 'CANCELED', needs: 'organisation.manage' },
    fail: { label: { zh: '未能办理', en: 'Give up' }, from: ['PLANNED'], to: 'FAILED', needs: 'organisation.manage' },
  },
});
