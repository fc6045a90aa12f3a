import { getNamedType, getNullableType, type GraphQLObjectType, type GraphQLOutputType, isEnumType, isListType, isObjectType } from 'graphql';
import { chain, type Json, literal, nullable, nullableSql, object, orElse, quote, textSql } from './json-sql.js';
import { leafJson, settled, type SqlSource } from './leaf.js';
import type { ReadEmbedded } from './model.js';
import { qualified, type Row } from './row.js';
import { NotCompilable, type Scope } from './scope.js';
import { type SelectedField, selectFields, subselections } from './selection.js';

/**
 * A value that is JSON in the database: as it is where the schema has a scalar, field by field where it has an
 * object type, element by element where it has a list of them.
 */
export function jsonColumnJson(scope: Scope, type: GraphQLOutputType, source: SqlSource, field: SelectedField): Json {
  const bare = getNullableType(type);
  const named = getNamedType(bare);
  if (!isObjectType(named)) return leafJson(type, source);
  const value = `(${source.sql})`;
  if (!isListType(bare)) {
    return nullable(`case when jsonb_typeof(${value}::jsonb) = 'object' then ${textSql(membersJson(scope, named, `${value}::jsonb`, field))} end`);
  }
  const item = scope.statement.alias('item');
  const each = nullableSql(orElse(jsonColumnJson(scope, bare.ofType, { ...source, sql: `${item}.value`, isArray: false }, field), 'null'));
  return nullable(
    `case when jsonb_typeof(${value}::jsonb) = 'array' then (select concat('[', string_agg(${each}, ',' order by ${item}.place), ']')` +
      ` from jsonb_array_elements(${value}::jsonb) with ordinality ${item}(value, place)) end`,
  );
}

function membersJson(scope: Scope, type: GraphQLObjectType, value: string, field: SelectedField): Json {
  return valueObject(scope, type, field, (name, memberType, member) => {
    const inner = `${value} -> ${quote(name)}`;
    const text = `${value} ->> ${quote(name)}`;
    const named = getNamedType(memberType);
    if (isObjectType(named)) return jsonColumnJson(scope, memberType, { sql: inner, family: 'json', isArray: false, nullable: true }, member);
    const isTextual = !isListType(getNullableType(memberType)) && (isEnumType(named) || named.name === 'String' || named.name === 'ID');
    return isTextual
      ? leafJson(memberType, { sql: `(${text})`, family: 'text', isArray: false, nullable: true })
      : nullableJson(leafJson(memberType, { sql: inner, family: 'json', isArray: false, nullable: true }));
  });
}

/** JSON's null inside a JSON value counts as no value. */
function nullableJson(json: Json): Json {
  return nullable(`nullif(${nullableSql(json)}, 'null')`);
}

/** A value object whose members are columns of the row. */
export function embeddedJson(scope: Scope, type: GraphQLOutputType, row: Row, embedded: ReadEmbedded, field: SelectedField): Json {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new NotCompilable('An embedded object that the schema has no object type for.');
  const json = valueObject(scope, named, field, (name, memberType) => {
    const column = embedded.members.get(name);
    if (!column) return undefined;
    return leafJson(memberType, { ...column, nullable: column.nullable || embedded.nullable, sql: qualified(row, column) });
  });
  if (!embedded.nullable) return json;
  const columns = [...embedded.members.values()].map((column) => qualified(row, column));
  return nullable(`case when num_nonnulls(${columns.join(', ')}) > 0 then ${textSql(json)} end`);
}

/** An object that is no record: its selected members, each by `member`, and its type's name where node goes on with it. */
export function valueObject(
  scope: Scope,
  type: GraphQLObjectType,
  { nodes }: Pick<SelectedField, 'nodes'>,
  member: (name: string, type: GraphQLOutputType, field: SelectedField) => Json | undefined,
): Json {
  const members: [string, Json][] = [];
  for (const field of selectFields(scope, type, subselections(nodes))) {
    if (field.name === '__typename') {
      members.push([field.key, literal(`"${type.name}"`)]);
      continue;
    }
    const definition = type.getFields()[field.name];
    const json = definition && member(field.name, definition.type, field);
    if (json && definition) members.push([field.key, settled(scope, definition.type, json)]);
    else if (scope.mode === 'text') throw new NotCompilable(`${type.name}.${field.name}`);
  }
  if (scope.mode === 'node') members.push(['__typename', literal(`"${type.name}"`)]);
  return chain(object(members));
}
