import type { Sensitivity } from '../entity/registry.js';
import { chain, expression, type Json, literal, nullable, quote, textSql } from './json-sql.js';
import { encryptedMark } from './marks.js';
import type { ReadColumn } from './model.js';
import { columnOf, qualified, type Row } from './row.js';

/** An encrypted value as it is stored, marked for node to open. */
export function encryptedJson(row: Row, column: ReadColumn): Json {
  const value = qualified(row, column);
  const { open, close } = encryptedMark;
  const marked = chain(
    literal(open(column.encrypted ?? 'text', row.table.name, column.name)),
    expression(columnOf(row, 'id')),
    literal('.'),
    expression(`json_scalar(${value})`),
    literal(close),
  );
  return column.nullable ? nullable(`case when ${value} is not null then ${textSql(marked)} end`) : marked;
}

/** What shows of an encrypted value to who may not see it: that there is one. It is never opened for that. */
const masks = { phone: '****', name: '**', hide: null } as const satisfies Record<Sensitivity['mask'], string | null>;

/** The same as SQL of JSON text; null when nothing shows. */
export function encryptedMaskSql(row: Row, column: ReadColumn, mask: Sensitivity['mask']): string | null {
  const shown = masks[mask];
  return shown === null ? null : `case when ${qualified(row, column)} is not null then ${quote(`"${shown}"`)} end`;
}
