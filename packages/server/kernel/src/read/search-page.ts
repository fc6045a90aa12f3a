import type { GraphQLOutputType } from 'graphql';
import { recordsOf } from '../entity/union.js';
import { searchResult } from '../search/searched-record.js';
import { belowUnit, searchOf } from './filter.js';
import { expression, type Json, quote } from './json-sql.js';
import type { ReadRows } from './model.js';
import type { RecordCompiler } from './record.js';
import { columnOf, type Row } from './row.js';
import type { Scope, SiteArguments } from './scope.js';
import { type BindSought, foundFrom, seenConditions, waysToFind } from './search.js';
import { rowsOfKinds, type UnionBranch, UnionPage } from './union-page.js';

/** By what rows are found, best first; the number is what they are ordered by. */
const ranks = { CODE: 3, WORDS: 2, CHARACTERS: 1 } as const;

/** One page of what a search finds: a branch for every kind of record and every way to find it. */
export class SearchPage extends UnionPage {
  constructor(scope: Scope, args: SiteArguments, record: RecordCompiler, page: { size: number; looksAhead: boolean }) {
    const searched = recordsOf(searchResult, scope.model.features).map((one) => scope.model.rowsOf(one));
    const branches = rowsOfKinds(scope, searched, args).flatMap((rows) => branchesOfKind(scope, rows, args));
    super(scope, branches, record, { ...page, args, order: 'MATCH' });
    scope.statement.readsByWords();
  }

  override edgeMember(name: string, _type: GraphQLOutputType): Json | undefined {
    if (name !== 'match') return undefined;
    const cases = Object.entries(ranks).map(([match, rank]) => `when ${rank} then ${quote(`"${match}"`)}`);
    return expression(`case ${this.key(0)} ${cases.join(' ')} end`);
  }
}

function branchesOfKind(scope: Scope, rows: ReadRows, args: SiteArguments): UnionBranch[] {
  const { table } = rows;
  const bind: BindSought = (part, take) => scope.statement.bind(`${args.key} ${part}`, (run) => take(searchOf(args.at(run)['text'])));
  const isWithin = typeof args.now['orgUnit'] === 'string';
  // What belongs to no unit is below none.
  if (isWithin && !table.columns.has('orgPath')) return [];
  const { first, ways } = waysToFind(scope, { table, alias: '' }, bind);
  return ways.flatMap(({ match, ids, conditions, may }): UnionBranch[] => {
    const row: Row = { table, alias: scope.statement.alias(table.name) };
    const allowed = may(row);
    if (allowed === false) return [];
    const below = (): string => belowUnit(scope, columnOf(row, 'orgPath'), { key: `${args.key} orgUnit`, at: (run) => args.at(run)['orgUnit'] });
    return [{
      rows,
      first,
      from: foundFrom(ids, row),
      conditions: [...conditions, ...seenConditions(scope, row, allowed), ...(isWithin ? [below()] : [])],
      keys: [
        { sql: `${ranks[match]}::int`, sqlType: 'int', direction: 'desc', nullable: false },
        // The column of what is found: the index of tokens is in its order.
        { sql: 'found.record_id', sqlType: 'uuid', direction: 'desc', nullable: false },
      ],
    }];
  });
}
