import { LockMode } from '@mikro-orm/core';
import { Person, Project } from '@weixiang/core';
import { optionalWords, refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { termLife } from '../../shared/term.workflow.js';
import { Course } from '../courses/course.entity.js';
import { refuseUnlessTeaching } from '../courses/course.service.js';
import { endEnrolments } from '../enrolments/enrolment-end.service.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { freeSeats, offerFreeSeats } from '../enrolments/offer.service.js';
import { refuseClashes } from '../lessons/lesson.clash.js';
import { Lesson } from '../lessons/lesson.entity.js';
import { takeTermStep } from './term.case.js';
import { Term, TermState } from './term.entity.js';
import type { EditTermInput, OpenTermInput, StepTermInput } from './term.inputs.js';
import { planOf, refuseCapacity } from './term.rules.js';

/** Opens a term of a course, for requests at once or later. */
export async function openTerm(tx: Transaction, input: OpenTermInput): Promise<Term> {
  const course = await tx.load(Course, input.course, 'openTerm', { field: 'course' });
  const project = await tx.peek(Project, course.project.id);
  if (!project) throw refuse('NOT_FOUND', 'course');
  refuseUnlessTeaching(project);
  const term = tx.create(Term, {
    ...planOf(input, dateIn(tx.now, tx.tenant.timeZone)),
    course,
    project,
    orgUnit: course.orgUnit,
    orgPath: course.orgPath,
    state: TermState.PLANNED,
    workflowVersion: termLife.version,
  });
  if (input.takesRequests ?? true) takeTermStep(tx, term, 'open');
  tx.announce('term.opened', term, { state: term.state });
  return term;
}

/** Changes what is said of a term; seats that are added to a full one go to those who wait. */
export async function editTerm(tx: Transaction, input: EditTermInput): Promise<Term> {
  const term = await tx.load(Term, input.id, 'edit', input);
  if (input.name != null) term.name = requiredWords(input.name, 'name', 100);
  if (input.acceptWithinHours != null) {
    if (input.acceptWithinHours < 1 || input.acceptWithinHours > 168) throw refuse('ACCEPT_HOURS_INVALID', 'acceptWithinHours', { limit: 168 });
    term.acceptWithinHours = input.acceptWithinHours;
  }
  if (input.teacher !== undefined) {
    const before = term.teacher;
    term.teacher = await tx.referOptional(Person, input.teacher, 'teacher');
    await handOnLessons(tx, term, before);
    for (const enrolment of await tx.em.find(Enrolment, { term })) enrolment.teacher = term.teacher;
    await passOn(tx, term);
  }
  if (input.pickUpMinutes != null) {
    if (input.pickUpMinutes < 5 || input.pickUpMinutes > 120) throw refuse('PICK_UP_MINUTES_INVALID', 'pickUpMinutes');
    term.pickUpMinutes = input.pickUpMinutes;
  }
  tx.announce('term.edited', term);
  if (input.capacity != null) await changeCapacity(tx, term, input.capacity);
  return term;
}

/** Lessons still to come that the former teacher would hold are the new one's. @throws Refusal TEACHER_NOT_FREE. */
async function handOnLessons(tx: Transaction, term: Term, before: Person | null): Promise<void> {
  if (!before || before.id === term.teacher?.id) return;
  const coming = await tx.em.find(Lesson, { term, teacher: before, cancelledAt: null, startsAt: { $gt: tx.now } });
  await refuseClashes(tx, coming, { teacher: term.teacher });
  for (const lesson of coming) lesson.teacher = term.teacher;
}

/** Who teaches the term sees its lists and who fetches the children: it stands on those rows too. */
async function passOn(tx: Transaction, { id, teacher }: Term): Promise<void> {
  for (const table of ['attendance', 'pick_up_person', 'course_certificate']) {
    const ofTerm = 'select enrolment.id from enrolment where enrolment.tenant_id = ? and enrolment.term_id = ?';
    await tx.em.execute(`update ${table} set teacher_id = ? where tenant_id = ? and enrolment_id in (${ofTerm})`, [teacher?.id ?? null, tx.tenant.id, tx.tenant.id, id]);
  }
}

async function changeCapacity(tx: Transaction, term: Term, capacity: number): Promise<void> {
  refuseCapacity(capacity);
  const free = await freeSeats(tx, term);
  if (capacity < term.capacity - free) throw refuse('CAPACITY_BELOW_TAKEN', 'capacity', { taken: term.capacity - free });
  term.capacity = capacity;
  if (free <= 0) await offerFreeSeats(tx, term);
}

/** Takes a step of a term; when it ends, so do its enrolments. */
export async function stepTerm(tx: Transaction, input: StepTermInput): Promise<Term> {
  const term = await tx.load(Term, input.id, 'step', input);
  await moveTerm(tx, term, input.step, optionalWords(input.reason, 'reason', 500));
  return term;
}

/** Starts and finishes the terms whose day has come. */
export async function stepTermsOfToday(tx: Transaction): Promise<void> {
  const today = dateIn(tx.now, tx.tenant.timeZone);
  const due = async (state: TermState, day: object) => tx.em.find(Term, { state, ...day }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  for (const term of await due(TermState.OPEN, { startsOn: { $lte: today } })) await moveTerm(tx, term, 'start', null);
  for (const term of await due(TermState.RUNNING, { endsOn: { $lt: today } })) await moveTerm(tx, term, 'finish', null);
}

async function moveTerm(tx: Transaction, term: Term, step: string, reason: string | null): Promise<void> {
  takeTermStep(tx, term, step, { reason });
  tx.announce(`term.${step}`, term, { reason });
  if (step === 'open') await tx.em.nativeUpdate(Lesson, { term }, { isAnnounced: true });
  if (step === 'cancel') await callOffLessons(tx, term, reason);
  await endEnrolments(tx, term, reason);
}

/** The lessons still to come of a term that is not held free their teachers and rooms. */
async function callOffLessons(tx: Transaction, term: Term, reason: string | null): Promise<void> {
  const coming = await tx.em.find(Lesson, { term, cancelledAt: null, startsAt: { $gt: tx.now } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  for (const lesson of coming) Object.assign(lesson, { cancelledAt: tx.now, notice: reason });
}
