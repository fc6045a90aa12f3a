import { Grade, ProposalKind, ProposalState } from './evaluation.enums.js';
import type { EvaluationProposal } from './evaluation-proposal.entity.js';
import type { EvaluationRound } from './evaluation-round.entity.js';

/**
 * What a final grade calls for. Excellent: commendation. Fail: correction. Fail again, in succession, in a round whose
 * ratings began after that correction was confirmed: removal (domain.md, Step 4, result). Tallies from a ledger are grades
 * like others here, but nothing follows from them themselves.
 * @param before the project's final grades before it, latest first.
 */
export function proposalKindAfter(
  round: Pick<EvaluationRound, 'grade' | 'openedAt'>,
  before: readonly Pick<EvaluationRound, 'id' | 'grade'>[],
  proposals: readonly Pick<EvaluationProposal, 'kind' | 'state' | 'decidedAt' | 'round'>[],
): ProposalKind | null {
  if (round.grade === Grade.EXCELLENT) return ProposalKind.COMMENDATION;
  if (round.grade !== Grade.FAIL) return null;
  const since = before.findIndex(({ grade }) => grade !== Grade.FAIL);
  const failed = new Set((since === -1 ? before : before.slice(0, since)).map(({ id }) => id));
  const corrections = proposals.filter(({ kind, state, round: { id } }) => kind === ProposalKind.CORRECTION && state === ProposalState.CONFIRMED && failed.has(id));
  if (corrections.length === 0) return ProposalKind.CORRECTION;
  const { openedAt } = round;
  const failedAgain = corrections.some(({ decidedAt }) => decidedAt !== null && openedAt !== null && decidedAt < openedAt);
  // Rated while the correction had only just been ordered: it is being corrected already.
  return failedAgain ? ProposalKind.REMOVAL : null;
}
