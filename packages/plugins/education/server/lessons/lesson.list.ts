import { ascending, atLeast, atMost, defineList, descending, inSubtree, isActor, refersTo } from '@weixiang/kernel';
import { Lesson } from './lesson.entity.js';

/** Lessons. */
export const lessonList = defineList({
  of: () => Lesson,
  name: 'Lesson',
  filter: {
    term: refersTo('term', 'courseterm', 'Only lessons of this term.'),
    course: refersTo('course', 'course', 'Only lessons of this course.'),
    project: refersTo('project', 'project', 'Only lessons of this project.'),
    room: refersTo('room', 'courseroom', 'Only lessons in this room.'),
    within: inSubtree('Only lessons of this unit or below.'),
    from: atLeast('startsAt', () => Date, 'Only lessons that begin at this time or later.'),
    to: atMost('startsAt', () => Date, 'Only lessons that begin at this time or earlier.'),
    mine: isActor('teacher', 'true: only lessons that you teach · false: only others.'),
    isCancelled: {
      type: () => Boolean,
      description: 'true: only cancelled lessons · false: only others.',
      test: { kind: 'sql', sql: ({ column }) => `${column('cancelledAt')} is not null` },
    },
  },
  sort: {
    SOONEST: ascending('startsAt', 'Earliest first.'),
    LATEST: descending('startsAt', 'Latest first.'),
  },
});
