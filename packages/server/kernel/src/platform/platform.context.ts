import { say } from '@weixiang/shared';
import type { Kernel } from '../kernel.js';
import { messageOf } from '../messages.js';
import { Forbidden, Refusal } from '../refusal.js';
import type { RequestContext } from '../request/context.js';
import type { OperationContext } from '../schema/operation-context.js';
import type { RefusalData } from '../write/write.js';
import type { FoundTenant } from './found-tenant.js';
import type { Operator } from './operator.service.js';
import type { PlatformCaller } from './platform.js';

/** What a request to the platform's endpoint knows; it has no tenant and reads no record. */
export interface PlatformContext extends OperationContext, Pick<RequestContext, 'clientAddress' | 'session'> {
  kernel: Kernel;
  /** Null for nobody. */
  operator: Operator | null;
  /** Host that the request came to, without its port. */
  host: string;
  foundTenant: FoundTenant;
}

/** The operator who asks. @throws Forbidden for everybody else. */
export function requireOperator({ operator, requestId }: PlatformContext, action: string): PlatformCaller {
  if (!operator) throw new Forbidden(action);
  return { operator, requestId };
}

/** What the work answers, or why it was refused, in the words of the request's language. */
export async function refusable<T extends object>({ features, language }: PlatformContext, work: () => Promise<T>): Promise<Partial<T> & { refusals: RefusalData[] }> {
  try {
    return { ...(await work()), refusals: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, field, values } = error;
    const refused: Partial<T> = {};
    return { ...refused, refusals: [{ code, message: say(messageOf(features, code, values), language), field }] };
  }
}
