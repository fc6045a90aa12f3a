import type { ToldEvent } from '@weixiang/kernel';

/** What is told of partners; to whom they go and what staff note about them is not. */
export const partnerEvents: Readonly<Record<string, ToldEvent>> = {
  'partner.admitted': { label: { zh: '准入合作单位', en: 'Partner admitted' } },
  'partner.remove': { label: { zh: '清退合作单位', en: 'Partner removed' }, needs: 'partner.read' },
  'partner.readmit': { label: { zh: '重新准入合作单位', en: 'Partner admitted again' } },
};
