import type { CronDefinition } from '@weixiang/kernel';
import { stepTermsOfToday } from './term.service.js';

/** Starts and finishes terms on their own days, in the tenant's zone. */
export const termDays: CronDefinition = { name: 'education.termDays', everyMinutes: 10, run: stepTermsOfToday };
