import { defineWorkflow } from '@weixiang/shared';

/** Good partners stay, poor ones leave, always by a person's decision. */
export const partnerLife = defineWorkflow({
  name: 'partner.life',
  version: 1,
  initial: 'ADMITTED',
  states: {
    ADMITTED: { label: { zh: '准入', en: 'Admitted' } },
    REMOVED: { label: { zh: '清退', en: 'Removed' } },
  },
  steps: {
    remove: { label: { zh: '清退', en: 'Remove' }, from: ['ADMITTED'], to: 'REMOVED', needs: 'partner.admit', input: { words: 'required' } },
    readmit: { label: { zh: '重新准入', en: 'Admit again' }, from: ['REMOVED'], to: 'ADMITTED', needs: 'partner.admit', input: { words: 'required' } },
  },
});
