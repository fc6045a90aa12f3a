import { registry, type RequestContext, type TenantRecord, type Transaction, type TableClass } from '@weixiang/kernel';
import { dateIn, isRoleKey, parseTypeId, ROLES, toTypeId } from '@weixiang/shared';
import { Person } from '../people/person.entity.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { reading } from '../reports/index.js';
import type { Disclosure } from './disclosure.type.js';

interface ReadRow {
  person_id: string;
  purpose: string;
  at: Date | string;
  times: string;
  records: string[];
  fields: string[];
  is_in_emergency: boolean;
}

/**
 * Who looked at sensitive values of these records, of which only those count that concern whoever asks: a guardian learns
 * who read of their own child, whatever else may be asked for.
 */
export function disclosuresOf(context: RequestContext, ids: readonly string[], first: number): Promise<Disclosure[]> {
  return reading(context, async (tx) => {
    const own = await ownAmong(tx, ids);
    if (own.size === 0) return [];
    const rows = await tx.em.execute<ReadRow[]>(
      `select person_id, purpose, max(at) as at, count(distinct id) as times,
         array_agg(distinct subject_id::text) as records, array_agg(distinct field) as fields,
         bool_or(exists (
           select from emergency_access emergency where emergency.tenant_id = ? and emergency.person_id = read_record.person_id
             and emergency.created_at <= read_record.at and coalesce(emergency.ended_at, emergency.until) > read_record.at)) as is_in_emergency
       from read_record, unnest(fields) as field
       where tenant_id = ? and subject_id in (${[...own.keys()].map(() => '?').join(', ')})
       group by person_id, purpose, (at at time zone ?)::date order by max(at) desc, person_id limit ${first}`,
      [tx.tenant.id, tx.tenant.id, ...own.keys(), tx.tenant.timeZone],
    );
    const readers = rows.map(({ person_id }) => person_id);
    const people = new Map((await tx.em.find(Person, { id: { $in: readers } })).map((person) => [person.id, person.name]));
    const roles = await tx.em.find(RoleAssignment, { person: { id: { $in: readers } } }, { populate: ['orgUnit'] });
    return rows.map((row) => {
      const at = new Date(row.at);
      const day = dateIn(at, tx.tenant.timeZone);
      const held = roles.filter(({ person, since, until }) => person.id === row.person_id && since <= day && (until === null || until >= day));
      return {
        reader: people.get(row.person_id) ?? '',
        roles: [...new Set(held.map(({ role }) => role))].filter(isRoleKey).map((role) => ROLES[role]),
        units: [...new Set(held.map(({ orgUnit }) => orgUnit.name))],
        purpose: row.purpose,
        at,
        times: Number(row.times),
        records: row.records.map((id) => own.get(id) ?? id),
        fields: row.fields,
        isInEmergency: row.is_in_emergency,
      };
    });
  });
}

/** Those of the records whose sensitive values concern the actor: UUID → TypeID. */
async function ownAmong(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const { personId } = tx.actor;
  const own = new Map<string, string>();
  if (personId === null) return own;
  const byPrefix = Map.groupBy(ids.flatMap((id) => parseTypeId(id) ?? []), ({ prefix }) => prefix);
  for (const [prefix, parsed] of byPrefix) {
    const table = registry.tableByPrefix(prefix);
    const concerns = new Set([...(table?.sensitive.values() ?? [])].flatMap((one) => one.concerns ?? []));
    if (!table || concerns.size === 0) continue;
    const records = await tx.em.find(table.entity as TableClass<TenantRecord>, { id: { $in: parsed.map(({ uuid }) => uuid) } }); // every table's rows are records
    for (const record of records) {
      if ([...concerns].some((property) => idOf(Reflect.get(record, property)) === personId)) own.set(record.id, toTypeId(prefix, record.id));
    }
  }
  return own;
}

function idOf(related: unknown): unknown {
  return typeof related === 'object' && related !== null && 'id' in related ? related.id : related;
}
