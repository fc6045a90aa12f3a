import { LockMode } from '@mikro-orm/core';
import { Forbidden, refuse, type OpenedCode, type ShownCode, type SignedCodes, type Transaction } from '@weixiang/kernel';
import { Enrolment, EnrolmentState } from '../enrolments/enrolment.entity.js';
import { Lesson } from '../lessons/lesson.entity.js';
import { afterMarks, lessonToAttend, setMark } from './attendance.service.js';
import { Attendance, AttendanceMark, AttendanceWay } from './attendance.entity.js';
import type { CheckInInput, MakeFamilyCodeInput, MakeRoomCodeInput, ScanFamilyCodeInput } from './attendance.inputs.js';

/** A screen shows a new one well before; a photo of it sent to somebody at home comes too late. */
const roomSeconds = 60;
/** Long enough to walk up to the door. */
const familySeconds = 180;
const beforeLesson = 30 * 60_000;

/** The code that the room shows now. */
export async function makeRoomCode(tx: Transaction, codes: SignedCodes, input: MakeRoomCodeInput): Promise<ShownCode> {
  const lesson = await lessonToAttend(tx, input.lesson);
  refuseOutside(tx, lesson, 'lesson');
  return codes.sign(ofRoom(tx), lesson.id, tx.now, roomSeconds);
}

/** The code that a guardian's phone shows now, to come in and to fetch the child. */
export async function makeFamilyCode(tx: Transaction, codes: SignedCodes, input: MakeFamilyCodeInput): Promise<ShownCode> {
  const enrolment = await tx.load(Enrolment, input.enrolment, 'showCode', { field: 'enrolment' });
  if (enrolment.state !== EnrolmentState.CONFIRMED) throw refuse('NOT_ENROLLED_HERE', 'enrolment');
  return codes.sign(ofFamily(tx), enrolment.id, tx.now, familySeconds);
}

/** Comes to the lesson whose room shows the code: oneself, or one's child. */
export async function checkIn(tx: Transaction, codes: SignedCodes, input: CheckInInput): Promise<Attendance> {
  if (tx.actor.personId === null) throw new Forbidden('check in without an account');
  const code = opened(codes.open(ofRoom(tx), input.code, tx.now), 'code');
  const lesson = await tx.peek(Lesson, code.id, LockMode.PESSIMISTIC_WRITE);
  if (!lesson || lesson.cancelledAt) throw refuse('CODE_INVALID', 'code');
  refuseOutside(tx, lesson, 'code');
  const own = await tx.em.find(Enrolment, { term: lesson.term, guardian: { id: tx.actor.personId }, state: EnrolmentState.CONFIRMED });
  const enrolment = input.enrolment == null ? own[0] : (await tx.load(Enrolment, input.enrolment, 'checkIn', { field: 'enrolment' }));
  if (!enrolment || !own.includes(enrolment)) throw refuse('NOT_ENROLLED_HERE', 'enrolment');
  if (input.enrolment == null && own.length > 1) throw refuse('CHILD_AMBIGUOUS', 'enrolment');
  return come(tx, lesson, enrolment, code, AttendanceWay.ROOM_CODE);
}

/** Lets in whose code the guardian's phone shows. */
export async function scanFamilyCode(tx: Transaction, codes: SignedCodes, input: ScanFamilyCodeInput): Promise<Attendance> {
  const lesson = await lessonToAttend(tx, input.lesson);
  refuseOutside(tx, lesson, 'lesson');
  const { enrolment, code } = await familyOf(tx, codes, input.code, lesson);
  return come(tx, lesson, enrolment, code, AttendanceWay.FAMILY_CODE);
}

/** Whose code it is, if they have a place in the lesson. @throws Refusal CODE_INVALID, CODE_EXPIRED, NOT_ENROLLED_HERE. */
export async function familyOf(tx: Transaction, codes: SignedCodes, text: string, lesson: Lesson): Promise<{ enrolment: Enrolment; code: OpenedCode }> {
  const code = opened(codes.open(ofFamily(tx), text, tx.now), 'code');
  const enrolment = await tx.peek(Enrolment, code.id);
  if (enrolment?.term.id !== lesson.term.id || enrolment.state !== EnrolmentState.CONFIRMED) throw refuse('NOT_ENROLLED_HERE', 'code');
  return { enrolment, code };
}

/** @throws Refusal CODE_USED when this code, or a later one, has counted for the learner in this lesson. */
export function refuseUsed(line: Attendance | null, { issuedAt }: OpenedCode): void {
  if (line?.codeIssuedAt && line.codeIssuedAt >= issuedAt) throw refuse('CODE_USED', 'code');
}

async function come(tx: Transaction, lesson: Lesson, enrolment: Enrolment, code: OpenedCode, way: AttendanceWay): Promise<Attendance> {
  const before = await tx.em.findOne(Attendance, { lesson, enrolment });
  refuseUsed(before, code);
  if (before?.mark === AttendanceMark.PRESENT || before?.mark === AttendanceMark.LATE) throw refuse('CHECKED_IN_ALREADY', 'code');
  const mark = tx.now > lesson.startsAt ? AttendanceMark.LATE : AttendanceMark.PRESENT;
  const line = setMark(tx, lesson, enrolment, before, { mark, markedAt: tx.now, way, codeIssuedAt: code.issuedAt });
  await afterMarks(tx, lesson);
  return line;
}

function opened(code: OpenedCode | 'INVALID' | 'EXPIRED', field: string): OpenedCode {
  if (code === 'INVALID' || code === 'EXPIRED') throw refuse(`CODE_${code}`, field);
  return code;
}

function refuseOutside(tx: Transaction, { startsAt, endsAt }: Lesson, field: string): void {
  if (tx.now.getTime() < startsAt.getTime() - beforeLesson || tx.now > endsAt) throw refuse('LESSON_NOT_NOW', field);
}

const ofRoom = ({ tenant }: Transaction) => ({ tenantId: tenant.id, purpose: 'education.room' });
const ofFamily = ({ tenant }: Transaction) => ({ tenantId: tenant.id, purpose: 'education.family' });
