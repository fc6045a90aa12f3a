import type { Transaction } from '@weixiang/kernel';
import { withoutPeople } from '@weixiang/shared';
import { actingPerson } from './acting-person.js';
import { WishAnswer } from './wish-answer.entity.js';
import { Wish } from './wish.entity.js';
import { answeredByLabel, answerOnWall, wisherIn } from './wish.rules.js';

/** An answer, and whose it is when it is not the actor's own. */
interface GivenAnswer {
  words: string;
  /** Every wish that is answered in these words; without it this one alone. */
  to?: readonly Wish[];
  /** Whether they are the resident's own words. */
  isResidents?: boolean;
  answeredByLabel?: string | null;
  isFromLedger?: boolean;
}

/** Answers the wisher: the words stand with the state that the wish has now, and the deadline of the first answer ends. */
export function giveAnswer(tx: Transaction, wish: Wish, given: GivenAnswer): void {
  wish.lastAnswer = tx.create(WishAnswer, answerOf(tx, wish, given));
  wish.escalatesAt = null;
  wish.isOverdue = false;
  if (!given.isFromLedger) wish.firstAnsweredAt ??= tx.now;
}

/**
 * What an answer to a wish is; which one is its last is for whoever calls to say. Whoever is answered in the same words
 * reads nothing in them of the other wishers.
 */
export function answerOf(tx: Transaction, wish: Wish, { words, to = [wish], isResidents = false, isFromLedger = false, ...given }: GivenAnswer): Partial<WishAnswer> {
  const own = wisherIn(wish);
  const others = to.map(wisherIn).map(({ name, phone }) => ({ name: name === own.name ? null : name, phone: phone === own.phone ? null : phone }));
  return {
    wish,
    words: withoutPeople(words, others),
    wallWords: answerOnWall(words, [own, ...others], isResidents),
    isFromLedger,
    state: wish.state,
    orgUnit: wish.orgUnit,
    orgPath: wish.orgPath,
    isPublic: wish.isPublic,
    wisher: wish.wisher,
    at: tx.now,
    answeredBy: isFromLedger ? null : actingPerson(tx),
    answeredByLabel: given.answeredByLabel === undefined ? answeredByLabel(tx.actor.name, tx.actor.grants, wish.orgPath) : given.answeredByLabel,
  };
}

/** Answers the wisher, and everybody whose wish was merged into this one. */
export async function giveAnswerToAll(tx: Transaction, wish: Wish, given: GivenAnswer): Promise<void> {
  const merged = await tx.em.find(Wish, { mergedInto: wish });
  const to = [...new Set([...(given.to ?? []), wish, ...merged])];
  for (const each of [wish, ...merged]) giveAnswer(tx, each, { ...given, to });
}
