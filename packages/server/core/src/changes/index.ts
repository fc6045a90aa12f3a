export { RecordChange } from './change.type.js';
export { changesFeature } from './changes.feature.js';
