import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../database/database.js';
import type { Cipher } from './cipher.js';
import { allEncryptedColumns, type EncryptedColumn } from './encrypted-columns.js';

/** Rows of one transaction: few enough that nobody waits long for one of them. */
const batch = 200;

/**
 * Brings every encrypted column of a tenant under the first key: what was written before the column was encrypted, and
 * what stands under keys that are to go. It changes no record, so it leaves no event and no new version. Bears being
 * broken off and a second run beside it.
 * @returns rows rewritten, by table.
 */
export async function reencryptTenant(database: Database, cipher: Cipher, tenantId: string): Promise<Map<string, number>> {
  const tables = Map.groupBy(allEncryptedColumns(database.orm.getMetadata()), ({ table }) => table);
  const rewritten = new Map<string, number>();
  for (const [table, columns] of tables) {
    for (let count = batch; count === batch; ) {
      count = await database.inTenant(tenantId, (em) => rewrite(em, cipher, tenantId, table, columns));
      rewritten.set(table, (rewritten.get(table) ?? 0) + count);
    }
  }
  return rewritten;
}

async function rewrite(em: EntityManager, cipher: Cipher, tenantId: string, table: string, columns: readonly EncryptedColumn[]): Promise<number> {
  const { currentPrefix } = cipher;
  const isOld = columns.map(({ column }) => `not starts_with(${column}, ?)`).join(' or ');
  const rows = await em.execute<Record<string, string | null>[]>(
    `select id, ${columns.map(({ column }) => column).join(', ')} from ${table} where tenant_id = ? and (${isOld}) limit ${batch} for update skip locked`,
    [tenantId, ...columns.map(() => currentPrefix)],
  );
  for (const row of rows) {
    const id = String(row['id']);
    const old = columns.filter(({ column }) => row[column] != null && !String(row[column]).startsWith(currentPrefix));
    const values = old.map(({ column, type }) => {
      const place = { tenantId, table, column, id };
      return cipher.encrypt(place, cipher.decrypt(place, String(row[column]), type));
    });
    await em.execute(`update ${table} set ${old.map(({ column }) => `${column} = ?`).join(', ')} where tenant_id = ? and id = ?`, [...values, tenantId, id]);
  }
  return rows.length;
}
