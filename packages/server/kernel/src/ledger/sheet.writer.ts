import writeExcelFile from 'write-excel-file/node';
import type { Cell } from './row.js';
import { CELL_TEXT_MAX } from './xlsx/limits.js';

/** A column of a sheet that is written. */
export interface SheetColumn {
  readonly header: string;
  /** In characters; 16 unless told. */
  readonly width?: number;
}

/**
 * An .xlsx file of one sheet, its first row the headers in bold and kept in view. Text is written as text, so that what
 * begins with = + - or @ never becomes a formula; text longer than a cell holds is cut.
 * @example await writeSheet([{ header: '行号' }, { header: '原因', width: 40 }], [[12, '“飞鸽传书”不认识']])
 */
export async function writeSheet(
  columns: readonly SheetColumn[],
  rows: Iterable<readonly (Cell | null | undefined)[]>,
): Promise<Buffer> {
  const headers = columns.map(({ header }) => ({ type: String, value: header, fontWeight: 'bold' as const }));
  const data = Array.from(rows, (row) => columns.map((_, at) => written(row[at])));
  return writeExcelFile([headers, ...data], {
    columns: columns.map(({ width = 16 }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function written(cell: Cell | null | undefined) {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'boolean') return { type: Boolean, value: cell };
  if (typeof cell === 'number' && Number.isFinite(cell)) return { type: Number, value: cell };
  return { type: String, value: escaped(String(cell).slice(0, CELL_TEXT_MAX)) };
}

/** Excel reads `_x0041_` as A: whoever really wrote that means it letter by letter. */
function escaped(words: string): string {
  // The writer looks texts up in a plain object and takes `constructor` for one it knows; written otherwise, it does not.
  if (words in {}) return `_x${words.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${words.slice(1)}`;
  return words.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
