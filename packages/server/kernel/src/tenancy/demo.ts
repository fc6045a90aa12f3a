import type { Kernel } from '../kernel.js';
import type { Transaction } from '../write/transaction.js';
import type { Tenant } from './tenant.entity.js';

/** Where a feature's demonstration takes place: the example tenant, its people by their logins, and days that lie before. */
export interface DemoStage {
  kernel: Kernel;
  tenant: Tenant;
  /**
   * Something that one of the demo accounts did so many days ago, with the rights that the account has. The same name is
   * done once, however often the example is made.
   * @throws Error when it was refused.
   */
  deed(login: string, daysAgo: number, name: string, run: (tx: Transaction) => Promise<Record<string, unknown>>): Promise<Record<string, unknown>>;
}

/** What a feature puts into the example tenant, in demo mode alone, so that who comes new finds it alive. Made through its own services. */
export interface Demo {
  name: string;
  run(stage: DemoStage): Promise<void>;
}
