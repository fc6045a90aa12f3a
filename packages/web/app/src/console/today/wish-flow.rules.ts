import type { WishState } from '../generated/graphql.js';

/** How far wishes have come at least: each stage holds all that reached it, wherever they are now. */
export const flowStages = [
  'SUBMITTED',
  'ACCEPTED',
  'LISTED',
  'IN_PROJECT',
  'FULFILLED',
  'CONFIRMED',
] as const satisfies WishState[];

export type FlowStage = { state: (typeof flowStages)[number]; reached: number; waiting: number; before: number };

/**
 * Turns counts by present state into a funnel. Merged and declined wishes were answered, so they count as received and
 * answered and no further.
 */
export function flowOf(counts: readonly { key: string; count: number }[]): {
  stages: FlowStage[];
  merged: number;
  declined: number;
} {
  const at = (state: WishState) => counts.find(({ key }) => key === state)?.count ?? 0;
  const merged = at('MERGED');
  const declined = at('DECLINED');
  const stages = flowStages.map((state, index) => {
    const onward = flowStages.slice(index).reduce((sum, each) => sum + at(each), 0);
    return { state, reached: index < 2 ? onward + merged + declined : onward, waiting: at(state), before: 0 };
  });
  return {
    stages: stages.map((stage, index) => ({ ...stage, before: stages[index - 1]?.reached ?? stage.reached })),
    merged,
    declined,
  };
}
