import { LockMode } from '@mikro-orm/core';
import { guardsIn, optionalWords, requiredWords, type Transaction } from '@weixiang/kernel';
import { Term } from '../terms/term.entity.js';
import { takeEnrolmentStep, workflowOfEnrolment } from './enrolment.case.js';
import { Enrolment } from './enrolment.entity.js';
import type { ConfirmEnrolmentInput, DeclineEnrolmentInput, WithdrawEnrolmentInput } from './enrolment.inputs.js';

/** Gives a seat; refuses when none is left, and for a minor without a guardian's consent. */
export async function confirmEnrolment(tx: Transaction, input: ConfirmEnrolmentInput): Promise<Enrolment> {
  const enrolment = await tx.load(Enrolment, input.id, 'confirm', input);
  // Whoever confirms in this term waits here, so that two never take the last seat.
  await tx.peek(Term, enrolment.term.id, LockMode.PESSIMISTIC_WRITE);
  const guards = await guardsIn(tx, workflowOfEnrolment(tx.features, enrolment), enrolment);
  takeEnrolmentStep(tx, enrolment, 'confirm', { guards });
  tx.announce('enrolment.confirmed', enrolment);
  return enrolment;
}

/** Declines a request, with a reason. */
export async function declineEnrolment(tx: Transaction, input: DeclineEnrolmentInput): Promise<Enrolment> {
  const enrolment = await tx.load(Enrolment, input.id, 'decline', input);
  takeEnrolmentStep(tx, enrolment, 'decline', { reason: requiredWords(input.reason, 'reason', 500) });
  tx.announce('enrolment.declined', enrolment, { reason: enrolment.reason });
  return enrolment;
}

/** Gives a seat or a place in the waiting list back. */
export async function withdrawEnrolment(tx: Transaction, input: WithdrawEnrolmentInput): Promise<Enrolment> {
  const enrolment = await tx.load(Enrolment, input.id, 'withdraw', input);
  takeEnrolmentStep(tx, enrolment, 'withdraw', { reason: optionalWords(input.reason, 'reason', 500) });
  tx.announce('enrolment.withdrawn', enrolment, { reason: enrolment.reason });
  return enrolment;
}
