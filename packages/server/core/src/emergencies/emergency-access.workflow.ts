import { defineWorkflow } from '@weixiang/shared';

/** 紧急访问: it ends by itself or is ended, and somebody other than who opened it says whether it was justified. */
export const emergencyLife = defineWorkflow({
  name: 'emergency.life',
  version: 1,
  initial: 'OPEN',
  states: {
    OPEN: { label: { zh: '进行中', en: 'Open' } },
    ENDED: { label: { zh: '待复核', en: 'To be reviewed' } },
    JUSTIFIED: { label: { zh: '合理', en: 'Justified' }, isFinal: true },
    UNJUSTIFIED: { label: { zh: '不合理', en: 'Not justified' }, isFinal: true },
  },
  steps: {
    end: { label: { zh: '结束', en: 'End' }, from: ['OPEN'], to: 'ENDED', needs: 'role.grant' },
    runOut: { label: { zh: '到时结束', en: 'Run out' }, from: ['OPEN'], to: 'ENDED', needs: 'emergency.read' },
    justify: { label: { zh: '合理', en: 'Justified' }, from: ['ENDED'], to: 'JUSTIFIED', needs: 'emergency.review', input: { words: 'required' } },
    object: { label: { zh: '不合理', en: 'Not justified' }, from: ['ENDED'], to: 'UNJUSTIFIED', needs: 'emergency.review', input: { words: 'required' } },
  },
});
