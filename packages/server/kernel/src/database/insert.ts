import { type EntityMetadata, type EntityProperty, JsonType, ReferenceKind } from '@mikro-orm/core';
import { TenantRecord } from '../entity/record.js';
import { addingRows } from './add-rows.js';
import { boundValues } from './bound.js';
import { isLiteral, type LiteralValue } from './literals.js';
import { prepared } from './prepared.js';

/** A statement, and the values of its places. */
interface Statement {
  sql: string;
  values: readonly LiteralValue[];
}

/** A column of a new row, and where its value stands. */
interface Column {
  name: string;
  property: string;
  /** Of a relation: the place of the column in the other's key. */
  part: number | null;
}

/**
 * The INSERTs of new records, from what the unit of work made of them: property → value as the database takes it. Nothing has
 * to come back, since their keys and times are given and their {@link firstVersion} is known. Undefined for what is no record
 * of a tenant, or leaves anything to the table: that the ORM writes.
 */
export function insertsOf(meta: EntityMetadata, rows: readonly object[]): Statement[] | undefined {
  const columns = columnsOf(meta);
  if (!columns) return undefined;
  const values = rows.map((row) => columns.map((column) => valueOf(row, column)));
  if (!values.every(areLiterals)) return undefined;
  const into = `"${meta.tableName}" (${columns.map(({ name }) => `"${name}"`).join(', ')})`;
  const [only] = values;
  if (only && values.length === 1) return [{ sql: prepared(`insert into ${into} values (${columns.map(() => '?').join(', ')})`), values: only }];
  return addingRows(into, [], values.map(boundValues)).map((sql) => ({ sql, values: [] }));
}

/** What the table gives a new record as its version, as the row of an answer. */
export const firstVersion = { version: 1 } as const;

const known = new WeakMap<EntityMetadata, readonly Column[] | null>();

function columnsOf(meta: EntityMetadata): readonly Column[] | null {
  let columns = known.get(meta);
  if (columns === undefined) known.set(meta, (columns = meta.class?.prototype instanceof TenantRecord ? columnsOfRecord(meta) : null));
  return columns;
}

function columnsOfRecord({ comparableProps, props }: EntityMetadata): Column[] | null {
  if (props.some(({ generated, autoincrement, returning }) => generated || autoincrement || returning)) return null;
  const columns = comparableProps.map(columnOf);
  return columns.every((column) => column !== null) ? columns : null;
}

/** @returns null for what is written in another way than a value, or the id of another record. */
function columnOf({ name: property, kind, fieldNames, polymorphic, customType }: EntityProperty): Column | null {
  const [name, ofRelation] = fieldNames;
  // What JSON would be cast to is what its column takes anyway.
  if (name === undefined || (customType && 'convertToDatabaseValueSQL' in customType && !(customType instanceof JsonType))) return null;
  if (kind === ReferenceKind.SCALAR && ofRelation === undefined) return { name, property, part: null };
  return kind === ReferenceKind.MANY_TO_ONE && !polymorphic && name === 'tenant_id' && ofRelation !== undefined ? { name: ofRelation, property, part: 1 } : null;
}

function valueOf(row: object, { property, part }: Column): unknown {
  const value: unknown = Reflect.get(row, property);
  return part === null || !Array.isArray(value) ? value : value[part];
}

function areLiterals(values: readonly unknown[]): values is LiteralValue[] {
  return values.every(isLiteral);
}
