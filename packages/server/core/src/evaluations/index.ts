export { EvaluationRound, Grade } from './evaluation-round.entity.js';
export { evaluationRoundList } from './evaluation-round.list.js';
export { evaluationsFeature } from './evaluations.feature.js';
