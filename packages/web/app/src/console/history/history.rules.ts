/** One thing that happened to a record: `changes` holds each property as [before, after]. */
export type HistoryEvent = {
  id: string;
  name: string;
  at: string;
  changes: unknown;
  words: string | null;
  actor: { name: string | null } | null;
};

/**
 * The states that something entered, each with the instant it first did, oldest first. What nobody did came from a
 * ledger: the day on which that was read says nothing about the day of the deed, and is left out.
 */
export function statesEntered(history: readonly Pick<HistoryEvent, 'at' | 'changes' | 'actor'>[]): Map<string, string> {
  const entered = new Map<string, string>();
  for (const { at, changes } of history
    .filter(({ actor }) => actor !== null)
    .toSorted((one, other) => one.at.localeCompare(other.at))) {
    const state = stateAfter(changes);
    if (state && !entered.has(state)) entered.set(state, at);
  }
  return entered;
}

function stateAfter(changes: unknown): string | undefined {
  if (typeof changes !== 'object' || changes === null || !('state' in changes)) return undefined;
  const after: unknown = Array.isArray(changes.state) ? changes.state[1] : undefined;
  return typeof after === 'string' ? after : undefined;
}
