import type { EntityManager } from '@mikro-orm/postgresql';
import type { IdentifiedPerson, Identity, Loan } from '@weixiang/kernel';

interface IdentityRow {
  name: string;
  assignment_id: string | null;
  role: string;
  org_unit_id: string;
  path: string;
  former_path: string;
  oversees: string[];
  partner_id: string | null;
  delegation_id: string | null;
  lender_id: string;
  lent_until: string;
}

/**
 * Tells the kernel who a session's person is: one statement, on every request. A role reaches what is below its unit; while
 * the unit's records follow it to another place, also what is still where the unit was (docs/adr/0018). A role that is
 * lent counts as long as its holder has it, and a role speaks for no partner that was removed.
 */
export const peopleIdentity: Identity = {
  async identify(em: EntityManager, tenantId: string, personId: string, date: string): Promise<IdentifiedPerson | null> {
    const rows = await em.execute<IdentityRow[]>(
      `select person.name, held.id as assignment_id, held.role, held.org_unit_id, unit.org_path::text as path, held.org_path::text as former_path, unit.oversees, partner.id as partner_id,
         held.delegation_id, held.person_id as lender_id, held.lent_until
       from person
       left join lateral (
         select own.*, null::uuid as delegation_id, null as lent_until from role_assignment own where own.tenant_id = ? and own.person_id = person.id
         union all
         select loaned.*, lent.id, lent.until::text from delegation lent
           join role_assignment loaned on loaned.tenant_id = ? and loaned.id = lent.assignment_id
           join person lender on lender.tenant_id = ? and lender.id = loaned.person_id and not lender.is_closed
         where lent.tenant_id = ? and lent.person_id = person.id and lent.since <= ? and lent.until >= ?
       ) held on held.since <= ? and (held.until is null or held.until >= ?)
       left join org_unit unit on unit.tenant_id = ? and unit.id = held.org_unit_id
       left join partner on partner.tenant_id = ? and partner.id = held.partner_id and partner.state = 'ADMITTED'
       where person.tenant_id = ? and person.id = ? and not person.is_closed
       order by held.delegation_id is not null, held.since, held.id`,
      [tenantId, tenantId, tenantId, tenantId, date, date, date, date, tenantId, tenantId, tenantId, personId],
    );
    const [first] = rows;
    if (!first) return null;
    const grants = rows.flatMap((row) => {
      if (row.assignment_id === null) return [];
      const grant = { assignmentId: row.assignment_id, role: row.role, orgUnitId: row.org_unit_id, oversees: row.oversees, ...(row.partner_id === null ? {} : { speaksFor: row.partner_id }), ...loanOf(row) };
      return [...new Set([row.path, row.former_path])].map((path) => ({ ...grant, path }));
    });
    return { id: personId, name: first.name, grants };
  },
};

function loanOf({ delegation_id, lender_id, lent_until }: IdentityRow): { lent?: Loan } {
  return delegation_id === null ? {} : { lent: { delegationId: delegation_id, lenderId: lender_id, until: lent_until } };
}
