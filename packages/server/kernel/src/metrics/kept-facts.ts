import { createHash } from 'node:crypto';

/** The facts behind a figure of which sums are kept, in SQL: constants only. */
export interface KeptFacts {
  /** Name of the metric. */
  metric: string;
  /** The row's table and those joined to it by their ids. */
  from: string;
  /** Alias of the table whose rows are the facts. */
  row: string;
  where: string | null;
  day: string;
  /** The unit's path when it was recorded; null for what belongs to no unit. */
  path: string | null;
  /** What is added up; null where rows are counted. */
  amount: string | null;
  whole: string | null;
  groups: readonly string[];
  /** Ways to part the figure, by key. */
  parts: Readonly<Record<string, string>>;
}

/** A table that facts are made of, and which of its columns they go by. */
export interface FollowedTable {
  alias: string;
  table: string;
  columns: ReadonlySet<string>;
}

/** Tables whose changes do not come through the unit of work: the tenant's version stands in the edition instead. */
const outside = new Set(['tenant']);

/** What is wrong with facts whose sums are to be kept, or null: what is read must be found in their text. */
export function keptFactsProblem(facts: KeptFacts): string | null {
  if (!tablesOf(facts).some(({ alias }) => alias === facts.row)) return `${facts.metric} counts ${facts.row}, which is not in its tables`;
  if (/\bselect\b/i.test(textsOf(facts))) return `${facts.metric} has a sub-select, whose tables nobody follows`;
  if (/\borg_path\b/.test(textsOf(facts))) return `${facts.metric} goes by where records belong now, which changes without their being written`;
  return null;
}

const followed = new WeakMap<KeptFacts, readonly FollowedTable[]>();

/** The tables of these facts, those outside the unit of work left out, the row's first. */
export function followedTables(facts: KeptFacts): readonly FollowedTable[] {
  let tables = followed.get(facts);
  if (!tables) {
    const inside = tablesOf(facts).filter(({ table }) => !outside.has(table));
    followed.set(facts, (tables = inside.toSorted((a, b) => Number(b.alias === facts.row) - Number(a.alias === facts.row))));
  }
  return tables;
}

/** Which sums are kept; another number makes all of them anew. 2: by day as well. */
const layout = 2;

/** A digest of the definition: sums made by another one say nothing. */
export function editionOf(facts: KeptFacts): string {
  return createHash('sha256').update(JSON.stringify({ layout, ...facts })).digest('hex').slice(0, 16);
}

/** A digest of all definitions that a process writes by. */
export function editionOfAll(kept: readonly KeptFacts[]): string {
  return createHash('sha256').update(kept.map(editionOf).toSorted().join()).digest('hex').slice(0, 16);
}

function tablesOf(facts: KeptFacts): FollowedTable[] {
  const words = textsOf(facts);
  return [...facts.from.matchAll(/(?:^|\bjoin\s+)\s*([a-z_]+)(?:\s+(?!on\b|join\b|left\b|inner\b|cross\b)([a-z_]+))?/g)].map(([, table = '', alias = table]) => ({
    alias,
    table,
    columns: new Set([...words.matchAll(new RegExp(`\\b${alias}\\.([a-z_]+)`, 'g'))].map(([, column = '']) => column)),
  }));
}

function textsOf({ from, where, day, path, amount, whole, groups, parts }: KeptFacts): string {
  return [from, where, day, path, amount, whole, ...groups, ...Object.values(parts)].join('\n');
}
