import type { IdentifiedPerson, Identity, Loan, Taking } from '@weixiang/kernel';

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
  /** Whose role it is. */
  holder: string;
  lentUntil: string;
  emergency: string | null;
  /** Milliseconds. */
  takenUntil: number;
}

interface PersonEvidence {
  id: string;
  name: string;
  held: HeldRole[];
}

/**
 * Tells the kernel who a session's person is: one statement, on every request. A role reaches what is below its unit; while
 * the unit's records follow it to another place, also what is still where the unit was (docs/adr/0018). A role that is
 * lent or taken in an emergency counts as long as its holder has it, one that is taken at its unit alone, and a role speaks
 * for no partner that was removed. Loans and emergencies are looked for where there ever was one (`hasBorrowed`).
 */
export const peopleIdentity: Identity = {
  evidence: (personId) => `(
    select json_build_object('id', person.id, 'name', person.name, 'held', (
      select coalesce(json_agg(json_build_object('id', held.id, 'role', held.role, 'unit', held.org_unit_id, 'path', unit.org_path, 'formerPath', held.org_path,
          'oversees', unit.oversees, 'partner', partner.id, 'delegation', held.delegation_id, 'holder', held.person_id, 'lentUntil', held.lent_until,
          'emergency', held.emergency_id, 'takenUntil', (extract(epoch from held.taken_until) * 1000)::float8)
        order by held.emergency_id is not null, held.delegation_id is not null, held.since, held.id), '[]')
      from (
        select own.*, null::uuid as delegation_id, null as lent_until, null::uuid as emergency_id, null::timestamptz as taken_until from role_assignment own where own.tenant_id = $1 and own.person_id = person.id
        union all
        select loaned.*, lent.id, lent.until::text, null, null from delegation lent
          join role_assignment loaned on loaned.tenant_id = $1 and loaned.id = lent.assignment_id
          join person lender on lender.tenant_id = $1 and lender.id = loaned.person_id and not lender.is_closed
        where person.has_borrowed and lent.tenant_id = $1 and lent.person_id = person.id and lent.since <= $2 and lent.until >= $2
        union all
        select taken.*, null, null, emergency.id, emergency.until from emergency_access emergency
          join role_assignment taken on taken.tenant_id = $1 and taken.id = emergency.assignment_id
        where person.has_borrowed and emergency.tenant_id = $1 and emergency.person_id = person.id and emergency.state = 'OPEN' and emergency.until > $3
      ) held
      join org_unit unit on unit.tenant_id = $1 and unit.id = held.org_unit_id
      left join partner on partner.tenant_id = $1 and partner.id = held.partner_id and partner.state = 'ADMITTED'
      where held.since <= $2 and (held.until is null or held.until >= $2)
    ))::text
    from person where person.tenant_id = $1 and person.id = ${personId} and not person.is_closed)`,

  // Everything that the evidence says of such a person; what cannot hold a space stands before what can.
  plainEvidence: (personId) => `(
    select (
      select case when count(own.partner_id) = 0
          then coalesce(string_agg(concat_ws(' ', own.id, own.role, own.since, own.org_unit_id, unit.org_path, own.org_path, unit.oversees), ',' order by own.id), '') end
      from role_assignment own join org_unit unit on unit.tenant_id = $1 and unit.id = own.org_unit_id
      where own.tenant_id = $1 and own.person_id = person.id and own.since <= $2 and (own.until is null or own.until >= $2)
    ) || ' ' || person.id || ' ' || person.name
    from person where person.tenant_id = $1 and person.id = ${personId} and not person.is_closed and not person.has_borrowed)`,

  read(evidence: string): IdentifiedPerson {
    const { id, name, held }: PersonEvidence = JSON.parse(evidence);
    const grants = held.flatMap((role) => {
      const { partner, oversees, emergency } = role;
      const own = { assignmentId: role.id, role: role.role, orgUnitId: role.unit };
      const grant = emergency === null ? { ...own, oversees, ...(partner === null ? {} : { speaksFor: partner }), ...loanOf(role) } : { ...own, taken: takingOf(role, emergency) };
      return [...new Set([role.path, role.formerPath])].map((path) => ({ ...grant, path }));
    });
    return { id, name, grants };
  },
};

function loanOf({ delegation, holder, lentUntil }: HeldRole): { lent?: Loan } {
  return delegation === null ? {} : { lent: { delegationId: delegation, lenderId: holder, until: lentUntil } };
}

function takingOf({ holder, takenUntil }: HeldRole, emergencyId: string): Taking {
  return { emergencyId, holderId: holder, until: new Date(takenUntil) };
}
