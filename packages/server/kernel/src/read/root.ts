import { getNamedType, type GraphQLField, type GraphQLOutputType, isCompositeType } from 'graphql';
import { parseTypeId } from '@weixiang/shared';
import { listFieldJson, searchJson, unionListJson } from './connection.js';
import { idOf } from './filter.js';
import { expression, isNothing, type Json, literal, nothing, nullable, nullableSql, orElse, textSql } from './json-sql.js';
import type { ReadRows } from './model.js';
import { isOneOf } from './branches.js';
import { recordJson } from './record.js';
import { columnOf, type Row, tableName } from './row.js';
import { argumentsOf, NotCompilable, type Scope } from './scope.js';
import { type SelectedField, subselections } from './selection.js';
import { tallyJson } from './tally.js';
import { mayRead } from './visibility.js';

/** A root field that reads records: `node`, or one that a feature declared. */
export function rootJson(scope: Scope, field: SelectedField, definition: GraphQLField<unknown, unknown>): Json {
  const read = scope.model.rootRead(field.name);
  if (!read && field.name !== 'node') throw new NotCompilable(`Query.${field.name}`);
  if (read?.kind === 'list') return listFieldJson(scope, { list: read.list(), field, definition }, recordJson);
  if (read?.kind === 'unionList') return unionListJson(scope, read.list(), field, definition, recordJson);
  if (read?.kind === 'search') return searchJson(scope, field, definition, recordJson);
  if (read?.kind === 'tally') return tallyJson(scope, read, field, definition);
  const args = argumentsOf(scope, definition, field.node);
  const rows = read ? scope.model.rowsOf(read.of()) : nodeRows(scope, args.now['id']);
  if (!rows) return nothing;
  const id = scope.statement.bind(`${args.key} id`, (run) => idOf(rows.table.graph.prefix)(args.at(run)['id']));
  return oneJson(scope, rows, id, definition.type, field);
}

/** Records that a resolver named, in the order in which it named them. Those that are absent are null, or left out. */
export function namedRecordsJson(scope: Scope, rows: ReadRows, type: GraphQLOutputType, field: SelectedField): Json {
  const ids = scope.statement.bind('from', ({ from }) => from);
  const named = scope.statement.alias('named');
  const record = oneJson(scope, rows, `${named}.id`, type, field);
  if (isNothing(record)) return literal('[]');
  const each = textSql(orElse(record, 'null'));
  return expression(`(select concat('[', string_agg(${each}, ',' order by ${named}.place), ']') from unnest(${ids}::uuid[]) with ordinality ${named}(id, place))`);
}

/** The table that an id's prefix names, when this schema has it. */
function nodeRows({ model, schema }: Scope, id: unknown): ReadRows | undefined {
  const prefix = typeof id === 'string' ? parseTypeId(id)?.prefix : undefined;
  const table = prefix === undefined ? undefined : model.tableOfPrefix(prefix);
  return table && schema.getType(table.graph.typeName) ? { table, only: null } : undefined;
}

function oneJson(scope: Scope, { table, only }: ReadRows, id: string, type: GraphQLOutputType, field: SelectedField): Json {
  const named = getNamedType(type);
  if (!isCompositeType(named)) throw new NotCompilable(field.name);
  const row: Row = { table, alias: scope.statement.alias(table.name) };
  const readable = mayRead(scope, row);
  const record = readable === false ? nothing : recordJson(scope, row, named, subselections(field.nodes));
  if (isNothing(record)) return nothing;
  const where = [
    `${row.alias}.tenant_id = ${scope.statement.tenant}`,
    `${columnOf(row, 'id')} = ${id}`,
    ...(only ? [isOneOf(row, [only], scope.model.typesOf(table).filter((other) => other !== only))] : []),
    ...(readable === true ? [] : [String(readable)]),
  ];
  return nullable(`(select ${nullableSql(record)} from ${tableName(table)} ${row.alias} where ${where.join(' and ')})`);
}
