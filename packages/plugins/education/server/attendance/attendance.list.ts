import { anyOf, ascending, defineList, descending, inSubtree, isActor, refersTo } from '@weixiang/kernel';
import { ID } from 'type-graphql';
import { Attendance, AttendanceMark } from './attendance.entity.js';

/** Who came to lessons. */
export const attendanceList = defineList({
  of: () => Attendance,
  name: 'Attendance',
  filter: {
    lesson: refersTo('lesson', 'lesson', 'Only of this lesson.'),
    term: {
      type: () => ID,
      description: 'Only of lessons of this term.',
      test: { kind: 'sql', sql: ({ alias, column, value }) => `exists (select from lesson held where held.tenant_id = ${alias}.tenant_id and held.id = ${column('lesson')} and held.term_id = ${value})` },
    },
    enrolment: refersTo('enrolment', 'enrolment', 'Only of this enrolment.'),
    within: inSubtree('Only of this unit or below.'),
    mark: anyOf('mark', () => [AttendanceMark], 'Only with one of these marks.'),
    mine: isActor('guardian', 'true: only your own and your children’s · false: only others.'),
  },
  sort: {
    FIRST: ascending('createdAt', 'First marked first.'),
    NEWEST: descending('createdAt', 'Last marked first.'),
  },
});
