export { Agreement } from './agreement.entity.js';
export { agreementList } from './agreement.list.js';
export { agreementsFeature } from './agreements.feature.js';
