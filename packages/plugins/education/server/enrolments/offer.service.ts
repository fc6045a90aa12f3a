import { LockMode } from '@mikro-orm/core';
import { guardsIn, type Transaction } from '@weixiang/kernel';
import { say, type Text } from '@weixiang/shared';
import { Term, TermState } from '../terms/term.entity.js';
import { takeEnrolmentStep, workflowOfEnrolment } from './enrolment.case.js';
import { Enrolment, EnrolmentState } from './enrolment.entity.js';
import { seatedStates } from './enrolment.sql.js';

export const lapseOfferJobName = 'education.lapseOffer';

/** From this version on an enrolment can have a place offered. */
const firstWithOffers = 2;
const notAccepted: Text = { zh: '名额没有在期限内确认，已让给下一位。', en: 'The place was not accepted in time and went to the next in line.' };

/** Seats of the term that nobody has; lock the term first, or it is a guess. */
export async function freeSeats(tx: Transaction, term: Term): Promise<number> {
  await tx.em.flush();
  return term.capacity - (await tx.em.count(Enrolment, { term, state: { $in: seatedStates.map((state) => EnrolmentState[state]) } }));
}

/**
 * Offers the term's free seats to those who wait, in the order of their requests; whoever lacks a guardian's consent is
 * passed over. The term is locked, so that two seats given back at once go to two.
 */
export async function offerFreeSeats(tx: Transaction, term: Term): Promise<void> {
  if (term.state !== TermState.OPEN && term.state !== TermState.RUNNING) return;
  const free = await freeSeats(tx, term);
  if (free <= 0) return;
  const next = await tx.em.find(
    Enrolment,
    { term, state: EnrolmentState.REQUESTED, isLocked: false, workflowVersion: { $gte: firstWithOffers } },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit: free, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const enrolment of next) await offer(tx, term, enrolment);
}

async function offer(tx: Transaction, term: Term, enrolment: Enrolment): Promise<void> {
  const guards = await guardsIn(tx, workflowOfEnrolment(tx.features, enrolment), enrolment);
  takeEnrolmentStep(tx, enrolment, 'offer', { guards, own: ['enrolment.moveUp'] });
  enrolment.offerUntil = new Date(tx.now.getTime() + term.acceptWithinHours * 3_600_000);
  tx.announce('enrolment.offered', enrolment, { term: term.id, until: enrolment.offerUntil.toISOString() });
  tx.enqueue({ name: lapseOfferJobName, payload: { enrolment: enrolment.id }, at: enrolment.offerUntil, key: `${lapseOfferJobName}:${enrolment.id}` });
}

/** Lets an offer lapse whose time is over; the place goes on to the next. Bears a second run, and one that comes too early. */
export async function lapseOffer(tx: Transaction, enrolmentId: string): Promise<void> {
  const term = await lockTermOf(tx, enrolmentId);
  const enrolment = term && (await tx.peek(Enrolment, enrolmentId, LockMode.PESSIMISTIC_WRITE));
  if (!enrolment || enrolment.state !== EnrolmentState.OFFERED || !enrolment.offerUntil || enrolment.offerUntil > tx.now) return;
  takeEnrolmentStep(tx, enrolment, 'lapse', { reason: say(notAccepted, tx.language), own: ['enrolment.moveUp'] });
  enrolment.offerUntil = null;
  tx.announce('enrolment.lapsed', enrolment, { term: term.id });
  await offerFreeSeats(tx, term);
}

/** Locks the term of an enrolment before the enrolment itself: whoever changes who has its seats does it in this order. */
export async function lockTermOf(tx: Transaction, enrolmentId: string): Promise<Term | null> {
  const [row] = await tx.em.execute<{ term_id: string }[]>('select term_id from enrolment where tenant_id = ? and id = ?', [tx.tenant.id, enrolmentId]);
  return row ? tx.peek(Term, row.term_id, LockMode.PESSIMISTIC_WRITE) : null;
}
