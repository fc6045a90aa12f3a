export { keepSums } from './keep-sums.js';
export { type KeptFacts, keptFactsProblem } from './kept-facts.js';
export * from './metric.js';
export { belongsTo, keptFactsOf, type KeptParting } from './read-sums.js';
