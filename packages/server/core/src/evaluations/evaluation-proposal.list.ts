import { anyOf, ascending, defineList, descending, inSubtree, refersTo } from '@weixiang/kernel';
import { ProposalKind, ProposalState } from './evaluation.enums.js';
import { EvaluationProposal } from './evaluation-proposal.entity.js';

/** What is proposed after final grades. */
export const evaluationProposalList = defineList({
  of: () => EvaluationProposal,
  name: 'EvaluationProposal',
  filter: {
    state: anyOf('state', () => [ProposalState], 'Only proposals that stand like this.'),
    kind: anyOf('kind', () => [ProposalKind], 'Only proposals of these kinds.'),
    project: refersTo('project', 'project', 'Only proposals about this project.'),
    round: refersTo('round', 'round', 'Only what follows from this evaluation.'),
    within: inSubtree('Only proposals about projects of this unit or below.'),
  },
  sort: {
    NEWEST: descending('createdAt', 'Latest first.'),
    OLDEST: ascending('createdAt', 'Longest waiting first.'),
  },
});
