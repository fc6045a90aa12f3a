import { ascending, atLeast, atMost, DateScalar, defineList, descending, inSubtree, refersTo } from '@weixiang/kernel';
import { Agreement } from './agreement.entity.js';

/** Agreements. */
export const agreementList = defineList({
  of: () => Agreement,
  name: 'Agreement',
  filter: {
    project: refersTo('project', 'project', 'Only agreements about this project.'),
    partner: refersTo('partner', 'partner', 'Only agreements with this partner.'),
    within: inSubtree('Only agreements of this unit or below.'),
    from: atLeast('signedOn', () => DateScalar, 'Only agreements signed on this day or later.'),
    to: atMost('signedOn', () => DateScalar, 'Only agreements signed on this day or earlier.'),
  },
  sort: {
    NEWEST: descending('signedOn', 'Latest signed first.'),
    OLDEST: ascending('signedOn', 'Earliest signed first.'),
  },
});
