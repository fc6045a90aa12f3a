import { LedgerFileError } from './ledger-file.error.js';
import type { SheetRow } from './xlsx/sheet-rows.js';

/** The headers of a ledger and where they stand. */
export interface Headers {
  /** Column, counted from 0 → header. */
  readonly byColumn: ReadonlyMap<number, string>;
  /** Headers that the ledger does not know, in the order of the file. */
  readonly extra: readonly string[];
}

/**
 * Reads the header row: by name in any order, blind to spaces, line breaks and full-width signs. Throws LedgerFileError
 * when there are none, one that is required is missing, or one that is known stands twice.
 */
export function readHeaders(row: SheetRow | undefined, required: readonly string[], optional: readonly string[]): Headers {
  if (!row) throw new LedgerFileError('HEADERS_MISSING');
  const known = new Map([...required, ...optional].map((header) => [plain(header), header]));
  const byColumn = new Map<number, string>();
  const extra: string[] = [];
  const twice = new Set<string>();
  const taken = new Set<string>();

  for (const [column, cell] of [...row.cells].toSorted(([a], [b]) => a - b)) {
    const header = known.get(plain(String(cell))) ?? String(cell).trim();
    const isKnown = known.has(plain(header));
    if (taken.has(header)) {
      // A second column of a name that nobody asks for is simply not read.
      if (isKnown) twice.add(header);
      continue;
    }
    taken.add(header);
    byColumn.set(column, header);
    if (!isKnown) extra.push(header);
  }

  const missing = required.filter((header) => !taken.has(header));
  if (missing.length > 0) throw new LedgerFileError('HEADER_MISSING', { headers: missing.join('、') });
  if (twice.size > 0) throw new LedgerFileError('HEADER_TWICE', { headers: [...twice].join('、') });
  return { byColumn, extra };
}

function plain(header: string): string {
  return header.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
