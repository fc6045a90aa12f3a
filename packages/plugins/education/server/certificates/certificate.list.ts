import { defineList, descending, inSubtree, isActor, refersTo } from '@weixiang/kernel';
import { Certificate } from './certificate.entity.js';

/** Certificates. */
export const certificateList = defineList({
  of: () => Certificate,
  name: 'Certificate',
  filter: {
    term: refersTo('term', 'courseterm', 'Only of this term.'),
    enrolment: refersTo('enrolment', 'enrolment', 'Only of this enrolment.'),
    within: inSubtree('Only of this unit or below.'),
    mine: isActor('guardian', 'true: only your own and your children’s · false: only others.'),
  },
  sort: { NEWEST: descending('createdAt', 'Last issued first.') },
});
