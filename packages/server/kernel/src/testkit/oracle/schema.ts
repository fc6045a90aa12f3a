import { parseTypeId, toTypeId } from '@weixiang/shared';
import { type GraphQLOutputType, type GraphQLResolveInfo, type GraphQLSchema, getNamedType, getNullableType, isAbstractType, isEnumType, isInterfaceType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { FeatureSet } from '../../features/feature-set.js';
import type { TallyRead } from '../../entity/root-read.js';
import { recordsOf } from '../../entity/union.js';
import { masked } from '../../read/mask.js';
import { modelOf, type ReadTable } from '../../read/model.js';
import type { Reads } from '../../read/reads.js';
import { buildSchema } from '../../schema/build.js';
import type { RecordRef } from '../../write/write.js';
import { isCompiled, recordTypeOf } from './compiled.js';
import { entityOf, listValue, matching, searchValue, unionListValue } from './list.js';
import { type Args, can, isOwn, isShownAs, type OracleContext, shown, tableOf, typeOf, type Value, visible } from './reader.js';
import type { StoredRow } from './rows.js';

/**
 * The schema of a set of features with naive resolvers over rows in memory: what the rules say, written a second time in the
 * plainest way, so that graphql-js over it is the measure of the compiler. What resolvers make in node they make here too,
 * from the oracle's rows; a record that they name is read by the oracle.
 */
export function oracleSchema(features: FeatureSet): GraphQLSchema {
  const schema = buildSchema(features);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (row: StoredRow, { reader }: OracleContext) => typeOf(reader, row).typeName;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isAnswered = isCompiled(schema, features, type, field);
      if (type === schema.getQueryType()) {
        if (isAnswered) field.resolve = (_: unknown, args: Args, context: OracleContext, info) => rootValue(context, info, args);
      } else if (recordTypeOf(features, type.name)) {
        const made = isAnswered ? undefined : field.resolve;
        field.resolve = (row: StoredRow, args: Args, context: OracleContext, info) =>
          made && !saidAgain(context, row, field.name) ? made(rootOf(context, row, field.name), args, context, info) : protectedValue(context, schema, row, field.name, field.type, args);
      }
    }
  }
  return schema;
}

/** The read path as the oracle has it, for the records that resolvers name. */
export function oracleReads(context: () => OracleContext): Reads {
  const one = (info: GraphQLResolveInfo, { subject, id }: RecordRef): StoredRow | null => {
    const { reader, rows } = context();
    const row = rows.find(id);
    return row && tableOf(reader, row).graph.subject === subject && can(reader, 'read', row) && fits(info.schema, context(), row, info.returnType) ? row : null;
  };
  return {
    operation: () => Promise.resolve(null),
    async field(info, from) {
      if (!from) throw new Error('The oracle answers root fields itself.');
      if (!Array.isArray(from)) return one(info, from as RecordRef); // the signature's array is read-only
      const records = from.map((ref: RecordRef) => one(info, ref));
      const type = getNullableType(info.returnType);
      return isListType(type) && isNonNullType(type.ofType) ? records.filter((record) => record !== null) : records;
    },
  };
}

/** What a resolver in node gets: the record's properties that it asked for, as the compiler hands them over. */
function rootOf({ reader }: OracleContext, row: StoredRow, name: string): object {
  const type = typeOf(reader, row);
  const needed = type.computed.get(name) ?? [];
  const stored = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);
  const embedded = ({ embedded: objects }: ReadTable, property: string): unknown => {
    const members = [...(objects.get(property)?.members.keys() ?? [])];
    return members.length > 0 ? Object.fromEntries(members.map((member) => [member, Reflect.get(Object(row.properties[property]), member) ?? null])) : undefined;
  };
  const $ = Object.fromEntries(needed.toSorted().map((property) => [property, embedded(tableOf(reader, row), property) ?? stored(row.properties[property])]));
  return { __typename: type.typeName, $ };
}

function rootValue(context: OracleContext, { fieldName, returnType, schema }: GraphQLResolveInfo, args: Args): Value {
  const { rows, reader } = context;
  const read = modelOf(reader.features).rootRead(fieldName);
  if (read?.kind === 'unionList') return unionListValue(context, read.list(), args);
  if (read?.kind === 'list') return listValue(context, read.list(), rows.of(entityOf(read.list())), args);
  if (read?.kind === 'tally') return tallyValue(context, schema, returnType, read, args);
  if (read?.kind === 'search') return searchValue(context, args);
  const id = parseTypeId(String(args['id']));
  const row = id && rows.find(id.uuid);
  if (!row || tableOf(reader, row).graph.prefix !== id.prefix || !can(reader, 'read', row)) return null;
  if (read && !isShownAs(reader, row, read.of().name)) return null;
  return fits(schema, context, row, returnType) ? row : null;
}

function tallyValue(context: OracleContext, schema: GraphQLSchema, returnType: GraphQLOutputType, read: TallyRead, args: Args): Value {
  const list = read.list();
  const counted = getNamedType(returnType);
  const takesNone = isObjectType(counted) && !isNonNullType(counted.getFields()['key']?.type);
  const counts = new Map<unknown, { key: string | null; count: number }>();
  for (const row of matching(context, list, context.rows.of(entityOf(list)), args)) {
    const { value, key } = tallied(context, schema, row, read.by);
    if (value === null && !takesNone) continue;
    const known = counts.get(value) ?? { key, count: 0 };
    known.count += 1;
    counts.set(value, known);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n.count - m.count || (String(a) < String(b) ? -1 : 1));
  return sorted.map(([, { key, count }]) => ({ key, count }));
}

/** The value by which a row counts, and how it is named: its own, or that of the readable record that a relation of it points to. */
function tallied(context: OracleContext, schema: GraphQLSchema, row: StoredRow, by: string): { value: unknown; key: string | null } {
  const { reader, rows } = context;
  const [first = by, onward] = by.split('.');
  const value = visible(context, row, first) ?? null;
  if (onward !== undefined) {
    const other = rows.find(value);
    return other && can(reader, 'read', other) ? tallied(context, schema, other, onward) : { value: null, key: null };
  }
  if (value === null) return { value, key: null };
  const relation = tableOf(reader, row).relations.get(first);
  if (relation) return { value, key: toTypeId(modelOf(reader.features).rowsOf(relation.target).table.graph.prefix, String(value)) };
  const owner = schema.getType(tableOf(reader, row).graph.typeName);
  const states = isObjectType(owner) || isInterfaceType(owner) ? getNamedType(owner.getFields()[first]?.type) : undefined;
  return { value, key: isEnumType(states) ? (states.getValues().find(({ value: state }) => state === value)?.name ?? '?') : String(value) };
}

/** Whether a row may stand where this type is promised. */
function fits(schema: GraphQLSchema, { reader }: OracleContext, row: StoredRow, promised: GraphQLOutputType): boolean {
  const named = getNamedType(promised);
  const type = schema.getType(typeOf(reader, row).typeName);
  return type === named || (isAbstractType(named) && isObjectType(type) && schema.isSubType(named, type));
}

function saidAgain({ reader, again }: OracleContext, row: StoredRow, name: string) {
  return again.fields[`${typeOf(reader, row).typeName}.${name}`] ?? again.fields[`${tableOf(reader, row).graph.typeName}.${name}`];
}

function protectedValue(context: OracleContext, schema: GraphQLSchema, row: StoredRow, name: string, type: GraphQLOutputType, args: Args): Value {
  const { reader, revealed } = context;
  if (name !== 'id' && !can(reader, 'read', row, name)) return null;
  const { sensitive, subject } = tableOf(reader, row).graph;
  const sensitivity = sensitive.get(name);
  const value = fieldValue(context, schema, row, name, type, args) ?? null;
  if (!sensitivity || isOwn(reader, row, sensitivity.concerns)) return value;
  if (!can(reader, 'reveal', row, name)) return withheld(context, row, name, value);
  if (sensitivity.kind === 'personal') return value;
  if (!reader.purpose) return null;
  if (value !== null) revealed.add(`${subject} ${name} ${row.id}`);
  return value;
}

/** What shows of a sensitive value to who may not see it: of an encrypted one, no letter of its own. */
function withheld({ reader }: OracleContext, row: StoredRow, name: string, value: Value): Value {
  const { graph, columns } = tableOf(reader, row);
  const mask = graph.sensitive.get(name)?.mask ?? 'hide';
  if (value === null) return null;
  if (columns.get(name)?.encrypted) return { phone: '****', name: '**', hide: null }[mask];
  return typeof value === 'string' ? masked(mask, value) : null;
}

function fieldValue(context: OracleContext, schema: GraphQLSchema, row: StoredRow, name: string, type: GraphQLOutputType, args: Args): Value {
  const { rows, reader } = context;
  const table = tableOf(reader, row);
  const shownAs = typeOf(reader, row);
  const again = saidAgain(context, row, name);
  if (again) return again(context, row);
  const many = shownAs.many.get(name);
  if (many) return listValue(context, many.list(), rows.with(entityOf(many.list()), many.via, row.id), args);
  const oneOf = shownAs.oneOf.get(name);
  if (oneOf) {
    const other = rows.find(row.properties[oneOf.id]);
    const isMeant = other && recordsOf(oneOf.union(), reader.features).includes(other.entity) && row.properties[oneOf.subject] === tableOf(reader, other).graph.subject;
    return isMeant && can(reader, 'read', other) ? other : null;
  }
  if (shownAs.sqlFields.has(name)) throw new Error(`${shownAs.typeName}.${name} is SQL and is not said a second time.`);
  if (name === 'id') return toTypeId(table.graph.prefix, row.id);
  if (!table.relations.has(name)) return shown(reader, row, name);
  const other = rows.find(row.properties[name]);
  return other && can(reader, 'read', other) && fits(schema, context, other, type) ? other : null;
}
