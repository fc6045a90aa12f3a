import { hasStandIns, ownKind, searchedIn, searchedProperties, type SearchedRecord } from '../search/searched-record.js';
import { codeSought, tokensOf } from '../search/tokens.js';
import { quote } from './json-sql.js';
import type { ReadTable } from './model.js';
import { readableConditions } from './readable.js';
import { type Row, tableName } from './row.js';
import type { Scope } from './scope.js';
import { and, type Condition, seesWhole, standInOf } from './visibility.js';
import { wordsTogether } from './words-together.js';

/** Binds a part of the text that is sought, made anew at every execution; parts of one name are bound once. */
export type BindSought = (part: string, take: (text: string) => unknown) => string;

/** One way in which rows are found. */
export interface FoundBy {
  match: 'CODE' | 'WORDS' | 'CHARACTERS';
  /** The ids that are found, as `record_id`. */
  ids: string;
  /** Conditions on what is found; `found` is its alias. */
  conditions: readonly string[];
  /** Which of the rows this actor may find in this way; true when it is all that the actor may read. */
  may(row: Row): Condition;
}

/** The ways in which rows of a table are found, and what they all look at first. */
export interface WaysToFind {
  /** Common table expressions. */
  first: string;
  /** Best first. No row is found by two of them. */
  ways: readonly FoundBy[];
}

/** How many rows of a token are counted at most to find the rarest of several; of fewer, each is looked at by itself. */
const countedRows = 5_000;
/** Among how many of the latest records with the rarest of several characters the others are looked for. */
const latestRecords = 5_000;

/**
 * The ways in which rows of a table are found. Every one begins at one token in the index of search_token, which is in the
 * order of ids. A rare word leaves little to look at: the others are looked for record by record. Frequent words are read side
 * by side, each in that same order, so that a page ends early and words that no record has together are read once each. All
 * operators at the index are leakproof, so that it is used under row level security (docs/adr/0019).
 */
export function waysToFind(scope: Scope, { table }: Row, bind: BindSought): WaysToFind {
  const searched = searchedOf(scope, table);
  const { prefix } = table.graph;
  const { tenant } = scope.statement;
  const kinds = hasStandIns(searched) ? [prefix, ownKind(prefix)] : [prefix];
  const words = `${bind('words', (text) => tokensOf(text).words)}::text[]`;
  const characters = `${bind('characters', (text) => tokensOf(text).characters)}::text[]`;
  const hasCodes = searched.codes.length > 0;
  const code = `${bind(hasCodes ? 'beginning' : 'number', (text) => codeOf(text, hasCodes))}::text`;
  const isCode = (token: string): string => (hasCodes ? `${token} >= ${code} and ${token} < ${code} || chr(1114111)` : `${token} = ${code}`);
  const isToken = (kind: string, alias: string, condition: string): string => `${alias}.tenant_id = ${tenant} and ${alias}.kind = ${quote(kind)} and ${condition}`;
  const tokensWhere = (kind: string, alias: string, condition: string): string => `search_token ${alias} where ${isToken(kind, alias, condition)}`;
  const idsWith = (kind: string, condition: (token: string) => string, limit = ''): string => {
    const alias = scope.statement.alias('token');
    return `select ${alias}.record_id from ${tokensWhere(kind, alias, condition(`${alias}.token`))}${limit && ` order by ${alias}.record_id desc limit ${limit}`}`;
  };
  const counts = (kind: string, tokens: string): string => {
    const [one, counted] = [scope.statement.alias('sought'), scope.statement.alias('counted')];
    const some = `select from ${tokensWhere(kind, counted, `${counted}.token = ${one}.token`)} limit ${countedRows}`;
    return `select ${one}.token, (select count(*) from (${some}) few) as rows from unnest(${tokens}) ${one}(token) offset 0`; // counted once
  };
  const idsWithRarest = (kind: string, tokens: string, limit: string): string => {
    const rarest = `(select token from (${counts(kind, tokens)}) rare order by rows limit 1)`;
    return idsWith(kind, (token) => `${token} = ${rarest}`, limit);
  };
  // A sub-select for a value is never made a join, so the index of tokens stays where each search begins.
  const ofEntry = (kind: string, value: (tokens: string) => string): string => {
    const entry = scope.statement.alias('entry');
    return `(select ${value(`${entry}.tokens`)} from search_entry ${entry} where ${entry}.tenant_id = ${tenant} and ${entry}.record_id = found.record_id and ${entry}.kind = ${quote(kind)})`;
  };
  const hasAll = (kind: string, tokens: string): string => ofEntry(kind, (own) => `${own} @> ${tokens}`);
  const isNoCode = (): string => `(${code} is null or ${ofEntry(prefix, (own) => `not exists (select from unnest(${own}) token where ${isCode('token')})`)})`;
  const limit = `case when cardinality(${characters}) > 1 then ${latestRecords} end`;
  const everybody = (): Condition => true;
  const byWords = new Map(
    kinds.map((kind) => [kind, wordsTogether({ alias: (name) => scope.statement.alias(name), isToken: (alias, token) => isToken(kind, alias, `${alias}.token = ${token}`), counts: counts(kind, words), frequent: countedRows })]),
  );
  const by = (match: 'WORDS' | 'CHARACTERS', kind: string, may: FoundBy['may']): FoundBy => {
    const [tokens, together] = match === 'WORDS' ? [words, byWords.get(kind)] : [characters];
    const has = `(${together?.areAll ?? `cardinality(${tokens}) = 1`} or ${hasAll(kind, tokens)})`;
    // What everybody finds by the text that stands in is not found a second time by its own.
    const once = kind === prefix ? [] : [`${hasAll(prefix, tokens)} is not true`];
    return { match, ids: together?.ids ?? idsWithRarest(kind, tokens, limit), conditions: [has, ...once, isNoCode()], may };
  };
  const both = (match: 'WORDS' | 'CHARACTERS'): FoundBy[] => kinds.map((kind) => by(match, kind, kind === prefix ? everybody : (row) => seesItself(scope, row)));

  // Only what this actor may see decides whether characters are looked for: nothing hidden shows by its effect.
  const first = scope.statement.alias('first');
  const anyByWords = both('WORDS').map(({ ids, conditions, may }) => {
    const row: Row = { table, alias: scope.statement.alias(table.name) };
    return `exists (select from ${foundFrom(ids, row)} where ${[...conditions, ...seenConditions(scope, row, may(row))].join(' and ')})`;
  });
  const hasWords = `(select has_words from ${first})`;
  const gated = (ways: readonly FoundBy[], gate: string): FoundBy[] => ways.map((way) => ({ ...way, conditions: [gate, ...way.conditions] }));
  return {
    first: `${[...byWords.values()].map((together) => together.first).join(', ')}, ${first} as materialized (select ${anyByWords.join(' or ')} as has_words)`,
    ways: [{ match: 'CODE', ids: idsWith(prefix, isCode), conditions: [], may: everybody }, ...gated(both('WORDS'), hasWords), ...gated(both('CHARACTERS'), `not ${hasWords}`)],
  };
}

/** A table's rows of which ids were found: `(select …) found join "wish" wish2 on …`. */
export function foundFrom(ids: string, { table, alias }: Row): string {
  return `(${ids}) found join ${tableName(table)} ${alias} on ${alias}.id = found.record_id`;
}

/** Which rows may be found: those that the actor may read, and of which nothing that they are found by is hidden from the actor. */
export function seenConditions(scope: Scope, row: Row, may: Condition): string[] {
  const seen = and(isSeen(scope, row), may);
  return [...readableConditions(scope, { table: row.table, only: null }, row), ...(seen === true ? [] : [String(seen)])];
}

/** The ids of the rows that words find, and which of them may be found: for the filter of a list, whose own conditions stand beside it. */
export function searchedRows(scope: Scope, row: Row, bind: BindSought): { found: string; seen: Condition } {
  const { first, ways } = waysToFind(scope, row, bind);
  const ids = ways.flatMap(({ ids: found, conditions, may }) => {
    const other: Row = { table: row.table, alias: scope.statement.alias(row.table.name) };
    const allowed = may(other);
    if (allowed === false) return [];
    const from = allowed === true ? `(${found}) found` : foundFrom(found, other);
    const where = [...(allowed === true ? [] : [`${other.alias}.tenant_id = ${scope.statement.tenant}`]), ...conditions, ...(allowed === true ? [] : [allowed])];
    return [`(select found.record_id from ${from}${where.length > 0 ? ` where ${where.join(' and ')}` : ''})`];
  });
  return { found: `with ${first} ${ids.join(' union all ')}`, seen: isSeen(scope, row) };
}

/** When the actor sees every text of a row itself, and not what stands in for it. */
function seesItself(scope: Scope, row: Row): Condition {
  return searchedOf(scope, row.table).texts.reduce<Condition>((sees, property) => and(sees, standInOf(scope, row, property)?.itself ?? true), true);
}

function isSeen(scope: Scope, row: Row): Condition {
  return searchedProperties(searchedOf(scope, row.table)).reduce<Condition>((seen, property) => and(seen, seesWhole(scope, row, property)), true);
}

function searchedOf({ model }: Scope, { graph }: ReadTable): SearchedRecord {
  const searched = searchedIn(model.features, graph.entity);
  if (!searched) throw new Error(`${graph.typeName} is searched by a list and declared by no feature.`);
  return searched;
}

/** One letter is no beginning of a code: half of all codes would have it. */
function codeOf(text: string, isBeginning: boolean): string | null {
  const code = codeSought(text);
  return isBeginning && code !== null && code.length < 3 ? null : code;
}
