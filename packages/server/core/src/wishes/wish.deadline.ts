import type { Tenant } from '@weixiang/kernel';
import { CHINA_HOLIDAYS, deadlineAfterWorkingDays } from '@weixiang/shared';
import { answerWithinWorkingDays } from '../tenants/tenant.service.js';

/** When what begins now must be answered: the end of the last of the tenant's working days, in its zone. */
export function answerDeadline(tenant: Tenant, start: Date): Date {
  return deadlineAfterWorkingDays(start, answerWithinWorkingDays(tenant), tenant.timeZone, CHINA_HOLIDAYS);
}
