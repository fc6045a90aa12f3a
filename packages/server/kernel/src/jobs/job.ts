import type { Kernel } from '../kernel.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { Transaction } from '../write/transaction.js';

/** A job's payload: JSON, small, and never anything sensitive. */
export type JobPayload = Record<string, string | number | boolean | null>;

/** A job of a feature, run at least once: it must bear a second run. */
export type JobDefinition = InnerJob | OuterJob;

/** A job that runs in one transaction of its tenant, as the system. */
export interface InnerJob {
  /** `wish.escalate`: unique over all features. */
  name: string;
  run(tx: Transaction, payload: JobPayload): Promise<void>;
}

/** Long work in many transactions (an import): it opens them itself through the kernel. */
export interface OuterJob {
  name: string;
  /** @param signal Aborted when the server stops: leave off at the next good place by throwing. */
  runOutside(kernel: Kernel, tenant: Tenant, payload: JobPayload, signal: AbortSignal): Promise<void>;
}

/** A job that runs by the clock, once for every tenant that has the feature. */
export interface CronDefinition {
  name: string;
  /** Minutes between runs. */
  everyMinutes: number;
  /** Also whenever a process starts: it takes up what a dead one left. */
  atStart?: boolean;
  /**
   * A condition in SQL without which there is nothing to do; `$1` is the tenant, `$2` the time. Those of all crons that are due are
   * asked in one statement, which is what a tenant at rest costs. Without it the cron always runs.
   * @example when: 'exists (select from fact_delta where tenant_id = $1)'
   */
  when?: string;
  run(tx: Transaction): Promise<void>;
}
