import { getNamedType, getNullableType, type GraphQLEnumType, type GraphQLOutputType, isEnumType, isListType, isNonNullType } from 'graphql';
import { brokenPromise, idMark } from './marks.js';
import { chain, expression, type Json, literal, nullable, nullableSql, orElse, quote } from './json-sql.js';
import type { ReadColumn } from './model.js';
import { NotCompilable, type Scope } from './scope.js';

/** An SQL value that is to become JSON. */
export interface SqlSource extends Pick<ReadColumn, 'family' | 'isArray' | 'nullable'> {
  sql: string;
  /** Prefix of the TypeIDs that its UUIDs become; without one they stay as they are. */
  idPrefix?: string;
}

/** The JSON of a value where the schema has this scalar or enum type (or a list of it). */
export function leafJson(type: GraphQLOutputType, source: SqlSource): Json {
  const bare = getNullableType(type);
  if (isListType(bare)) return listJson(bare.ofType, source);
  if (isEnumType(bare)) return enumJson(bare, source);
  return getNamedType(bare).name === 'ID' || getNamedType(bare).name === 'String' ? textJson(source) : valueJson(source);
}

/** Writes out the null of a value: `null`, or the mark of a broken promise where the schema has no null. */
export function settled(scope: Scope, type: GraphQLOutputType, json: Json): Json {
  // graphql-js sees for itself in the other mode.
  return orElse(json, isNonNullType(type) && scope.mode === 'text' ? brokenPromise : 'null');
}

/** The JSON of a value as its column has it, whatever the schema says: for `$` and for scalars of JSON's own types. */
export function valueJson(source: SqlSource): Json {
  const { sql, family, isArray } = source;
  if (isArray) return nullable(`to_json(${sql})::text`);
  switch (family) {
    case 'uuid':
      return quoted(source, sql);
    case 'boolean':
      return source.nullable ? nullable(`(${sql})::text`) : expression(`(${sql})::text`);
    case 'integer':
      return source.nullable ? nullable(`(${sql})::text`) : expression(sql);
    case 'decimal':
      // As JavaScript writes it: no trailing zeros.
      return scalar(source, `trim_scale(${sql})`);
    case 'date':
      return quoted(source, `to_char(${sql}, 'YYYY-MM-DD')`);
    case 'instant':
      return quoted(source, `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
    case 'localTime':
      return quoted(source, `to_char(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
    case 'json':
      return nullable(`(${sql})::text`);
    case 'text':
    case 'float':
      return scalar(source, sql);
    case 'other':
      return nullable(`to_json(${sql})::text`);
  }
}

function textJson(source: SqlSource): Json {
  const { sql, family, isArray, idPrefix } = source;
  if (family === 'uuid' && !isArray && idPrefix !== undefined) {
    return source.nullable ? nullable(`${quote(`"${idMark(idPrefix)}`)} || ${sql} || '"'`) : chain(literal(`"${idMark(idPrefix)}`), expression(sql), literal('"'));
  }
  const isText = family === 'integer' || family === 'decimal' || family === 'float' || family === 'boolean';
  return isText && !isArray ? scalar(source, `(${sql})::text`) : valueJson(source);
}

function listJson(items: GraphQLOutputType, source: SqlSource): Json {
  const { sql, family, isArray } = source;
  const item = getNullableType(items);
  if (!isArray && family !== 'json') throw new NotCompilable('A list of something that is neither an array nor JSON.');
  if (!isEnumType(item) || isNamedAsStored(item)) return family === 'json' && !isArray ? nullable(`(${sql})::text`) : valueJson(source);
  const isList = isArray ? `${sql} is not null` : `jsonb_typeof((${sql})::jsonb) = 'array'`;
  const elements = isArray ? `unnest(${sql})` : `jsonb_array_elements_text((${sql})::jsonb)`;
  const each = nullableSql(orElse(enumJson(item, { sql: 'item.value', family: 'text', isArray: false, nullable: true }), 'null'));
  return nullable(`case when ${isList} then (select concat('[', string_agg(${each}, ',' order by item.place), ']') from ${elements} with ordinality item(value, place)) end`);
}

/** The database holds an enum's internal values; the answer names them. */
function enumJson(type: GraphQLEnumType, source: SqlSource): Json {
  if (isNamedAsStored(type)) return scalar(source, source.sql);
  const names = type.getValues().map(({ name, value }) => `when ${quote(String(value))} then ${quote(`"${name}"`)}`);
  return nullable(`case (${source.sql})::text ${names.join(' ')} end`);
}

function isNamedAsStored(type: GraphQLEnumType): boolean {
  return type.getValues().every(({ name, value }) => name === value);
}

function scalar({ nullable: mayBeNull }: SqlSource, sql: string): Json {
  return mayBeNull ? nullable(`json_scalar(${sql})::text`) : expression(`json_scalar(${sql})`);
}

/** Text that needs no escaping: digits, letters of identifiers. */
function quoted({ nullable: mayBeNull }: SqlSource, sql: string): Json {
  return mayBeNull ? nullable(`'"' || ${sql} || '"'`) : chain(literal('"'), expression(sql), literal('"'));
}
