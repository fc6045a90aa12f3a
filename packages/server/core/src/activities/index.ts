export { Activity } from './activity.entity.js';
export { activityList } from './activity.list.js';
export { activitiesFeature } from './activities.feature.js';
export { recordActivity } from './activity.service.js';
