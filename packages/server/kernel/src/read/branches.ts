import { chain, expression, type Json, literal, quote, textSql } from './json-sql.js';
import type { ReadType } from './model.js';
import { qualified, type Row } from './row.js';

/** One member of a record's object. Members with equal signatures have equal JSON, whichever type the row shows as. */
export interface Member {
  signature: string;
  key: string;
  json(): Json;
}

/** A type that a row may show as, and what is selected on it. */
export interface Branch {
  type: ReadType;
  members: readonly Member[];
}

/** One object for all branches: what they have in common at both ends is written once, a case stands where they differ. */
export function branchedJson(row: Row, branches: readonly Branch[]): Json {
  const lists = branches.map(({ members }) => members);
  const [first = []] = lists;
  const head = commonLength(lists, (list, at) => list[at]);
  const shortest = Math.min(...lists.map((list) => list.length));
  // Without a head, an empty middle would leave the commas unsure: then every branch is written whole.
  const tail = head === 0 ? 0 : Math.min(shortest - head, commonLength(lists, (list, at) => list[list.length - 1 - at]));
  const middles = branches.map(({ type, members }) => ({ type, members: members.slice(head, members.length - tail) }));
  return chain(
    literal('{'),
    ...written(first.slice(0, head), false),
    ...(middles.some(({ members }) => members.length > 0) ? [middleJson(row, middles, head > 0)] : []),
    ...written(first.slice(first.length - tail), true),
    literal('}'),
  );
}

function commonLength(lists: readonly (readonly Member[])[], at: (list: readonly Member[], index: number) => Member | undefined): number {
  const [first = [], ...others] = lists;
  const differs = first.findIndex((_, index) => others.some((list) => at(list, index)?.signature !== at(first, index)?.signature));
  return differs < 0 ? first.length : differs;
}

function middleJson(row: Row, branches: readonly Branch[], follows: boolean): Json {
  const rendered = new Map<string, string>();
  const cases = branches.map(({ type, members }) => {
    const signature = members.map((member) => member.signature).join('\n');
    const sql = rendered.get(signature) ?? textSql(chain(...written(members, follows)));
    rendered.set(signature, sql);
    return { type, sql };
  });
  return expression(caseOf(row, cases));
}

function written(members: readonly Member[], follows: boolean): Json[] {
  return members.flatMap(({ key, json }, at) => [literal(`${at > 0 || follows ? ',' : ''}"${key}":`), json()]);
}

/** `case type when … then … else … end`; the type without a discriminator takes every value that no other claims. */
export function caseOf(row: Row, cases: readonly { type: ReadType; sql: string }[]): string {
  const [only, ...more] = cases;
  if (only && more.every(({ sql }) => sql === only.sql)) return only.sql;
  const { discriminator, graph } = row.table;
  if (!discriminator) throw new Error(`${graph.typeName} has several types and no discriminator.`);
  const rest = cases.find(({ type }) => type.discriminator === null);
  const whens = cases.flatMap(({ type, sql }) => (type.discriminator === null || sql === rest?.sql ? [] : [`when ${quote(type.discriminator)} then ${sql}`]));
  return `case ${qualified(row, discriminator)} ${whens.join(' ')}${rest ? ` else ${rest.sql}` : ''} end`;
}

/** Condition: the row shows as one of these types, and as none of the others that rows of its table show as. */
export function isOneOf(row: Row, types: readonly ReadType[], others: readonly ReadType[]): string {
  const { discriminator } = row.table;
  if (!discriminator) return String(types.length > 0);
  const column = qualified(row, discriminator);
  const takesRest = types.some((type) => type.discriminator === null);
  const named = (takesRest ? others : types).flatMap((type) => (type.discriminator === null ? [] : [quote(type.discriminator)]));
  if (named.length === 0) return String(takesRest);
  return takesRest ? `(${column} in (${named.join(', ')})) is not true` : `${column} in (${named.join(', ')})`;
}
