import type { Cell } from '../row.js';
import { cleanText } from './clean-text.js';
import { CELL_TEXT_MAX, MAX_COLUMNS } from './limits.js';
import type { SpreadsheetPackage } from './package.js';
import { dateOfSerial } from './serial-date.js';
import type { SharedStrings } from './shared-strings.js';
import { parseXml } from './xml.js';

/** A row that holds something: its number as Excel shows it, and its cells by column, counted from 0. */
export interface SheetRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** What cells refer to. */
export interface SheetContext {
  readonly strings: SharedStrings;
  readonly dateStyles: ReadonlySet<number>;
  readonly countsFrom1904: boolean;
}

/**
 * The rows of a sheet as they are unpacked; blank ones are left out, and so are cells right of column 512.
 * @example for await (const { row, cells } of sheetRows(pack, 'xl/worksheets/sheet1.xml', context)) …
 */
export async function* sheetRows(pack: SpreadsheetPackage, part: string, context: SheetContext): AsyncGenerator<SheetRow> {
  const listener = new SheetListener(context);
  for await (const _ of parseXml(pack.read(part), listener)) {
    yield* listener.ready;
    listener.ready = [];
  }
}

class SheetListener {
  ready: SheetRow[] = [];
  private row = 0;
  private column = -1;
  private cells = new Map<number, Cell>();
  private type = 'n';
  private style = 0;
  private words = '';
  private isValue = false;
  private isPhonetic = false;

  constructor(private readonly context: SheetContext) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') {
      this.column = columnOf(attributes.r) ?? this.column + 1;
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? 0);
      this.words = '';
    } else if (name === 'v' || name === 't') {
      this.isValue = !this.isPhonetic;
    } else if (name === 'rPh') {
      this.isPhonetic = true;
    } else if (name === 'row') {
      const stated = Number(attributes.r);
      this.row = Number.isInteger(stated) && stated > 0 ? stated : this.row + 1;
      this.column = -1;
      this.cells = new Map();
    }
  }

  text(text: string): void {
    if (this.isValue && this.words.length <= CELL_TEXT_MAX) this.words += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') {
      this.isValue = false;
    } else if (name === 'rPh') {
      this.isPhonetic = false;
    } else if (name === 'c') {
      const value = this.column < MAX_COLUMNS ? this.value() : null;
      if (value !== null) this.cells.set(this.column, value);
    } else if (name === 'row' && this.cells.size > 0) {
      this.ready.push({ row: this.row, cells: this.cells });
    }
  }

  private value(): Cell | null {
    const { words, type } = this;
    if (words === '') return null;
    if (type === 's') return cleanText(this.context.strings.get(Number(words)) ?? '');
    if (type === 'b') return words === '1' || words === 'true';
    if (type === 'd') return /^\d{4}-\d{2}-\d{2}/.exec(words)?.[0] ?? words;
    // Texts: inline, of a formula, or an error like #N/A.
    if (type !== 'n') return cleanText(words);
    const number = Number(words);
    if (!Number.isFinite(number)) return cleanText(words);
    const date = this.context.dateStyles.has(this.style) ? dateOfSerial(number, this.context.countsFrom1904) : null;
    return date ?? number;
  }
}

/** The column of a reference, counted from 0. `columnOf('AB12') // 27` */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
