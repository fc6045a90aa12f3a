import type { EntityManager } from '@mikro-orm/postgresql';
import { registry } from '@weixiang/kernel';
import { UnitRecord } from '../organisation/unit-record.js';

/** A table whose rows belong to units. */
export interface UnitTable {
  subject: string;
  /** Name in SQL. */
  name: string;
  /** Whether its rows stay with a unit that is merged into another: what was done to it, and who held a role there. */
  staysWithUnit: boolean;
}

const staying: ReadonlySet<string> = new Set(['RoleAssignment', 'Delegation', 'EmergencyAccess', 'Reorganisation']);

/**
 * Every table of records that belong to units, plugins' included, enabled for the tenant or not: their data returns one day.
 * Roles come last. Until theirs has followed, who serves at a moved unit reaches it where it was and where it is.
 */
export function unitTables(em: EntityManager): UnitTable[] {
  const metadata = em.getMetadata();
  const tables = registry.tables().filter(({ entity }) => entity.prototype instanceof UnitRecord);
  const found = tables.flatMap(({ subject, entity }) => {
    const known = metadata.find(entity as never); // what the registry calls abstract are the entities' classes
    return known ? [{ subject, name: known.tableName, staysWithUnit: staying.has(subject) }] : [];
  });
  return found.toSorted((one, other) => Number(one.subject === 'RoleAssignment') - Number(other.subject === 'RoleAssignment'));
}
