export { notificationsFeature } from './notifications.feature.js';
export { holdersAt, nearest, ofRecords } from './recipients.js';
