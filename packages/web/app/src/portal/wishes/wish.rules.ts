import type { WishStateName } from '@weixiang/kit';

/** Nobody has answered yet: the latest day for it stands where the answer will. */
export function isWaitingForAnswer(wish: { state: WishStateName; lastAnswer: object | null }): boolean {
  return wish.state === 'SUBMITTED' && wish.lastAnswer === null;
}

/** Standing behind a wish helps it while it is on its way, not once it has ended. */
export function canBeSupported({ state }: { state: WishStateName }): boolean {
  return state === 'SUBMITTED' || state === 'ACCEPTED' || state === 'LISTED' || state === 'IN_PROJECT';
}
