export { searchFeature } from './search.feature.js';
