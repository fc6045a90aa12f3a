export { createAccounts, createTenant, type NewAccount, type NewTenant } from './tenant.creation.js';
export { foundTenant } from './tenant.founding.js';
export { answerWithinWorkingDays } from './tenant.service.js';
