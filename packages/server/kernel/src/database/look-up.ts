import type { EntityManager } from '@mikro-orm/postgresql';
import type { TenantRecord } from '../entity/record.js';
import { prepared } from './prepared.js';

/** One record's key. */
type Key = Pick<TenantRecord, 'tenantId' | 'id'>;

/** How a table's record is read, whether it is locked by that or not. */
type LookUps = Record<'locking' | 'plain', string>;

const known = new Map<string, LookUps>();

/**
 * The record of a table that has this key, as the ORM's own `findOne` gives it, or null. Most of what that takes is making SQL
 * of a condition; this is made once a table. What the manager has heard of already is left to the ORM, which knows what it has.
 */
export async function lookUp<T extends TenantRecord>(em: EntityManager, table: new () => T, { tenantId, id }: Key, how: keyof LookUps): Promise<T | null> {
  const [row] = await em.execute<object[]>(lookUpsOf(em, table)[how], [tenantId, id]);
  if (!row) return null;
  const data = em.getDriver().mapResult(row, em.getMetadata(table));
  return data && em.getEntityFactory().create(table, data, { merge: true, convertCustomTypes: true });
}

function lookUpsOf(em: EntityManager, table: new () => TenantRecord): LookUps {
  const { tableName, props } = em.getMetadata(table);
  let lookUps = known.get(tableName);
  if (!lookUps) {
    const columns = [...new Set(props.flatMap(({ fieldNames = [], persist }) => (persist === false ? [] : fieldNames)))];
    const plain = `select ${columns.map((column) => `"${column}"`).join(', ')} from "${tableName}" where tenant_id = ? and id = ?`;
    known.set(tableName, (lookUps = { plain: prepared(plain), locking: prepared(`${plain} for update`) }));
  }
  return lookUps;
}
