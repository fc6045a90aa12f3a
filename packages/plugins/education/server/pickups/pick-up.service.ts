import { Person } from '@weixiang/core';
import { optionalWords, refuse, requiredWords, type SignedCodes, type Transaction } from '@weixiang/kernel';
import { parsePhone } from '@weixiang/shared';
import { lessonToAttend } from '../attendance/attendance.service.js';
import { Attendance, AttendanceMark, AttendanceWay } from '../attendance/attendance.entity.js';
import { familyOf, refuseUsed } from '../attendance/check-in.service.js';
import { Enrolment, EnrolmentState } from '../enrolments/enrolment.entity.js';
import type { Lesson } from '../lessons/lesson.entity.js';
import { settleAlert, watchHandOver } from './pick-up-alert.service.js';
import type { HandOverInput, NamePickUpPersonInput, RemovePickUpPersonInput, UndoHandOverInput } from './pick-up.inputs.js';
import { PickUpPerson } from './pick-up-person.entity.js';

/** Adults that a guardian may name for one child. */
const maxPeople = 5;

/** Names an adult who may fetch the child. */
export async function namePickUpPerson(tx: Transaction, input: NamePickUpPersonInput): Promise<PickUpPerson> {
  const enrolment = await tx.load(Enrolment, input.enrolment, 'namePickUp', { field: 'enrolment' });
  if (enrolment.state !== EnrolmentState.REQUESTED && enrolment.state !== EnrolmentState.OFFERED && enrolment.state !== EnrolmentState.CONFIRMED) throw refuse('ENROLMENT_OVER', 'enrolment');
  if (enrolment.isLocked) throw refuse('CONSENT_REQUIRED', 'enrolment');
  if ((await tx.em.count(PickUpPerson, { enrolment, removedAt: null })) >= maxPeople) throw refuse('PICK_UP_PEOPLE_FULL', 'name', { limit: maxPeople });
  const phone = optionalWords(input.phone, 'phone', 20);
  if (phone !== null && parsePhone(phone) === null) throw refuse('PHONE_INVALID', 'phone');
  const { guardian, teacher, standIn, orgUnit, orgPath } = enrolment;
  const person = tx.create(PickUpPerson, {
    enrolment, guardian, teacher, standIn, orgUnit, orgPath,
    name: requiredWords(input.name, 'name', 50),
    relation: optionalWords(input.relation, 'relation', 20),
    phone: phone && parsePhone(phone),
  });
  tx.announce('pickUpPerson.named', person);
  return person;
}

/** Takes the name back; hand-overs that were made keep it. */
export async function removePickUpPerson(tx: Transaction, input: RemovePickUpPersonInput): Promise<PickUpPerson> {
  const person = await tx.load(PickUpPerson, input.id, 'remove', input);
  person.removedAt ??= tx.now;
  tx.announce('pickUpPerson.removed', person);
  return person;
}

/** Hands a child over; an alert about it is settled by that. */
export async function handOver(tx: Transaction, codes: SignedCodes, input: HandOverInput): Promise<Attendance> {
  const lesson = await lessonToAttend(tx, input.lesson);
  if ([input.person, input.code, input.toGuardian === true || null].filter((way) => way != null).length !== 1) throw refuse('HAND_OVER_TO_WHOM', 'person');
  const { enrolment, ...how } = await adultOf(tx, codes, lesson, input);
  const line = await tx.em.findOne(Attendance, { lesson, enrolment });
  if (!line || (line.mark !== AttendanceMark.PRESENT && line.mark !== AttendanceMark.LATE)) throw refuse('NOT_PRESENT', 'enrolment');
  if (line.handedOverAt) throw refuse('HANDED_OVER_ALREADY', 'enrolment');
  if (how.code) {
    refuseUsed(line, how.code);
    line.codeIssuedAt = how.code.issuedAt;
  }
  Object.assign(line, { handedOverAt: tx.now, handedOverBy: await actorOf(tx), handedOverTo: how.to, handedOverWay: how.way });
  tx.announce('attendance.handedOver', line, { lesson: lesson.id, way: how.way });
  await settleAlert(tx, lesson, enrolment, null);
  return line;
}

/** Takes a hand-over back that was tapped by mistake. */
export async function undoHandOver(tx: Transaction, input: UndoHandOverInput): Promise<Attendance> {
  const known = await tx.refer(Attendance, input.id, 'id');
  const lesson = await lessonToAttend(tx, known.lesson.id);
  const line = await tx.em.refresh(known);
  if (!line?.handedOverAt) throw refuse('NOT_HANDED_OVER', 'id');
  if (input.version != null && input.version !== line.version) throw refuse('CHANGED_MEANWHILE', 'version');
  Object.assign(line, { handedOverAt: null, handedOverBy: null, handedOverTo: null, handedOverWay: null });
  tx.announce('attendance.handOverUndone', line, { lesson: lesson.id });
  await watchHandOver(tx, lesson);
  return line;
}

async function adultOf(tx: Transaction, codes: SignedCodes, lesson: Lesson, input: HandOverInput) {
  if (input.code != null) {
    const { enrolment, code } = await familyOf(tx, codes, input.code, lesson);
    return { enrolment, code, to: enrolment.guardianName, way: AttendanceWay.FAMILY_CODE };
  }
  const enrolment = await tx.refer(Enrolment, input.enrolment ?? '', 'enrolment');
  if (enrolment.term.id !== lesson.term.id) throw refuse('NOT_ENROLLED_HERE', 'enrolment');
  if (input.toGuardian) return { enrolment, code: null, to: enrolment.guardianName, way: AttendanceWay.LIST };
  const person = await tx.refer(PickUpPerson, input.person ?? '', 'person');
  if (person.enrolment.id !== enrolment.id || person.removedAt) throw refuse('NOT_NAMED', 'person');
  return { enrolment, code: null, to: person.name, way: AttendanceWay.LIST };
}

/** The person who acts, or null where it is the product. */
export async function actorOf(tx: Transaction): Promise<Person | null> {
  return tx.actor.personId === null ? null : tx.peek(Person, tx.actor.personId);
}
