import { Person } from '@weixiang/core';
import { refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { afterMarks } from '../attendance/attendance.service.js';
import { roomFor } from './lesson-plan.service.js';
import { refuseClashes } from './lesson.clash.js';
import { Lesson } from './lesson.entity.js';
import { seeStandIns } from './stand-in.service.js';
import type { CancelLessonInput, MoveLessonInput } from './lesson.inputs.js';

/** Gives one lesson another time, teacher or room; everybody who comes is told why. */
export async function moveLesson(tx: Transaction, input: MoveLessonInput): Promise<Lesson> {
  const lesson = await comingLesson(tx, input, 'move');
  const before = lesson.startsAt;
  const startsAt = input.startsAt ?? lesson.startsAt;
  const endsAt = input.endsAt ?? lesson.endsAt;
  if (endsAt <= startsAt || dateIn(endsAt, tx.tenant.timeZone) !== dateIn(startsAt, tx.tenant.timeZone)) throw refuse('TIMES_REVERSED', 'endsAt');
  if (startsAt <= tx.now) throw refuse('LESSON_PAST', 'startsAt');
  const teacher = input.teacher === undefined ? lesson.teacher : await tx.referOptional(Person, input.teacher, 'teacher');
  const room = input.room === undefined ? lesson.room : await roomFor(tx, lesson, input.room);
  await refuseClashes(tx, [{ startsAt, endsAt }], { teacher, room }, lesson);
  Object.assign(lesson, { startsAt, endsAt, teacher, room, notice: requiredWords(input.notice, 'notice', 200) });
  if (startsAt.getTime() !== before.getTime()) lesson.movedFrom ??= before;
  await afterMarks(tx, lesson);
  await seeStandIns(tx);
  tx.announce('lesson.moved', lesson, { term: lesson.term.id, from: before.toISOString(), to: startsAt.toISOString(), notice: lesson.notice });
  return lesson;
}

/** Calls one lesson off; it frees teacher and room, and everybody who comes is told why. */
export async function cancelLesson(tx: Transaction, input: CancelLessonInput): Promise<Lesson> {
  const lesson = await comingLesson(tx, input, 'cancel');
  lesson.cancelledAt = tx.now;
  lesson.notice = requiredWords(input.notice, 'notice', 200);
  tx.announce('lesson.cancelled', lesson, { term: lesson.term.id, startsAt: lesson.startsAt.toISOString(), notice: lesson.notice });
  return lesson;
}

async function comingLesson(tx: Transaction, input: MoveLessonInput | CancelLessonInput, action: string): Promise<Lesson> {
  const lesson = await tx.load(Lesson, input.id, action, input);
  if (lesson.cancelledAt) throw refuse('LESSON_CANCELLED', 'id');
  if (lesson.endsAt <= tx.now) throw refuse('LESSON_PAST', 'id');
  return lesson;
}
