import type { ProjectState } from '../generated/graphql.js';

const steps: Record<ProjectState, 1 | 2 | 3 | 4> = {
  DRAFT: 2,
  REVIEW: 2,
  RESOURCING: 3,
  AGREED: 3,
  RUNNING: 4,
  COMPLETION_REVIEW: 4,
  CLOSED: 4,
  BRAND: 4,
  PAUSED: 4,
  CORRECTION: 4,
  TERMINATED: 4,
};

/** The step of the four at which a project stands. */
export function stepOf(state: ProjectState): 1 | 2 | 3 | 4 {
  return steps[state];
}

type Change = { at: string; changes: unknown };

/**
 * The states that a project went through with the instant it first entered each, read from its history.
 * An entry that does not tell of a state is skipped.
 */
export function statesPassed(history: readonly Change[], known: ReadonlySet<string>): Map<string, string> {
  const passed = new Map<string, string>();
  for (const { at, changes } of [...history].sort((one, other) => one.at.localeCompare(other.at))) {
    for (const state of statesIn(changes)) {
      if (known.has(state) && !passed.has(state)) passed.set(state, at);
    }
  }
  return passed;
}

/** `{ state: { from, to } }`, `{ state: [from, to] }` and `{ state: to }` are told alike. */
function statesIn(changes: unknown): string[] {
  if (typeof changes !== 'object' || changes === null || !('state' in changes)) return [];
  const { state } = changes;
  if (typeof state === 'string') return [state];
  if (Array.isArray(state)) return state.filter((each) => typeof each === 'string');
  if (typeof state === 'object' && state !== null) return Object.values(state).filter((each) => typeof each === 'string');
  return [];
}
