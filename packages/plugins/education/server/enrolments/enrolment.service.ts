import { guardsIn, optionalWords, refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { parseTypeId } from '@weixiang/shared';
import { Term } from '../terms/term.entity.js';
import { takeEnrolmentStep, workflowOfEnrolment } from './enrolment.case.js';
import { Enrolment } from './enrolment.entity.js';
import type { AcceptPlaceInput, ConfirmEnrolmentInput, DeclineEnrolmentInput, WithdrawEnrolmentInput } from './enrolment.inputs.js';
import { freeSeats, lockTermOf, offerFreeSeats } from './offer.service.js';

/** Gives a seat; refuses when none is left, and for a minor without a guardian's consent. */
export async function confirmEnrolment(tx: Transaction, input: ConfirmEnrolmentInput): Promise<Enrolment> {
  const { enrolment } = await loadWithTerm(tx, input, 'confirm');
  const guards = await guardsIn(tx, workflowOfEnrolment(tx.features, enrolment), enrolment);
  takeEnrolmentStep(tx, enrolment, 'confirm', { guards });
  enrolment.offerUntil = null;
  tx.announce('enrolment.confirmed', enrolment);
  return enrolment;
}

/** Takes the place that came free, in time. */
export async function acceptPlace(tx: Transaction, input: AcceptPlaceInput): Promise<Enrolment> {
  const { enrolment } = await loadWithTerm(tx, input, 'accept');
  if (enrolment.offerUntil && enrolment.offerUntil <= tx.now) throw refuse('OFFER_LAPSED', 'id');
  const guards = await guardsIn(tx, workflowOfEnrolment(tx.features, enrolment), enrolment);
  takeEnrolmentStep(tx, enrolment, 'accept', { guards });
  enrolment.offerUntil = null;
  tx.announce('enrolment.accepted', enrolment);
  return enrolment;
}

/** Declines a request, with a reason. */
export async function declineEnrolment(tx: Transaction, input: DeclineEnrolmentInput): Promise<Enrolment> {
  const enrolment = await tx.load(Enrolment, input.id, 'decline', input);
  takeEnrolmentStep(tx, enrolment, 'decline', { reason: requiredWords(input.reason, 'reason', 500) });
  tx.announce('enrolment.declined', enrolment, { reason: enrolment.reason });
  return enrolment;
}

/** Gives a seat or a place in the waiting list back; the seat of a full term is offered to the next at once. */
export async function withdrawEnrolment(tx: Transaction, input: WithdrawEnrolmentInput): Promise<Enrolment> {
  const { enrolment, term } = await loadWithTerm(tx, input, 'withdraw');
  await giveBack(tx, term, enrolment, optionalWords(input.reason, 'reason', 500));
  tx.announce('enrolment.withdrawn', enrolment, { reason: enrolment.reason });
  return enrolment;
}

/** Withdraws, and moves the line up where the seats of the term were all taken. */
export async function giveBack(tx: Transaction, term: Term, enrolment: Enrolment, reason: string | null): Promise<void> {
  const wasFull = (await freeSeats(tx, term)) <= 0;
  takeEnrolmentStep(tx, enrolment, 'withdraw', { reason });
  enrolment.offerUntil = null;
  if (wasFull) await offerFreeSeats(tx, term);
}

/** The enrolment and its term, both locked: whoever gives or takes a seat of the term waits for the others here. */
export async function loadWithTerm(tx: Transaction, input: { id: string; version?: number | null }, action: string): Promise<{ enrolment: Enrolment; term: Term }> {
  const term = await lockTermOf(tx, parseTypeId(input.id)?.uuid ?? '00000000-0000-0000-0000-000000000000');
  const enrolment = await tx.load(Enrolment, input.id, action, input);
  if (!term) throw refuse('NOT_FOUND', 'id');
  return { enrolment, term };
}
