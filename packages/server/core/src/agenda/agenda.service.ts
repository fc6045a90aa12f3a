import { type AgendaSource, bindInto, indexOf, inSubtrees, overseen, reach, RecordRef, type Transaction } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import type { Agenda } from './agenda.types.js';

interface AgendaRow {
  name: string;
  id: string;
  title: string;
  /** Milliseconds. */
  due: number | null;
  since: number;
  unit: string;
  escalated_to: string | null;
  total: string;
  overdue: string;
}

/** What waits on the actor in a subtree, or wherever they hold something: one statement over every feature's sources. */
export async function agendaOf(tx: Transaction, orgUnit: string | null, first: number): Promise<Agenda> {
  const within = orgUnit === null ? null : (await tx.refer(OrgUnit, orgUnit, 'orgUnit')).orgPath;
  const sources = indexOf(tx.features).agenda.filter(({ needs }) => reach(tx.actor, needs).length > 0);
  if (sources.length === 0) return { items: [], totalCount: 0, overdueCount: 0 };
  const values: unknown[] = [];
  const branches = sources.map((source) => branch(tx, source, within, values)).join(' union all ');
  const rows = await tx.em.execute<AgendaRow[]>(
    `with item as (${branches})
     select item.name, item.id, item.title, item.unit, item.escalated_to, ${instant('item.due')} as due, ${instant('item.since')} as since, count(*) over () as total, count(*) filter (where item.due < ?::timestamptz) over () as overdue
     from item order by item.due nulls last, item.since, item.id limit ${Math.trunc(first)}`,
    [...values, tx.now.toISOString()],
  );
  const ofName = new Map(sources.map((source) => [source.name, source]));
  return {
    items: rows.flatMap(({ name, id, title, due, since, unit, escalated_to: escalatedTo }) => {
      const source = ofName.get(name);
      if (!source) return [];
      const { kind, action, isVoice = false, page } = source;
      const typeId = toTypeId(page.prefix, id);
      return { id: typeId, name, kind, action, title, isVoice, dueAt: due === null ? null : new Date(due), since: new Date(since), orgUnit: unitRef(unit), escalatedTo: escalatedTo === null ? null : unitRef(escalatedTo), href: page.href(typeId) };
    }),
    totalCount: Number(rows[0]?.total ?? 0),
    overdueCount: Number(rows[0]?.overdue ?? 0),
  };
}

/** The rows of one source that wait on the actor. */
function branch({ actor, tenant }: Transaction, { name, needs, from, row, where, overseen: kind, notOn, due, since, title, escalatedTo, page }: AgendaSource, within: string | null, values: unknown[]): string {
  const kinds = kind === undefined ? [] : overseen(actor, needs);
  values.push(name, tenant.id);
  const below = (paths: readonly string[]): string => inSubtrees(`${row}.org_path`, paths, bindInto(values));
  const reached = below(reach(actor, needs));
  if (kinds.length > 0) values.push(kinds.join(','));
  if (notOn !== undefined) values.push(actor.personId);
  return (
    `select ?::text as name, ${page.id} as id, (${title})::text as title, (${due ?? 'null'})::timestamptz as due, (${since})::timestamptz as since,` +
    ` ${row}.org_unit_id as unit, ${escalatedTo ?? 'null::uuid'} as escalated_to` +
    ` from ${from} where ${row}.tenant_id = ? and (${where}) and ${kinds.length > 0 ? `(${reached} or ${kind} = any(string_to_array(?, ',')))` : reached}` +
    (notOn === undefined ? '' : ` and ${notOn} is distinct from ?::uuid`) +
    (within === null ? '' : ` and ${below([within])}`)
  );
}

function unitRef(id: string): RecordRef {
  return new RecordRef('OrgUnit', id);
}

/** SQL of an instant as milliseconds, which every driver reads alike. */
function instant(sql: string): string {
  return `(extract(epoch from ${sql}) * 1000)::float8`;
}
