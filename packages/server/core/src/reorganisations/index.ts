export { letRecordsFollow } from './following.js';
export { Reorganisation } from './reorganisation.entity.js';
export { ReorganisationKind, ReorganisationState } from './reorganisation.enums.js';
export { reorganisationsFeature } from './reorganisations.feature.js';
