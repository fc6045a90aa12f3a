import type { ReadColumn, ReadRelation, ReadTable } from './model.js';

/** One row of a table under an alias, as a query block sees it. */
export interface Row {
  table: ReadTable;
  alias: string;
}

/** A property that is one column: a plain one, or a relation's id. @throws on any other; a mistake in a declaration. */
export function propertyOf({ graph, columns, relations }: ReadTable, property: string): ReadColumn | ReadRelation {
  const column = columns.get(property) ?? relations.get(property);
  if (!column) throw new Error(`${graph.typeName} has no column for ${property}.`);
  return column;
}

/** SQL of a property of a row. @example columnOf({ table, alias: 'wish1' }, 'orgUnit') // 'wish1.org_unit_id' */
export function columnOf(row: Row, property: string): string {
  return qualified(row, propertyOf(row.table, property));
}

/** SQL of a column of a row. */
export function qualified({ alias }: Row, { name }: Pick<ReadColumn, 'name'>): string {
  return `${alias}.${identifier(name)}`;
}

/** A name in SQL, quoted where it must be. */
export function identifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A table's name in SQL; always quoted, since a noun may be one of SQL's own words. */
export function tableName({ name }: ReadTable): string {
  return `"${name.replaceAll('"', '""')}"`;
}
