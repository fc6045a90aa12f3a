import { DateScalar, payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Int, Mutation, Resolver } from 'type-graphql';
import { Term } from '../terms/term.entity.js';
import { planLessons } from './lesson-plan.service.js';
import { Lesson } from './lesson.entity.js';
import { CancelLessonInput, MoveLessonInput, PlanLessonsInput } from './lesson.inputs.js';
import { cancelLesson, moveLesson } from './lesson.service.js';

const LessonPayload = payloadOf('LessonPayload', { lesson: { type: () => Lesson, description: 'The lesson as it is now.' } });
const PlanLessonsPayload = payloadOf('PlanLessonsPayload', {
  term: { type: () => Term, description: 'The term.' },
  planned: { type: () => Int, description: 'How many lessons were added.' },
  skipped: { type: () => [DateScalar], description: 'Days that fell out: public holidays, and those that were asked for.' },
});

@Resolver()
export class LessonMutations {
  @Mutation(() => PlanLessonsPayload, { description: 'Adds the lessons of a term week by week. Refused with TEACHER_NOT_FREE or ROOM_NOT_FREE, naming what is in the way.' })
  planLessons(@Arg('input', () => PlanLessonsInput, { description: 'Which days, when, where, by whom.' }) input: PlanLessonsInput, @Writes() write: Write) {
    return write('planLessons', input, async (tx) => ({ ...(await planLessons(tx, input)) }));
  }

  @Mutation(() => LessonPayload, { description: 'Gives one lesson another time, teacher or room; everybody who comes is told.' })
  moveLesson(@Arg('input', () => MoveLessonInput, { description: 'What changes, and why.' }) input: MoveLessonInput, @Writes() write: Write) {
    return write('moveLesson', input, async (tx) => ({ lesson: await moveLesson(tx, input) }));
  }

  @Mutation(() => LessonPayload, { description: 'Calls one lesson off; everybody who comes is told.' })
  cancelLesson(@Arg('input', () => CancelLessonInput, { description: 'Which one, and why.' }) input: CancelLessonInput, @Writes() write: Write) {
    return write('cancelLesson', input, async (tx) => ({ lesson: await cancelLesson(tx, input) }));
  }
}
