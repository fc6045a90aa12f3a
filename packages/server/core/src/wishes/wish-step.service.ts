import { optionalWords, refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { meetDemandOf, reopenDemandOf } from '../demands/demand-answer.service.js';
import { gather, listDemandOf } from './gathering.service.js';
import { takeWishStep } from './wish.case.js';
import { Wish } from './wish.entity.js';
import { WishState } from './wish.enums.js';
import { answeredByLabel, answerOnWall, longestWords, standardWords, wisherIn } from './wish.rules.js';
import { refuseEnded } from './wish.service.js';
import { giveAnswer, giveAnswerToAll } from './wish-answer.service.js';
import { moveSupporters } from './wish-support.service.js';
import type { AnswerWishInput, ConfirmWishInput, DeclineWishInput, FulfilWishInput, ListWishInput, MergeWishInput } from './wish-step.inputs.js';

/** Answers the wisher. The first answer accepts the wish; any other changes no state. */
export async function answerWish(tx: Transaction, input: AnswerWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'answer', input);
  refuseEnded(wish);
  const words = requiredWords(input.words, 'words', longestWords);
  const isFirst = wish.state === WishState.SUBMITTED;
  if (isFirst) takeWishStep(tx, wish, 'answer', { words });
  await giveAnswerToAll(tx, wish, { words });
  tx.announce(isFirst ? 'wish.accepted' : 'wish.answered', wish);
  return wish;
}

/** Declines a wish with a reason, which is the answer; it leaves its demand. */
export async function declineWish(tx: Transaction, input: DeclineWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'decline', input);
  takeWishStep(tx, wish, 'decline', { reason: input.reason });
  const words = requiredWords(input.reason, 'reason', longestWords);
  await gather(tx, wish, null);
  await giveAnswerToAll(tx, wish, { words });
  tx.announce('wish.declined', wish, { words: answerOnWall(words, [wisherIn(wish)]) });
  return wish;
}

/** Puts a wish on the demand list, with its demand; or sends it on without the list, for a reason. */
export async function listWish(tx: Transaction, input: ListWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'list', input);
  const reason = optionalWords(input.skipReason, 'skipReason', longestWords);
  const words = optionalWords(input.words, 'words', longestWords);
  takeWishStep(tx, wish, reason === null ? 'list' : 'skipList', { skipReason: reason });
  // The reason by itself is for everybody; the wisher reads it whole in the answer.
  if (reason !== null) wish.unlistedReason = answerOnWall(reason, [wisherIn(wish)]);
  else await listDemandOf(tx, wish);
  await giveAnswerToAll(tx, wish, { words: words ?? (reason === null ? standardWords.listed : standardWords.skipped(reason)) });
  tx.announce(reason === null ? 'wish.listed' : 'wish.unlisted', wish, { words: reason === null ? null : wish.unlistedReason });
  return wish;
}

/** Merges a wish into another that says the same; from then on its wisher gets the other's answers. */
export async function mergeWish(tx: Transaction, input: MergeWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'merge', input);
  const into = await tx.load(Wish, input.into, 'merge', { field: 'into' });
  if (into.id === wish.id) throw refuse('MERGE_INTO_ITSELF', 'into');
  if (into.state === WishState.MERGED || into.state === WishState.DECLINED) throw refuse('WISH_ENDED', 'into');
  takeWishStep(tx, wish, 'merge', { into: input.into });
  const words = optionalWords(input.words, 'words', longestWords) ?? standardWords.merged;
  for (const merged of await tx.em.find(Wish, { mergedInto: wish })) merged.mergedInto = into;
  wish.mergedInto = into;
  await gather(tx, wish, into.demand);
  await moveSupporters(tx, wish, into);
  giveAnswer(tx, wish, { words });
  tx.announce('wish.merged', wish, { into: into.id });
  return wish;
}

/** Says that a wish is fulfilled; its demand is met with the last of its wishes. */
export async function fulfilWish(tx: Transaction, input: FulfilWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'fulfil', input);
  takeWishStep(tx, wish, 'fulfil', { words: input.words });
  await giveAnswerToAll(tx, wish, { words: requiredWords(input.words, 'words', longestWords) });
  await meetDemandOf(tx, wish);
  tx.announce('wish.fulfilled', wish);
  return wish;
}

/** Keeps what the resident says about the result: done, or not, and then its project goes on. */
export async function confirmWish(tx: Transaction, input: ConfirmWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'confirm', input);
  takeWishStep(tx, wish, input.isDone ? 'confirm' : 'notDone');
  const words = optionalWords(input.words, 'words', longestWords) ?? (input.isDone ? standardWords.confirmed : standardWords.notDone);
  giveAnswer(tx, wish, { words, isResidents: true, answeredByLabel: residentLabel(tx, wish) });
  if (!input.isDone) await reopenDemandOf(tx, wish);
  tx.announce(input.isDone ? 'wish.confirmed' : 'wish.notDone', wish);
  return wish;
}

/** The resident's own words, perhaps taken down by staff. */
function residentLabel(tx: Transaction, wish: Wish): string {
  const resident = wish.wisherLabel ?? '居民';
  if (wish.wisher) return resident;
  return `${resident}（${answeredByLabel(tx.actor.name, tx.actor.grants, wish.orgPath) ?? '工作人员'}代记）`;
}
