import type { CronDefinition, FileKind, Tenant } from '@weixiang/kernel';

/** Tenant setting: how many days the cells of refused rows are kept for whoever mends them. */
export function keepRefusedRowsDays({ settings }: Pick<Tenant, 'settings'>): number {
  const days = settings['imports.keepRefusedRowsDays'];
  return typeof days === 'number' ? days : 90;
}

/**
 * Forgets what stood in refused rows once the term is over: names and telephones of people whom nobody took in. Counts,
 * row numbers and reasons stay.
 */
export const forgetRefusedRows: CronDefinition = {
  name: 'imports.forgetRefusedRows',
  everyMinutes: 60,
  async run(tx) {
    const before = new Date(tx.now.getTime() - keepRefusedRowsDays(tx.tenant) * 24 * 3_600_000);
    await tx.em.execute(
      `update import_problem set cells = null where tenant_id = ? and cells is not null
         and import_id in (select id from ledger_import where tenant_id = ? and finished_at < ?)`,
      [tx.tenant.id, tx.tenant.id, before],
    );
  },
};

/** Files of ledgers; each is removed when its import ends, and one that no import names was broken off. */
export const importFiles: FileKind = {
  kind: 'imports',
  async inUse(em, tenantId, keys) {
    const rows = await em.execute<{ file_key: string }[]>(`select file_key from ledger_import where tenant_id = ? and file_key in (${keys.map(() => '?').join(', ')})`, [tenantId, ...keys]);
    return rows.map(({ file_key: key }) => key);
  },
};
