import { refuse, type Transaction } from '@weixiang/kernel';
import { parseTypeId } from '@weixiang/shared';
import { Enrolment, EnrolmentState } from '../enrolments/enrolment.entity.js';
import { Lesson } from '../lessons/lesson.entity.js';
import { watchHandOver } from '../pickups/pick-up-alert.service.js';
import { Attendance, AttendanceMark, AttendanceWay } from './attendance.entity.js';
import type { MarkAttendanceInput } from './attendance.inputs.js';

const hour = 3_600_000;
const maxMarks = 200;
const seated = [EnrolmentState.CONFIRMED, EnrolmentState.COMPLETED];

/** Marks who came, as the list says. What was marked later, by whichever phone, stays as it is. */
export async function markAttendance(tx: Transaction, input: MarkAttendanceInput): Promise<{ lesson: Lesson; marked: number }> {
  const lesson = await lessonToAttend(tx, input.lesson);
  if (input.marks.length > maxMarks) throw refuse('TOO_MANY_MARKS', 'marks', { limit: maxMarks });
  const ids = input.marks.map(({ enrolment }) => parseTypeId(enrolment)?.uuid ?? '');
  const enrolments = new Map((await tx.em.find(Enrolment, { id: { $in: ids.filter(Boolean) }, term: lesson.term, state: { $in: seated } })).map((one) => [one.id, one]));
  const known = new Map((await tx.em.find(Attendance, { lesson })).map((one) => [one.enrolment.id, one]));
  let marked = 0;
  for (const [place, { mark = null, at }] of input.marks.entries()) {
    const enrolment = enrolments.get(ids[place] ?? '');
    if (!enrolment) throw refuse('NOT_ENROLLED_HERE', `marks.${place}`);
    // No clock of a phone reaches into the future.
    const markedAt = at && at < tx.now ? at : tx.now;
    const before = known.get(enrolment.id);
    if (before && before.markedAt > markedAt) continue;
    known.set(enrolment.id, setMark(tx, lesson, enrolment, before, { mark, markedAt, way: AttendanceWay.LIST }));
    marked += 1;
  }
  await afterMarks(tx, lesson);
  return { lesson, marked };
}

/** The lesson, locked, so that two phones mark one after the other. @throws Refusal unless somebody can come to it now. */
export async function lessonToAttend(tx: Transaction, id: string): Promise<Lesson> {
  const lesson = await tx.load(Lesson, id, 'attend', { field: 'lesson' });
  if (lesson.cancelledAt) throw refuse('LESSON_CANCELLED', 'lesson');
  if (lesson.startsAt.getTime() - hour > tx.now.getTime()) throw refuse('LESSON_NOT_YET', 'lesson');
  return lesson;
}

/** What is marked. */
export type Marked = Pick<Attendance, 'mark' | 'markedAt' | 'way'> & { codeIssuedAt?: Date };

/** The learner's line of the lesson, with this mark; the lesson is locked. */
export function setMark(tx: Transaction, lesson: Lesson, enrolment: Enrolment, before: Attendance | null | undefined, marked: Marked): Attendance {
  const line = before ?? tx.create(Attendance, { lesson, enrolment, guardian: enrolment.guardian, teacher: enrolment.teacher, standIn: enrolment.standIn, orgUnit: lesson.orgUnit, orgPath: lesson.orgPath });
  Object.assign(line, marked, { isLocked: enrolment.isLocked });
  tx.announce('attendance.marked', line, { lesson: lesson.id, mark: marked.mark });
  return line;
}

/** Children who are there have to be handed over: a look at that is due some time after the lesson. */
export async function afterMarks(tx: Transaction, lesson: Lesson): Promise<void> {
  await tx.em.flush();
  if ((await tx.em.count(Attendance, { lesson, mark: { $in: [AttendanceMark.PRESENT, AttendanceMark.LATE] } })) > 0) await watchHandOver(tx, lesson);
}
