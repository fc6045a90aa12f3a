import { ascending, defineList, descending, inSubtree, isNull, refersTo } from '@weixiang/kernel';
import { PickUpAlert } from './pick-up-alert.entity.js';
import { PickUpPerson } from './pick-up-person.entity.js';

/** Adults who may fetch children. */
export const pickUpPersonList = defineList({
  of: () => PickUpPerson,
  name: 'PickUpPerson',
  filter: {
    enrolment: refersTo('enrolment', 'enrolment', 'Only for this enrolment.'),
    isNamed: isNull('removedAt', 'true: only those who are named now · false: only those whose name was taken back.'),
  },
  sort: { FIRST: ascending('createdAt', 'First named first.') },
});

/** Children that were not fetched in time. */
export const pickUpAlertList = defineList({
  of: () => PickUpAlert,
  name: 'PickUpAlert',
  filter: {
    lesson: refersTo('lesson', 'lesson', 'Only after this lesson.'),
    enrolment: refersTo('enrolment', 'enrolment', 'Only of this enrolment.'),
    within: inSubtree('Only of this unit or below.'),
    isOpen: isNull('resolvedAt', 'true: only those that are open · false: only those that are settled.'),
  },
  sort: { NEWEST: descending('createdAt', 'Latest first.') },
});
