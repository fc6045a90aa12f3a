import type { GraphQLOutputType } from 'graphql';
import { chain, expression, isNothing, type Json, literal, nothing, nullable, nullableSql, textSql } from './json-sql.js';
import { encryptedMaskSql } from './encrypted.js';
import { leafJson } from './leaf.js';
import { revealedMark } from './marks.js';
import { maskSql } from './mask.js';
import { columnOf, qualified, type Row } from './row.js';
import type { Scope } from './scope.js';
import { type Disclosure, disclosureOf, mayReadField, standInOf } from './visibility.js';

/** A field's JSON as this actor may see it: whole, masked, or null. */
export function protect(scope: Scope, row: Row, property: string, type: GraphQLOutputType, whole: () => Json): Json {
  const readable = mayReadField(scope, row, property);
  if (readable === false) return nothing;
  const disclosure = disclosureOf(scope, row, property);
  const shown = disclosure ? disclosed(scope, row, property, type, disclosure, whole()) : itselfOrInstead(scope, row, property, type, whole);
  return readable === true || isNothing(shown) ? shown : nullable(`case when ${readable} then ${nullableSql(shown)} end`);
}

/** The value, or the one that stands in for it. */
function itselfOrInstead(scope: Scope, row: Row, property: string, type: GraphQLOutputType, whole: () => Json): Json {
  const standIn = standInOf(scope, row, property);
  if (!standIn || standIn.itself === true) return whole();
  const instead = leafJson(type, { sql: columnOf(row, standIn.instead), family: 'text', isArray: false, nullable: false });
  return standIn.itself === false ? instead : expression(`case when ${standIn.itself} then ${textSql(whole())} else ${textSql(instead)} end`);
}

function disclosed(scope: Scope, row: Row, property: string, type: GraphQLOutputType, { sensitivity, own, reveal, isRecorded }: Disclosure, whole: Json): Json {
  if (isNothing(whole) || own === true || (reveal === true && !isRecorded)) return whole;
  const sql = nullableSql(whole);
  const arms = [
    ...(own === false ? [] : [`when ${own} then ${sql}`]),
    ...(reveal === false ? [] : [`when ${reveal} then ${isRecorded ? revealed(scope, row, property, sql) : sql}`]),
  ];
  const rest = maskedSql(row, property, type, sensitivity.mask);
  if (arms.length === 0) return rest === null ? nothing : nullable(rest);
  return nullable(`case ${arms.join(' ')}${rest === null ? '' : ` else ${rest}`} end`);
}

/** The value with a mark by which the read is recorded; without a stated purpose it stays hidden. */
function revealed({ mayReveal }: Scope, row: Row, property: string, sql: string): string {
  if (!mayReveal) return 'null';
  const { open, close } = revealedMark;
  const mark = textSql(chain(literal(open(row.table.graph.subject, property)), expression(columnOf(row, 'id')), literal(close)));
  return `${mark} || ${sql}`;
}

function maskedSql(row: Row, property: string, type: GraphQLOutputType, mask: Disclosure['sensitivity']['mask']): string | null {
  const column = row.table.columns.get(property);
  if (column?.encrypted) return encryptedMaskSql(row, column, mask);
  const sql = column?.family === 'text' && !column.isArray ? maskSql(mask, qualified(row, column)) : null;
  return sql === null ? null : nullableSql(leafJson(type, { sql: `(${sql})`, family: 'text', isArray: false, nullable: true }));
}
