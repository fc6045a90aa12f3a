export { filtersFeature } from './filters.feature.js';
