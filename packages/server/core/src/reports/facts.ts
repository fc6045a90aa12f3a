import { bindInto, inSubtrees, type KeptFacts, keptFactsProblem, type Period, type Transaction } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';

/** A way to part the facts: `channel: { label: { zh: '渠道', en: 'Channel' }, by: 'wish.channel', names: channelNames }`. */
export interface FactDimension {
  label: Text;
  /** SQL of the value that parts them, as text or UUID. */
  by: string;
  /** What its values are called, the others by themselves; `term` for ids of the tenant's vocabulary. */
  names: 'term' | Readonly<Record<string, Text>> | ((tx: Transaction) => Readonly<Record<string, Text>>);
}

/** Where the records behind a figure are, in SQL. Constants only: nothing of a request belongs into these texts. */
export interface FactSource {
  /** Tables with their joins, each restating the tenant: `activity join vocabulary_term term on term.tenant_id = activity.tenant_id and …`. */
  from: string;
  /** Alias of the table whose rows are counted. */
  row: string;
  /** TypeID prefix of its rows. */
  prefix: string;
  /** Further conditions. */
  where?: string;
  /** A flow: SQL of the day on which it happened; counted within [from, to]. Facts without a day happened before every period. */
  flow?: string;
  /** A stock, existing on the last day: SQL of its first day (null: since the beginning) and of the first without it (null: still there). Left out beside `flow`. */
  stock?: { since: string | null; goneSince?: string };
  /** SQL of the unit's path when it was recorded; null for what belongs to the tenant alone and has no place in a unit's report. */
  path: string | null;
  /** SQL of what is added up; the rows are counted when neither this nor `share` is given. */
  sum?: string;
  /** A share: sum of the one over the sum of the other. Where there is no whole, there is no figure. */
  share?: { part: string; whole: string };
  /** SQL of what counts once, however many rows have it: `array[lead_name, lead_phone]`. */
  per?: string;
  /** Ways to part the figure, beside the units that facts with a path are parted by anyway. */
  dimensions?: Readonly<Record<string, FactDimension>>;
  record: {
    /** SQL of what a row is called. */
    label: string;
    /** Its page in the console, from its TypeID; left out when it has none. */
    href?(id: string): string;
    /** Another record whose page is opened instead: SQL of its UUID, and its TypeID prefix. */
    on?: { id: string; prefix: string };
  };
}

/**
 * The facts of a period as one SELECT: id, label, day, sort_day, amount, whole, per, path, and the groups.
 * The expressions stand in it once each, so whoever builds on it works with plain columns.
 */
export function factsOf(source: FactSource, tx: Transaction, { from, to, path }: Period, groups: readonly string[]): { sql: string; values: unknown[] } {
  const { row, flow, stock } = source;
  if ((flow === undefined) === (stock === undefined)) throw new Error(`A figure over ${row} is a flow or a stock.`);
  const day = flow ?? stock?.since ?? 'null';
  const conditions = [`${row}.tenant_id = ?`];
  const values: unknown[] = [tx.tenant.id];
  if (source.where !== undefined) conditions.push(`(${source.where})`);
  if (flow !== undefined) {
    conditions.push(`${flow} between ?::date and ?::date`);
    values.push(from, to);
  } else {
    conditions.push(...stockConditions(source, to, values));
  }
  if (path !== null && source.path !== null) {
    conditions.push(inSubtrees(source.path, [path], bindInto(values)));
  }
  const columns = [
    `${row}.id`,
    `(${source.record.label})::text as label`,
    `${source.record.on?.id ?? `${row}.id`} as page_id`,
    `(${day})::date as day`,
    `coalesce((${day})::date, '-infinity'::date) as sort_day`,
    ...(source.sum === undefined ? [] : [`(${source.sum})::numeric as amount`]),
    ...(source.share === undefined ? [] : [`(${source.share.part})::numeric as amount`, `(${source.share.whole})::numeric as whole`]),
    ...(source.per === undefined ? [] : [`(${source.per}) as per`]),
    ...(source.path === null ? [] : [`${source.path} as path`]),
    ...groups.map((group, at) => `(${group})::text as group_${at}`),
  ];
  return { sql: `select ${columns.join(', ')} from ${source.from} where ${conditions.join(' and ')}`, values };
}

function stockConditions({ stock }: FactSource, to: string, values: unknown[]): string[] {
  const conditions: string[] = [];
  if (stock?.since != null) {
    conditions.push(`(${stock.since} is null or ${stock.since} <= ?::date)`);
    values.push(to);
  }
  if (stock?.goneSince !== undefined) {
    conditions.push(`(${stock.goneSince} is null or ${stock.goneSince} > ?::date)`);
    values.push(to);
  }
  return conditions;
}

/** SQL of a figure's value over its facts; null for a share of nothing. */
export function amountSql({ sum, share, per }: FactSource): string {
  if (share !== undefined) return 'coalesce(sum(fact.amount), 0)::float8 / nullif(sum(fact.whole), 0)::float8';
  if (sum !== undefined) return 'coalesce(sum(fact.amount), 0)';
  return per === undefined ? 'count(*)' : 'count(distinct fact.per)';
}

/** SQL of how many records are behind a value. */
export function recordsSql({ per }: FactSource): string {
  return per === undefined ? 'count(*)' : 'count(distinct fact.per)';
}

/**
 * The facts of which sums are kept, so that a figure is read and not counted: whatever happens on a day. What exists on a day is
 * of few records; what counts once, however many rows have it, is no sum.
 */
export function keptFactsFor(metric: string, source: FactSource, groups: readonly string[]): KeptFacts | undefined {
  if (source.flow === undefined || source.per !== undefined) return undefined;
  const facts: KeptFacts = {
    metric,
    from: source.from,
    row: source.row,
    where: source.where ?? null,
    day: source.flow,
    path: source.path,
    amount: source.sum ?? source.share?.part ?? null,
    whole: source.share?.whole ?? null,
    groups,
    parts: Object.fromEntries(Object.entries(source.dimensions ?? {}).map(([key, { by }]) => [key, by])),
  };
  return keptFactsProblem(facts) === null ? facts : undefined;
}
