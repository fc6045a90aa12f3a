export { EvaluationProposal } from './evaluation-proposal.entity.js';
export { evaluationProposalList } from './evaluation-proposal.list.js';
export { EvaluationRound } from './evaluation-round.entity.js';
export { evaluationRoundList } from './evaluation-round.list.js';
export { evaluationsFeature } from './evaluations.feature.js';
export { policyOf } from './evaluation-policy.service.js';
export { openRound } from './round-opening.service.js';
export { closeRound } from './round-closing.service.js';
export { Grade, ProposalKind } from './evaluation.enums.js';
