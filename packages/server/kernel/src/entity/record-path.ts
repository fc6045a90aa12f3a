import type { EntityManager } from '@mikro-orm/postgresql';
import { arrayText } from '../database/array-text.js';
import { prepared } from '../database/prepared.js';
import { registry } from './registry.js';

/**
 * Where records belong now: path by UUID, null for a noun that belongs to no unit; those that are not there are
 * left out.
 * @example await pathsOf(tx.em, tx.tenant.id, 'Wish', ids) // Map { '0192…' → 'a.b.c' }
 */
export async function pathsOf(em: EntityManager, tenantId: string, subject: string, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const entity = registry.tableBySubject(subject)?.entity;
  if (!entity || ids.length === 0) return new Map();
  const meta = [...em.getMetadata().getAll().values()].find((known) => known.class === entity);
  if (!meta) return new Map();
  const { tableName, properties } = meta;
  const path = 'orgPath' in properties ? 'org_path' : 'null';
  const rows = await em.execute<{ id: string; path: string | null }[]>(
    prepared(`select id, ${path} as path from "${tableName}" where tenant_id = ? and id = any(?::uuid[])`),
    [tenantId, arrayText(ids)],
  );
  return new Map(rows.map((row) => [row.id, row.path]));
}
