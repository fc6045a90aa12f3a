import { readHeaders, type Headers } from './headers.js';
import { LedgerFileError } from './ledger-file.error.js';
import type { Cell, LedgerRow } from './row.js';
import { contentOf, Occurrences } from './row-content.js';
import { readDateStyles } from './xlsx/date-styles.js';
import { LEDGER_LIMITS, type LedgerLimits } from './xlsx/limits.js';
import { openPackage, type SpreadsheetPackage } from './xlsx/package.js';
import { readSharedStrings } from './xlsx/shared-strings.js';
import { sheetRows, type SheetRow } from './xlsx/sheet-rows.js';
import { readWorkbook } from './xlsx/workbook.js';

/** Which columns a ledger has, and what a file may take. */
export interface ReadLedgerOptions extends Partial<LedgerLimits> {
  /** Headers that must be there. */
  readonly required?: readonly string[];
  /** Headers that are read when they are there; any other is extra. */
  readonly optional?: readonly string[];
  /** Header of the column whose values no two rows should share: a row that does names the first in `repeats`. */
  readonly distinct?: string;
  /** Header of the column in which an export names the record itself; no part of the row's content. */
  readonly record?: string;
}

/** An open ledger: its headers, and its rows once. */
export interface Ledger extends AsyncIterable<LedgerRow> {
  /** All headers in the order of the file, known ones spelled as the ledger spells them. */
  readonly headers: readonly string[];
  /** Those that the ledger does not know. */
  readonly extraHeaders: readonly string[];
  /** Frees the file; done by itself once the rows were walked, to the end or not. */
  close(): void;
}

/**
 * Opens an .xlsx file as a ledger: the first visible sheet, its first filled row as headers, the others as they are
 * unpacked, in bounded memory. Blank rows are skipped, row numbers stay Excel's. Throws LedgerFileError, at once or on
 * the way, when the file as a whole cannot be read.
 * @example
 * const ledger = await readLedger(path, { required: ['登记日期', '心愿内容'], optional: ['答复'] });
 * for await (const { row, cells } of ledger) …
 */
export async function readLedger(filePath: string, options: ReadLedgerOptions = {}): Promise<Ledger> {
  const limits = { ...LEDGER_LIMITS, ...options };
  const pack = await openPackage(filePath, limits);
  let rows: AsyncGenerator<SheetRow> | undefined;
  try {
    rows = await openSheet(pack, limits);
    const first = await rows.next();
    const headers = readHeaders(first.done ? undefined : first.value, options.required ?? [], options.optional ?? []);
    const declared = [...(options.required ?? []), ...(options.optional ?? [])].filter((header) => header !== options.record);
    return ledgerOf(pack, rows, headers, declared, options, limits.maxRows);
  } catch (error) {
    await rows?.return(undefined);
    pack.close();
    throw asFileError(error);
  }
}

async function openSheet(pack: SpreadsheetPackage, limits: LedgerLimits): Promise<AsyncGenerator<SheetRow>> {
  const book = await readWorkbook(pack);
  const dateStyles = await readDateStyles(pack, book.stylesPart);
  const strings = await readSharedStrings(pack, book.sharedStringsPart, limits.maxTextBytes);
  return sheetRows(pack, book.sheetPart, { strings, dateStyles, countsFrom1904: book.countsFrom1904 });
}

function ledgerOf(
  pack: SpreadsheetPackage,
  rows: AsyncGenerator<SheetRow>,
  { byColumn, extra }: Headers,
  declared: readonly string[],
  { distinct, record }: Pick<ReadLedgerOptions, 'distinct' | 'record'>,
  maxRows: number,
): Ledger {
  const columns = declared.length > 0 ? declared : [...byColumn.values()];

  async function* walk(): AsyncGenerator<LedgerRow> {
    const occurrences = new Occurrences();
    const numbered = new Map<string, number>();
    let count = 0;
    try {
      for await (const { row, cells: byPlace } of rows) {
        const cells = cellsOf(byPlace, byColumn);
        if (!cells) continue;
        count += 1;
        if (count > maxRows) throw new LedgerFileError('TOO_MANY_ROWS', { max: maxRows });
        const content = contentOf(cells, columns);
        const number = distinct === undefined || cells[distinct] === undefined ? undefined : String(cells[distinct]).trim();
        const repeats = number === undefined ? undefined : numbered.get(number);
        if (number !== undefined && repeats === undefined) numbered.set(number, row);
        const named = record === undefined || cells[record] === undefined ? undefined : String(cells[record]).trim();
        yield {
          row,
          cells,
          content,
          occurrence: occurrences.next(content),
          ...(repeats === undefined ? {} : { repeats }),
          ...(named === undefined ? {} : { record: named }),
        };
      }
    } catch (error) {
      throw asFileError(error);
    } finally {
      pack.close();
    }
  }

  return {
    headers: [...byColumn.values()],
    extraHeaders: extra,
    [Symbol.asyncIterator]: walk,
    close: () => {
      // The header row left a part half read; the zip keeps the file open for it.
      void rows.return(undefined);
      pack.close();
    },
  };
}

/** The cells by header; null when the row holds nothing under any header. */
function cellsOf(byPlace: SheetRow['cells'], byColumn: Headers['byColumn']): Record<string, Cell> | null {
  const cells: Record<string, Cell> = Object.create(null);
  let isBlank = true;
  for (const [column, cell] of byPlace) {
    const header = byColumn.get(column);
    if (header === undefined) continue;
    cells[header] = cell;
    isBlank = false;
  }
  return isBlank ? null : cells;
}

// What zip and zlib throw on a broken file speaks of offsets and bytes, which helps nobody.
function asFileError(error: unknown): unknown {
  if (error instanceof LedgerFileError) return error;
  const isSystem = error instanceof Error && 'syscall' in error;
  return isSystem ? error : new LedgerFileError('FILE_DAMAGED', {}, error);
}
