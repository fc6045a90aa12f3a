import { defineWorkflow } from '@weixiang/shared';

/** 一月一评的一轮: jobs open and close it, a person answers objections, a job makes it final. */
export const evaluationRoundLife = defineWorkflow({
  name: 'evaluationRound.life',
  version: 1,
  initial: 'OPEN',
  states: {
    OPEN: { label: { zh: '评议中', en: 'Open' } },
    LAPSED: { label: { zh: '人数不足，不评等次', en: 'Below quorum, no grade' }, isFinal: true },
    PUBLISHED: { label: { zh: '公示中', en: 'Published' } },
    FINAL: { label: { zh: '已定', en: 'Final' }, isFinal: true },
  },
  steps: {
    publish: { label: { zh: '公示等次', en: 'Publish the grade' }, from: ['OPEN'], to: 'PUBLISHED', needs: 'evaluation.answer' },
    lapse: { label: { zh: '人数不足，不评等次', en: 'Close without a grade' }, from: ['OPEN'], to: 'LAPSED', needs: 'evaluation.answer' },
    recount: { label: { zh: '重新计票', en: 'Recount' }, from: ['PUBLISHED'], to: 'PUBLISHED', needs: 'evaluation.answer' },
    annul: { label: { zh: '撤销等次', en: 'Withdraw the grade' }, from: ['PUBLISHED'], to: 'LAPSED', needs: 'evaluation.answer' },
    finalise: { label: { zh: '公示期满', en: 'Make final' }, from: ['PUBLISHED'], to: 'FINAL', needs: 'evaluation.answer' },
  },
});
