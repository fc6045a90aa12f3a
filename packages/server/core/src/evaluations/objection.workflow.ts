import { defineWorkflow } from '@weixiang/shared';

/** 异议: everyone is answered, with a reason either way. */
export const objectionLife = defineWorkflow({
  name: 'objection.life',
  version: 1,
  initial: 'OPEN',
  states: {
    OPEN: { label: { zh: '待答复', en: 'To be answered' } },
    UPHELD: { label: { zh: '异议成立', en: 'Upheld' }, isFinal: true },
    REJECTED: { label: { zh: '异议不成立', en: 'Rejected' }, isFinal: true },
  },
  steps: {
    uphold: { label: { zh: '异议成立，重新计票', en: 'Uphold and recount' }, from: ['OPEN'], to: 'UPHELD', needs: 'evaluation.answer', input: { words: 'required' } },
    reject: { label: { zh: '异议不成立', en: 'Reject' }, from: ['OPEN'], to: 'REJECTED', needs: 'evaluation.answer', input: { words: 'required' } },
  },
});
