export { keepSums } from './keep-sums.js';
export { type KeptFacts, keptFactsProblem } from './kept-facts.js';
export { sumsAreWorthIt } from './kept-sums.js';
export * from './metric.js';
export { type KeptParting, readSums, type SumRow } from './read-sums.js';
