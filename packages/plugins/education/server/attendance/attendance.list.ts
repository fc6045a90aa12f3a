import { anyOf, ascending, defineList, descending, inSubtree, isActor, refersTo } from '@weixiang/kernel';
import { Attendance, AttendanceMark } from './attendance.entity.js';

/** Who came to lessons. */
export const attendanceList = defineList({
  of: () => Attendance,
  name: 'Attendance',
  filter: {
    lesson: refersTo('lesson', 'lesson', 'Only of this lesson.'),
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
