export { emergenciesFeature } from './emergencies.feature.js';
export { EmergencyAccess } from './emergency-access.entity.js';
