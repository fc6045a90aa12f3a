import type { Kernel, Tenant } from '@weixiang/kernel';
import { importFile } from '@weixiang/core';
import { existsSync } from 'node:fs';

/** Ledgers in the order in which they refer to one another. */
const order = ['org-units', 'partners', 'projects', 'wishes', 'activities', 'evaluations'];

/** Imports a folder of ledgers through the product's own importers; a folder that is not there holds none. */
export async function importLedgers(kernel: Kernel, tenant: Tenant, folder: string, progress: (line: string) => void): Promise<void> {
  for (const ledger of order) {
    const file = `${folder}${ledger}.xlsx`;
    if (!existsSync(file)) continue;
    const { accepted, unchanged, rejectedCount } = await importFile(kernel, tenant, ledger, file);
    progress(`  ${ledger}: ${accepted} accepted, ${unchanged} unchanged, ${rejectedCount} refused`);
  }
}
