import type { EntityManager } from '@mikro-orm/postgresql';
import type { Kernel } from '../kernel.js';

/** A kind of file that a feature keeps, and how it knows those that it still needs. */
export interface FileKind {
  /** One lower-case word: `imports`. */
  kind: string;
  /** Those of the keys that some record of the tenant names. */
  inUse(em: EntityManager, tenantId: string, keys: readonly string[]): Promise<readonly string[]>;
}

/** How long a file may wait for a record that names it. */
export const orphanHours = 24;
const page = 500;

/**
 * Removes a tenant's files that no record names a day after they came: uploads that were broken off between the file and
 * its record, and files whose records are gone. Files of plugins that are off are kept by their records like any other.
 * @returns how many were removed.
 */
export async function removeOrphans({ catalogue, clock, database, files }: Kernel, tenantId: string): Promise<number> {
  const moment = new Date(clock.now().getTime() - orphanHours * 3_600_000);
  let removed = 0;
  for (const { kind, inUse } of catalogue.all.flatMap(({ fileKinds = [] }) => fileKinds)) {
    const old = await files.of(tenantId).storedBefore(kind, moment);
    for (let at = 0; at < old.length; at += page) {
      const keys = old.slice(at, at + page);
      const used = new Set(await database.inTenant(tenantId, (em) => inUse(em, tenantId, keys)));
      for (const key of keys.filter((one) => !used.has(one))) {
        await files.of(tenantId).remove(key);
        removed += 1;
      }
    }
  }
  return removed;
}
