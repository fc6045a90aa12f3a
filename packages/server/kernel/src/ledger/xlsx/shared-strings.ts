import { LedgerFileError } from '../ledger-file.error.js';
import { CELL_TEXT_MAX } from './limits.js';
import type { SpreadsheetPackage } from './package.js';
import { parseXml } from './xml.js';

const BLOCK_BYTES = 1024 * 1024;

/** The texts that cells point to by number. */
export interface SharedStrings {
  get(index: number): string | undefined;
}

/**
 * Reads the shared strings into blocks of bytes: a million short strings of the language's own would take three times
 * as much. Rich text is joined, phonetic readings are left out. Throws LedgerFileError over `maxTextBytes`.
 */
export async function readSharedStrings(pack: SpreadsheetPackage, part: string | null, maxTextBytes: number): Promise<SharedStrings> {
  const store = new StringStore(maxTextBytes);
  if (part === null) return store;
  let words = '';
  let isText = false;
  let isPhonetic = false;
  for await (const _ of parseXml(pack.read(part), {
    open(name) {
      if (name === 'si') words = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text(text) {
      if (isText && words.length <= CELL_TEXT_MAX) words += text;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') store.add(words);
    },
  }));
  return store;
}

class StringStore implements SharedStrings {
  private readonly blocks: Buffer[] = [];
  /** Where each string starts, counted over all blocks, and how long it is. */
  private starts = new Uint32Array(1024);
  private lengths = new Uint32Array(1024);
  private count = 0;
  private end = 0;

  constructor(private readonly maxBytes: number) {}

  add(words: string): void {
    // One longer than a cell can be stays over the limit, so that its reader still refuses it.
    const clipped = words.slice(0, CELL_TEXT_MAX + 1);
    const length = Buffer.byteLength(clipped);
    const room = this.blocks.length * BLOCK_BYTES - this.end;
    if (length > room) {
      this.end += room;
      this.blocks.push(Buffer.allocUnsafe(BLOCK_BYTES));
    }
    if (this.end + length > this.maxBytes) throw new LedgerFileError('FILE_UNPACKS_TOO_LARGE');
    this.blocks.at(-1)?.write(clipped, this.end % BLOCK_BYTES);
    if (this.count === this.starts.length) {
      this.starts = grown(this.starts);
      this.lengths = grown(this.lengths);
    }
    this.starts[this.count] = this.end;
    this.lengths[this.count] = length;
    this.count += 1;
    this.end += length;
  }

  get(index: number): string | undefined {
    const start = this.starts[index];
    const length = this.lengths[index];
    if (!(index >= 0 && index < this.count) || start === undefined || length === undefined) return undefined;
    const from = start % BLOCK_BYTES;
    return length === 0 ? '' : this.blocks[Math.floor(start / BLOCK_BYTES)]?.toString('utf8', from, from + length);
  }
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
