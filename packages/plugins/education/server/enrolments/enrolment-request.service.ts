import { Person } from '@weixiang/core';
import { Forbidden, optionalWords, refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { parsePhone } from '@weixiang/shared';
import { enrolmentLife } from '../../shared/enrolment.workflow.js';
import { ageGroupOf } from '../../shared/age-group.rules.js';
import { canBeAdult, isBirthYear, needsConsentFirst, needsGuardian } from '../../shared/guardian.rules.js';
import { recordConsent } from '../consents/consent.service.js';
import { Course, CourseAudience } from '../courses/course.entity.js';
import { Term, TermState } from '../terms/term.entity.js';
import { Enrolment, EnrolmentState } from './enrolment.entity.js';
import type { RequestEnrolmentInput } from './enrolment.inputs.js';

const alive = [EnrolmentState.REQUESTED, EnrolmentState.OFFERED, EnrolmentState.CONFIRMED, EnrolmentState.COMPLETED];

/** Asks for a seat, for oneself or one's child. The term is locked: the same learner asked for twice at once counts once. */
export async function requestEnrolment(tx: Transaction, input: RequestEnrolmentInput): Promise<Enrolment> {
  const term = await tx.load(Term, input.term, 'enrol', { field: 'term' });
  const guardian = await guardianOf(tx);
  if (term.state !== TermState.OPEN) throw refuse('TERM_NOT_OPEN', 'term');
  const learnerName = requiredWords(input.learnerName, 'learnerName', 50);
  const { learnerBirthYear, consent } = input;
  await refuseWrongAge(tx, term, learnerBirthYear);
  const isMinor = needsGuardian(learnerBirthYear, term.startsOn);
  const isConsentMissing = consent ? !consent.isGiven : needsConsentFirst(learnerBirthYear, term.startsOn);
  if (isMinor && isConsentMissing) throw refuse('CONSENT_REQUIRED', 'consent');
  const others = await tx.em.find(Enrolment, { term, guardian, state: { $in: alive } });
  // Names are encrypted, so the database cannot look for one.
  if (others.some((other) => other.learnerName === learnerName)) throw refuse('ENROLLED_ALREADY', 'learnerName');
  const enrolment = tx.create(Enrolment, {
    orgUnit: term.orgUnit,
    orgPath: term.orgPath,
    project: term.project,
    term,
    guardian,
    teacher: term.teacher,
    learnerName,
    learnerBirthYear,
    ageGroup: isMinor ? ageGroupOf(learnerBirthYear, term.startsOn) : null,
    isMinor,
    isLocked: isMinor,
    guardianName: optionalWords(input.guardianName, 'guardianName', 50) ?? guardian.name,
    guardianPhone: phoneOf(input.guardianPhone) ?? guardian.phone,
    state: EnrolmentState.REQUESTED,
    workflowVersion: enrolmentLife.version,
  });
  tx.announce('enrolment.requested', enrolment);
  if (!consent?.isGiven) return enrolment;
  await tx.em.flush();
  await recordConsent(tx, enrolment, guardian, consent, 'consent.');
  return enrolment;
}

async function guardianOf(tx: Transaction): Promise<Person> {
  const guardian = tx.actor.personId === null ? null : await tx.peek(Person, tx.actor.personId);
  if (!guardian) throw new Forbidden('enrol without an account');
  return guardian;
}

async function refuseWrongAge(tx: Transaction, { startsOn, course: { id } }: Term, birthYear: number): Promise<void> {
  if (!isBirthYear(birthYear, startsOn)) throw refuse('BIRTH_YEAR_INVALID', 'learnerBirthYear');
  const course = await tx.peek(Course, id);
  const isFor = course?.audience !== CourseAudience.MINORS || needsGuardian(birthYear, startsOn);
  if (!isFor || (course?.audience === CourseAudience.ADULTS && !canBeAdult(birthYear, startsOn))) throw refuse('AGES_MISMATCHED', 'learnerBirthYear');
}

function phoneOf(words: string | null | undefined): string | null {
  if (!words?.trim()) return null;
  const phone = parsePhone(words);
  if (phone === null) throw refuse('PHONE_INVALID', 'guardianPhone');
  return phone;
}
