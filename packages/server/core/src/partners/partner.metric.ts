import { countedMetric } from '../reports/index.js';

/** 准入且未清退: a stock. A partner belongs to the whole tenant, so it has no place in a unit's report. */
export const partnersMetric = countedMetric({
  key: 'partners.admitted',
  label: { zh: '第三方社会组织', en: 'Partners' },
  unit: { zh: '家', en: 'partners' },
  step: 3,
  definition: { zh: '期末准入且未清退的合作单位。', en: 'Partners admitted and not removed on the last day.' },
  from: 'partner',
  row: 'partner',
  prefix: 'partner',
  stock: { since: 'partner.admitted_on', goneSince: 'partner.removed_on' },
  path: null,
  record: { label: 'partner.name', href: (id) => `/partners/${id}` },
});
