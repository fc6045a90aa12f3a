import type { Transaction } from '../write/transaction.js';

/** What a feature puts into a new tenant; must bear a second run. */
export interface Seed {
  name: string;
  run(tx: Transaction): Promise<void>;
}
