import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type OneOfField, recordsOf } from '../entity/union.js';
import { type Branch, branchedJson, caseOf, isOneOf, type Member } from './branches.js';
import { listFieldJson } from './connection.js';
import { chain, expression, isNothing, type Json, literal, nothing, nullable, object, quote, textSql } from './json-sql.js';
import { numberOf } from './identity.js';
import { encryptedJson } from './encrypted.js';
import { embeddedJson, jsonColumnJson } from './json-object.js';
import { leafJson, settled, valueJson } from './leaf.js';
import type { ReadTable, ReadType } from './model.js';
import { protect } from './protect.js';
import { columnOf, qualified, type Row, tableName } from './row.js';
import { NotCompilable, type Scope } from './scope.js';
import { type SelectedField, selectFields, subselections } from './selection.js';
import { sqlFieldSource } from './sql-field.js';
import { mayRead } from './visibility.js';

/** The compiler of one row, which lists are made of. */
export type RecordCompiler = (scope: Scope, row: Row, fits: GraphQLCompositeType, sets: readonly SelectionSetNode[]) => Json;

/**
 * The object of one row, as far as it is selected: of its own type, or of whichever variant its discriminator names.
 * Nullable when rows of the table may be of types that do not fit here.
 */
export function recordJson(scope: Scope, row: Row, fits: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Json {
  const branches: Branch[] = [];
  const others: ReadType[] = [];
  for (const type of scope.model.typesOf(row.table)) {
    const shown = scope.schema.getType(type.typeName);
    if (isObjectType(shown) && isOf(scope, shown, fits)) branches.push({ type, members: membersOf(scope, row, type, shown, sets) });
    else others.push(type);
  }
  if (branches.length === 0) return nothing;
  const whole = branchedJson(row, branches);
  const isTotal = others.length === 0 && branches.some(({ type }) => type.discriminator === null);
  return isTotal ? whole : nullable(`case when ${isOneOf(row, branches.map(({ type }) => type), others)} then ${textSql(whole)} end`);
}

/** A relation's record, or null when there is none that the actor may read. */
function relationJson(scope: Scope, from: Row, name: string, type: GraphQLOutputType, field: SelectedField): Json {
  const relation = from.table.relations.get(name);
  const named = getNamedType(type);
  if (!relation || !isCompositeType(named)) throw new NotCompilable(name);
  const { table } = scope.model.rowsOf(relation.target);
  const { sql, isSure } = referredJson(scope, table, qualified(from, relation), named, field);
  if (sql === null) return nothing;
  return isSure && !relation.nullable ? expression(sql) : nullable(sql);
}

/** The record of a union that two columns refer to, by its kind and its id; null when there is none that the actor may read. */
function oneOfJson(scope: Scope, from: Row, { union, subject, id }: OneOfField, type: GraphQLOutputType, field: SelectedField): Json {
  const named = getNamedType(type);
  if (!isCompositeType(named)) throw new NotCompilable(field.name);
  const cases = recordsOf(union(), scope.model.features).flatMap((record) => {
    const { table } = scope.model.rowsOf(record);
    const { sql } = referredJson(scope, table, columnOf(from, id), named, field);
    return sql === null ? [] : [`when ${quote(table.graph.subject)} then ${sql}`];
  });
  return cases.length === 0 ? nothing : nullable(`case ${columnOf(from, subject)} ${cases.join(' ')} end`);
}

/** The record of a table with this id as a sub-select; no SQL when the actor may read none of the table. */
function referredJson(scope: Scope, table: ReadTable, id: string, named: GraphQLCompositeType, field: SelectedField): { sql: string | null; isSure: boolean } {
  const row: Row = { table, alias: scope.statement.alias(table.name) };
  const readable = mayRead(scope, row);
  const record = readable === false ? nothing : recordJson(scope, row, named, subselections(field.nodes));
  if (isNothing(record)) return { sql: null, isSure: false };
  const where = [`${row.alias}.tenant_id = ${scope.statement.tenant}`, `${columnOf(row, 'id')} = ${id}`, ...(readable === true ? [] : [String(readable)])];
  const sql = `(select ${record.nullable ? record.sql : textSql(record)} from ${tableName(table)} ${row.alias} where ${where.join(' and ')})`;
  return { sql, isSure: readable === true && !record.nullable };
}

function isOf({ schema }: Scope, type: GraphQLObjectType, wanted: GraphQLCompositeType): boolean {
  return type === wanted || (isAbstractType(wanted) && schema.isSubType(wanted, type));
}

function membersOf(scope: Scope, row: Row, type: ReadType, shown: GraphQLObjectType, sets: readonly SelectionSetNode[]): Member[] {
  const members: Member[] = [];
  const needed = new Set<string>();
  let isComputing = false;
  for (const field of selectFields(scope, shown, sets)) {
    if (field.name === '__typename') {
      members.push(typenameMember(scope, row, field.key));
      continue;
    }
    const definition = shown.getFields()[field.name];
    if (!definition) continue; // graphql-js leaves out what a type does not have
    if (isCompiled(row, type, field.name, definition.extensions)) {
      const json = (): Json => settled(scope, definition.type, fieldJson(scope, row, type, shown, field));
      members.push({ signature: signatureOf(row, type, field, String(definition.type)), key: field.key, json });
      continue;
    }
    if (scope.mode === 'text') throw new NotCompilable(`${shown.name}.${field.name}`);
    isComputing = true;
    for (const property of type.computed.get(field.name) ?? []) needed.add(property);
  }
  if (scope.mode === 'node') {
    members.push(typenameMember(scope, row, '__typename'));
    if (isComputing) members.push(neededMember(row, [...needed].sort()));
  }
  return members;
}

/** Whether SQL answers a field. A resolver that stands in for a column wins over it; one for a list or an SQL field is only its signature. */
function isCompiled({ table }: Row, type: ReadType, name: string, extensions: Readonly<Record<string, unknown>>): boolean {
  if (type.computed.has(name)) return false;
  if (type.many.has(name) || type.oneOf.has(name) || type.sqlFields.has(name)) return true;
  return extensions['computed'] !== true && (table.columns.has(name) || table.relations.has(name) || table.embedded.has(name));
}

function fieldJson(scope: Scope, row: Row, type: ReadType, shown: GraphQLObjectType, field: SelectedField): Json {
  const definition = shown.getFields()[field.name];
  if (!definition) throw new NotCompilable(field.name);
  const { table } = row;
  const many = type.many.get(field.name);
  const oneOf = type.oneOf.get(field.name);
  const sqlField = type.sqlFields.get(field.name);
  return protect(scope, row, field.name, definition.type, () => {
    if (many) return listFieldJson(scope, { list: many.list(), field, definition, via: { row, property: many.via } }, recordJson);
    if (oneOf) return oneOfJson(scope, row, oneOf, definition.type, field);
    if (sqlField) return jsonOrLeaf(scope, definition.type, sqlFieldSource(scope, row, sqlField, definition.type), field);
    const embedded = table.embedded.get(field.name);
    if (embedded) return embeddedJson(scope, definition.type, row, embedded, field);
    const column = table.columns.get(field.name);
    if (!column) return relationJson(scope, row, field.name, definition.type, field);
    if (column.encrypted) return encryptedJson(row, column);
    const idPrefix = field.name === 'id' ? table.graph.prefix : undefined;
    return jsonOrLeaf(scope, definition.type, { ...column, sql: qualified(row, column), idPrefix }, field);
  });
}

function jsonOrLeaf(scope: Scope, type: GraphQLOutputType, source: Parameters<typeof leafJson>[1], field: SelectedField): Json {
  return isLeafType(getNamedType(type)) ? leafJson(type, source) : jsonColumnJson(scope, type, source, field);
}

function typenameMember(scope: Scope, row: Row, key: string): Member {
  return { signature: `${key}: __typename`, key, json: () => typenameJson(scope, row) };
}

function typenameJson({ model }: Scope, row: Row): Json {
  const types = model.typesOf(row.table);
  const [only, ...more] = types;
  if (only && more.length === 0) return literal(`"${only.typeName}"`);
  return expression(caseOf(row, types.map((type) => ({ type, sql: quote(`"${type.typeName}"`) }))));
}

/** What computed fields need, as the record has it: for resolvers, never for the answer itself. */
function neededMember(row: Row, properties: readonly string[]): Member {
  const json = (): Json => object(properties.map((property) => [property, storedJson(row, property)]));
  return { signature: `$: ${properties.join()}`, key: '$', json };
}

function storedJson(row: Row, property: string): Json {
  const embedded = row.table.embedded.get(property);
  if (embedded) {
    const values = [...embedded.members].flatMap(([name, column]) => [quote(name), qualified(row, column)]);
    return expression(`json_build_object(${values.join(', ')})`);
  }
  const column = row.table.columns.get(property) ?? row.table.relations.get(property);
  if (!column) throw new Error(`${row.table.graph.typeName} has no ${property}, which a computed field needs.`);
  if (column.encrypted) return chain(encryptedJson(row, column));
  return chain(valueJson({ ...column, sql: qualified(row, column) }));
}

/** Fields of the variants' shared table are the same whichever variant shows; a variant's own are its own. */
function signatureOf(row: Row, type: ReadType, { key, name, nodes }: SelectedField, returns: string): string {
  const { many, oneOf, sqlFields } = row.table.graph;
  const isOwn = type.many.get(name) !== many.get(name) || type.oneOf.get(name) !== oneOf.get(name) || type.sqlFields.get(name) !== sqlFields.get(name);
  return [key, name, returns, isOwn ? type.typeName : '', ...nodes.map(numberOf)].join(' ');
}
