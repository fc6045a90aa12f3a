import { anyOf, ascending, defineList, descending, inSubtree, refersTo, searched } from '@weixiang/kernel';
import { Course, CourseAudience } from './course.entity.js';

/** Courses. */
export const courseList = defineList({
  of: () => Course,
  name: 'Course',
  filter: {
    project: refersTo('project', 'project', 'Only courses of this project.'),
    within: inSubtree('Only courses of this unit or below.'),
    audience: anyOf('audience', () => [CourseAudience], 'Only courses for one of these.'),
    openForEnrolment: {
      type: () => Boolean,
      description: 'true: only courses with a term that takes requests now · false: only others.',
      test: {
        kind: 'sql',
        sql: ({ alias }) => `exists (select from course_term open where open.tenant_id = ${alias}.tenant_id and open.course_id = ${alias}.id and open.state = 'OPEN')`,
      },
    },
    search: searched('Only courses that a search for these words finds.'),
  },
  sort: {
    NEWEST: descending('createdAt', 'Latest opened first.'),
    NAME: ascending('name', 'By name.'),
  },
});
