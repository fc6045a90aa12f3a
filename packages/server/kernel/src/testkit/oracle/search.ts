import { searchedIn, searchedProperties } from '../../search/searched-record.js';
import { codeSought, entryTokens, tokensOf } from '../../search/tokens.js';
import { can, isOwn, type OracleContext, seesWhole, tableOf } from './reader.js';
import type { StoredRow } from './rows.js';

/** By what a row is found, and its place in the order. */
export type Rank = 3 | 2 | 1;
export const matchOf: Record<Rank, string> = { 3: 'CODE', 2: 'WORDS', 1: 'CHARACTERS' };

/**
 * Which of one table's rows a text finds. Texts are cut by the product's own hand, which has tests of its own; who may find
 * what, and by which of a text and its stand-in, is written a second time here.
 */
export function found({ reader, rows }: OracleContext, entity: StoredRow['entity'], text: string): Map<StoredRow, Rank> {
  const searched = searchedIn(reader.features, entity);
  if (!searched) throw new Error(`${entity.name} is not searched.`);
  const { words, characters } = tokensOf(text);
  const code = codeSought(text);
  const finders = rows.of(entity).flatMap((row) => {
    if (!can(reader, 'read', row) || !searchedProperties(searched).every((property) => seesWhole(reader, row, property))) return [];
    return [{ row, ...tokens(row) }];
  });
  const has = (wanted: readonly string[]) => finders.filter(({ sets }) => wanted.length > 0 && sets.some((set) => wanted.every((token) => set.has(token))));
  const byCode = finders.filter(({ codes }) => code !== null && codes.some(isMeant));
  const isByCode = new Set(byCode.map(({ row }) => row));
  const rest = (ofThese: typeof finders) => ofThese.filter(({ row }) => !isByCode.has(row));
  const byWords = rest(has(words));
  const byCharacters = byWords.length > 0 ? [] : rest(has(characters));
  const ranked = (ofThese: typeof finders, rank: Rank) => ofThese.map(({ row }): [StoredRow, Rank] => [row, rank]);
  return new Map([...ranked(byCode, 3), ...ranked(byWords, 2), ...ranked(byCharacters, 1)]);

  function isMeant(token: string): boolean {
    return searched && searched.codes.length > 0 ? String(code).length > 2 && token.startsWith(String(code)) : token === code;
  }

  /** What everybody finds a row by, and what only those find it by who see its own texts. */
  function tokens(row: StoredRow): { codes: string[]; sets: Set<string>[] } {
    const { texts = [], codes = [], numbers = [] } = searched ?? {};
    const { standIns } = tableOf(reader, row).graph;
    const read = (properties: readonly string[]) => properties.flatMap((property) => (row.properties[property] == null ? [] : [String(row.properties[property])]));
    const instead = texts.map((property) => standIns.get(property)?.property ?? property);
    const seesItself = texts.every((property) => {
      const standIn = standIns.get(property);
      return !standIn || isOwn(reader, row, standIn.concerns) || can(reader, standIn.unless, row, property);
    });
    const own = new Set(entryTokens([], read([...codes, ...numbers])));
    const everybodys = new Set([...entryTokens(read(instead), []), ...own]);
    return { codes: [...own], sets: [everybodys, ...(seesItself ? [new Set(entryTokens(read(texts), []))] : [])] };
  }
}
