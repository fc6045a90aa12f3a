import type { Kernel, LedgerImporter, Tenant, Transaction } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import { Import } from './import.entity.js';

/** One import while it runs. */
export interface ImportRun {
  kernel: Kernel;
  tenant: Tenant;
  id: string;
  importer: LedgerImporter;
  /** Path of its file on this machine. */
  path: string;
  /** UUID of who sent it. */
  startedBy: string | null;
  /** Aborted when the server stops: the import pauses between two batches. */
  signal: AbortSignal;
}

/** Runs a write on the import itself, as the product on behalf of who sent the file. */
export function inRun<T>({ kernel, tenant, id, startedBy }: ImportRun, write: (tx: Transaction, run: Import) => Promise<T>): Promise<T> {
  return kernel.asSystem(tenant, requestOf(id), async (tx) => write(tx, await tx.em.findOneOrFail(Import, { id })), startedBy);
}

/** The request id under which an import's events stand. */
export function requestOf(id: string): string {
  return toTypeId('import', id);
}
