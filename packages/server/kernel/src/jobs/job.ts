import type { Kernel } from '../kernel.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { Transaction } from '../write/transaction.js';

/** A job's payload: JSON, small, and never anything sensitive. */
export type JobPayload = Record<string, string | number | boolean | null>;

/** A job of a feature. It runs in one transaction of its tenant, as the system, at least once: it must bear a second run. */
export interface JobDefinition {
  /** `wish.escalate`: unique over all features. */
  name: string;
  run(tx: Transaction, payload: JobPayload): Promise<void>;
  /** Instead of {@link run}, for long work in many transactions (an import): it opens them itself through the kernel. */
  runOutside?(kernel: Kernel, tenant: Tenant, payload: JobPayload): Promise<void>;
}

/** A job that runs by the clock, once for every tenant that has the feature. */
export interface CronDefinition {
  name: string;
  /** Minutes between runs. */
  everyMinutes: number;
  run(tx: Transaction): Promise<void>;
}
