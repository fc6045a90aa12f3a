export { defaultLiveLimits, type LiveLimits } from './connections.js';
export { ask, follow, heed, question, type Ask, type Following, type Question } from './following.js';
export type { FedEvent } from '../events/tenant.feed.js';
