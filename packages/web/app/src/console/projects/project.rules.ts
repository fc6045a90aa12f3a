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
