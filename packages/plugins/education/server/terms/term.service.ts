import { LockMode } from '@mikro-orm/core';
import { Project } from '@weixiang/core';
import { optionalWords, refuse, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { termLife } from '../../shared/term.workflow.js';
import { Course } from '../courses/course.entity.js';
import { refuseUnlessTeaching } from '../courses/course.service.js';
import { endEnrolments } from '../enrolments/enrolment-end.service.js';
import { takeTermStep } from './term.case.js';
import { Term, TermState } from './term.entity.js';
import type { OpenTermInput, StepTermInput } from './term.inputs.js';
import { planOf } from './term.rules.js';

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
  await endEnrolments(tx, term, reason);
}
