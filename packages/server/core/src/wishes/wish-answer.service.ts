import type { Transaction } from '@weixiang/kernel';
import { actingPerson } from './acting-person.js';
import { WishAnswer } from './wish-answer.entity.js';
import { Wish } from './wish.entity.js';
import { answeredByLabel } from './wish.rules.js';

/** An answer, and whose it is when it is not the actor's own. */
interface GivenAnswer {
  words: string;
  answeredByLabel?: string | null;
  isFromLedger?: boolean;
}

/** Answers the wisher: the words stand with the state that the wish has now, and the deadline of the first answer ends. */
export function giveAnswer(tx: Transaction, wish: Wish, given: GivenAnswer): void {
  wish.lastAnswer = recordAnswer(tx, wish, given);
  wish.escalatesAt = null;
  wish.isOverdue = false;
  if (!given.isFromLedger) wish.firstAnsweredAt ??= tx.now;
}

/** An answer by itself; which one is its wish's last is for whoever calls to say. */
export function recordAnswer(tx: Transaction, wish: Wish, { words, isFromLedger = false, ...given }: GivenAnswer): WishAnswer {
  return tx.create(WishAnswer, {
    wish,
    words,
    isFromLedger,
    state: wish.state,
    orgUnit: wish.orgUnit,
    orgPath: wish.orgPath,
    isPublic: wish.isPublic,
    wisher: wish.wisher,
    at: tx.now,
    answeredBy: isFromLedger ? null : actingPerson(tx),
    answeredByLabel: given.answeredByLabel === undefined ? answeredByLabel(tx.actor.name, tx.actor.grants, wish.orgPath) : given.answeredByLabel,
  });
}

/** Answers the wisher, and everybody whose wish was merged into this one. */
export async function giveAnswerToAll(tx: Transaction, wish: Wish, given: GivenAnswer): Promise<void> {
  giveAnswer(tx, wish, given);
  for (const merged of await tx.em.find(Wish, { mergedInto: wish })) giveAnswer(tx, merged, given);
}
