import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Cell } from './row.js';
import { CELL_TEXT_MAX } from './xlsx/limits.js';
import { cellXml, columnName, sheetParts } from './xlsx/sheet-xml.js';

/** A column of a sheet that is written. */
export interface SheetColumn {
  readonly header: string;
  /** In characters; 16 unless told. */
  readonly width?: number;
  /** `date`: cells of YYYY-MM-DD become Excel dates. `text` unless told; numbers stay numbers. */
  readonly kind?: 'text' | 'date';
}

/** The rows of a sheet, cell by cell in the order of its columns. */
export type SheetRows = Iterable<readonly (Cell | null | undefined)[]> | AsyncIterable<readonly (Cell | null | undefined)[]>;

/**
 * An .xlsx file of one sheet whose rows are written as they come: nothing but the row at hand and what the zip holds back
 * stays in memory, however many there are. Its first row are the headers, in bold and kept in view. Text stays text: what
 * begins with = + - @ or a tab never becomes a formula, not even when the cell is edited or saved as CSV again.
 * The stream fails with what `rows` throws.
 * @example reply.type(xlsx).send(streamSheet([{ header: '登记日期', kind: 'date' }], rows))
 */
export function streamSheet(columns: readonly SheetColumn[], rows: SheetRows): Readable {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(sheetParts)) zip.addBuffer(Buffer.from(xml), name);
  const sheet = Readable.from(sheetXml(columns, rows));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  // The zip itself neither ends when what it packs fails, nor stops packing when nobody reads on.
  const file = new PassThrough();
  const fail = (error: Error): void => void file.destroy(error);
  sheet.on('error', fail);
  zip.on('error', fail);
  file.on('close', () => sheet.destroy());
  return zip.outputStream.pipe(file);
}

/**
 * The same file at once, for a sheet that is short or whose rows must not outlive a transaction.
 * @example await writeSheet([{ header: '行号' }, { header: '原因', width: 40 }], [[12, '“飞鸽传书”不认识']])
 */
export function writeSheet(columns: readonly SheetColumn[], rows: SheetRows): Promise<Buffer> {
  return buffer(streamSheet(columns, rows));
}

const ROWS_A_CHUNK = 200;

async function* sheetXml(columns: readonly SheetColumn[], rows: SheetRows): AsyncGenerator<string> {
  const widths = columns.map(({ width = 16 }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths}</cols><sheetData>${rowXml(1, columns.map(({ header }, at) => cellXml(`${columnName(at)}1`, header, 'header')))}`;
  let line = 1;
  let chunk = '';
  for await (const row of rows) {
    line += 1;
    chunk += rowXml(line, columns.map(({ kind = 'text' }, at) => cellXml(`${columnName(at)}${line}`, cut(row[at]), kind)));
    if (line % ROWS_A_CHUNK !== 0) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}</sheetData></worksheet>`;
}

function rowXml(line: number, cells: readonly string[]): string {
  return `<row r="${line}">${cells.join('')}</row>`;
}

function cut(cell: Cell | null | undefined): Cell | null {
  return typeof cell === 'string' ? cell.slice(0, CELL_TEXT_MAX) : (cell ?? null);
}
