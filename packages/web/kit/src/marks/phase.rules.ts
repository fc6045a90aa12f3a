/** The states of a wish as the schema names them. */
export const wishStates = ['SUBMITTED', 'ACCEPTED', 'LISTED', 'IN_PROJECT', 'FULFILLED', 'CONFIRMED', 'MERGED', 'DECLINED'] as const;

export type WishStateName = (typeof wishStates)[number];

/** Which family of colours a state speaks in: wait, doing, done or rest. */
export function phaseOf(state: WishStateName): { tone: 'wait' | 'doing' | 'done' | 'rest' } {
  if (state === 'SUBMITTED') return { tone: 'wait' };
  if (state === 'FULFILLED' || state === 'CONFIRMED') return { tone: 'done' };
  if (state === 'MERGED' || state === 'DECLINED') return { tone: 'rest' };
  return { tone: 'doing' };
}
