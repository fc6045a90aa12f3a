import { getNamedType, type GraphQLField, GraphQLID, type GraphQLLeafType, isInterfaceType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import type { TallyRead } from '../entity/root-read.js';
import { expression, type Json, literal, textSql } from './json-sql.js';
import { valueObject } from './json-object.js';
import { leafJson } from './leaf.js';
import { listConditions } from './page.js';
import { propertyOf, type Row, tableName } from './row.js';
import { argumentsOf, NotCompilable, type Scope } from './scope.js';
import type { SelectedField } from './selection.js';
import { mayRead, visibleColumn } from './visibility.js';

/** How many records of a list have each value of a property, most frequent first: `[{ key count }]`. */
export function tallyJson(scope: Scope, read: TallyRead, field: SelectedField, definition: GraphQLField<unknown, unknown>): Json {
  const type = getNamedType(definition.type);
  if (!isObjectType(type)) throw new NotCompilable(field.name);
  const list = read.list();
  const rows = scope.model.rowsOf(list.of());
  const row: Row = { table: rows.table, alias: scope.statement.alias(rows.table.name) };
  if (mayRead(scope, row) === false) return literal('[]');
  const { sql, of, property } = tallied(scope, row, read.by);
  const column = propertyOf(of.table, property);
  const relation = of.table.relations.get(property);
  const idPrefix = relation ? scope.model.rowsOf(relation.target).table.graph.prefix : undefined;
  const group = scope.statement.alias('tally');
  const each = valueObject(scope, type, field, (name) => {
    if (name === 'count') return expression(`${group}.count`);
    return name === 'key' ? leafJson(valueType(scope, of, property), { ...column, sql: `${group}.key`, nullable: true, idPrefix }) : undefined;
  });
  const where = listConditions(scope, { list, rows, args: argumentsOf(scope, definition, field.node) }, row);
  // Records without a value count where the schema has a key for them.
  const hasValue = isNonNullType(type.getFields()['key']?.type) ? ' where tallied.key is not null' : '';
  const keys = `select ${sql} as key from ${tableName(rows.table)} ${row.alias} where ${where}`;
  const groups = `select tallied.key, count(*) as count from (${keys}) tallied${hasValue} group by 1`;
  return expression(`(select concat('[', string_agg(${textSql(each)}, ',' order by ${group}.count desc, ${group}.key), ']') from (${groups}) ${group})`);
}

/** SQL of what is counted by: a property of the row, or of the record that a relation of it points to (`orgUnit.kind`). */
function tallied(scope: Scope, row: Row, by: string): { sql: string; of: Row; property: string } {
  const [first = by, onward] = by.split('.');
  const { sql } = visibleColumn(scope, row, first);
  if (onward === undefined) return { sql, of: row, property: first };
  const relation = row.table.relations.get(first);
  if (!relation) throw new Error(`A tally by ${by} needs a relation ${first}.`);
  const { table } = scope.model.rowsOf(relation.target);
  const of: Row = { table, alias: scope.statement.alias(table.name) };
  const readable = mayRead(scope, of);
  const { sql: value } = visibleColumn(scope, of, onward);
  const where = `${of.alias}.tenant_id = ${scope.statement.tenant} and ${of.alias}.id = ${sql}${readable === true ? '' : ` and ${String(readable)}`}`;
  return { sql: `(select ${value} from ${tableName(table)} ${of.alias} where ${where})`, of, property: onward };
}

/** The property's own type in the schema, so that states are named as they are everywhere else; a relation's is its id. */
function valueType({ schema }: Scope, { table }: Row, property: string): GraphQLLeafType {
  const listed = schema.getType(table.graph.typeName);
  const field = isObjectType(listed) || isInterfaceType(listed) ? listed.getFields()[property] : undefined;
  const type = getNamedType(field?.type);
  return isLeafType(type) ? type : GraphQLID;
}
