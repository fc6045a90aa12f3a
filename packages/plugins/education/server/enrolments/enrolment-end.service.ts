import { LockMode } from '@mikro-orm/core';
import type { Transaction } from '@weixiang/kernel';
import { say, type Text } from '@weixiang/shared';
import { TermState, type Term } from '../terms/term.entity.js';
import { takeEnrolmentStep } from './enrolment.case.js';
import { Enrolment, EnrolmentState } from './enrolment.entity.js';

const noSeatCame: Text = { zh: '这一期已结课，没有等到名额。', en: 'The term is over, and no seat came free.' };

/** When a term is over nobody is left waiting: the confirmed have completed it, unless it was cancelled; all others are released. */
export async function endEnrolments(tx: Transaction, term: Term, reason: string | null): Promise<void> {
  if (term.state !== TermState.FINISHED && term.state !== TermState.CANCELLED) return;
  const open = await tx.em.find(
    Enrolment,
    { term, state: { $in: [EnrolmentState.REQUESTED, EnrolmentState.OFFERED, EnrolmentState.CONFIRMED] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  const byTerm = { guards: { termIsOver: true }, own: ['enrolment.confirm'] } as const;
  for (const enrolment of open) {
    const isCompleted = term.state === TermState.FINISHED && enrolment.state === EnrolmentState.CONFIRMED;
    if (isCompleted) takeEnrolmentStep(tx, enrolment, 'complete', byTerm);
    else takeEnrolmentStep(tx, enrolment, 'release', { ...byTerm, reason: reason ?? say(noSeatCame, tx.language) });
    tx.announce(isCompleted ? 'enrolment.completed' : 'enrolment.released', enrolment, { reason: enrolment.reason });
  }
}
