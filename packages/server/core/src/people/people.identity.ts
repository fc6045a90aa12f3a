import type { EntityManager } from '@mikro-orm/postgresql';
import type { IdentifiedPerson, Identity } from '@weixiang/kernel';

interface IdentityRow {
  name: string;
  assignment_id: string | null;
  role: string;
  org_unit_id: string;
  path: string;
  former_path: string;
  oversees: string[];
}

/**
 * Tells the kernel who a session's person is: one statement, on every request. A role reaches what is below its unit; while
 * the unit's records follow it to another place, also what is still where the unit was (docs/adr/0016).
 */
export const peopleIdentity: Identity = {
  async identify(em: EntityManager, tenantId: string, personId: string, date: string): Promise<IdentifiedPerson | null> {
    const rows = await em.execute<IdentityRow[]>(
      `select person.name, held.id as assignment_id, held.role, held.org_unit_id, unit.org_path::text as path, held.org_path::text as former_path, unit.oversees
       from person
       left join role_assignment held on held.tenant_id = ? and held.person_id = person.id
         and held.since <= ? and (held.until is null or held.until >= ?)
       left join org_unit unit on unit.tenant_id = ? and unit.id = held.org_unit_id
       where person.tenant_id = ? and person.id = ? and not person.is_closed
       order by held.since, held.id`,
      [tenantId, date, date, tenantId, tenantId, personId],
    );
    const [first] = rows;
    if (!first) return null;
    const grants = rows.flatMap((row) => {
      if (row.assignment_id === null) return [];
      const grant = { assignmentId: row.assignment_id, role: row.role, orgUnitId: row.org_unit_id, oversees: row.oversees };
      return [...new Set([row.path, row.former_path])].map((path) => ({ ...grant, path }));
    });
    return { id: personId, name: first.name, grants };
  },
};
