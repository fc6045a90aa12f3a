import type { IdentifiedPerson, Identity, Loan } from '@weixiang/kernel';

/** A role as the evidence tells of it. */
interface HeldRole {
  id: string;
  role: string;
  unit: string;
  path: string;
  /** Where the unit was, for as long as its records follow it from there. */
  formerPath: string;
  oversees: string[];
  partner: string | null;
  delegation: string | null;
  lender: string;
  lentUntil: string;
}

interface PersonEvidence {
  id: string;
  name: string;
  held: HeldRole[];
}

/**
 * Tells the kernel who a session's person is: one statement, on every request. A role reaches what is below its unit; while
 * the unit's records follow it to another place, also what is still where the unit was (docs/adr/0018). A role that is
 * lent counts as long as its holder has it, and a role speaks for no partner that was removed.
 */
export const peopleIdentity: Identity = {
  evidence: (personId) => `(
    select json_build_object('id', person.id, 'name', person.name, 'held', (
      select coalesce(json_agg(json_build_object('id', held.id, 'role', held.role, 'unit', held.org_unit_id, 'path', unit.org_path::text, 'formerPath', held.org_path::text,
          'oversees', unit.oversees, 'partner', partner.id, 'delegation', held.delegation_id, 'lender', held.person_id, 'lentUntil', held.lent_until)
        order by held.delegation_id is not null, held.since, held.id), '[]')
      from (
        select own.*, null::uuid as delegation_id, null as lent_until from role_assignment own where own.tenant_id = $1 and own.person_id = person.id
        union all
        select loaned.*, lent.id, lent.until::text from delegation lent
          join role_assignment loaned on loaned.tenant_id = $1 and loaned.id = lent.assignment_id
          join person lender on lender.tenant_id = $1 and lender.id = loaned.person_id and not lender.is_closed
        where lent.tenant_id = $1 and lent.person_id = person.id and lent.since <= $2 and lent.until >= $2
      ) held
      join org_unit unit on unit.tenant_id = $1 and unit.id = held.org_unit_id
      left join partner on partner.tenant_id = $1 and partner.id = held.partner_id and partner.state = 'ADMITTED'
      where held.since <= $2 and (held.until is null or held.until >= $2)
    ))::text
    from person where person.tenant_id = $1 and person.id = ${personId} and not person.is_closed)`,

  read(evidence: string): IdentifiedPerson {
    const { id, name, held }: PersonEvidence = JSON.parse(evidence);
    const grants = held.flatMap((role) => {
      const { partner, unit, oversees } = role;
      const grant = { assignmentId: role.id, role: role.role, orgUnitId: unit, oversees, ...(partner === null ? {} : { speaksFor: partner }), ...loanOf(role) };
      return [...new Set([role.path, role.formerPath])].map((path) => ({ ...grant, path }));
    });
    return { id, name, grants };
  },
};

function loanOf({ delegation, lender, lentUntil }: HeldRole): { lent?: Loan } {
  return delegation === null ? {} : { lent: { delegationId: delegation, lenderId: lender, until: lentUntil } };
}
