import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { LedgerFileError } from '../ledger-file.error.js';
import { MAX_PARTS, RATIO_FLOOR_BYTES, type LedgerLimits } from './limits.js';

const MB = 1024 * 1024;
const ZIP = 'PK\u0003\u0004';
const OLE = '\u00d0\u00cf\u0011\u00e0';
// How OLE names the stream in which Office keeps a workbook with a password.
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** The parts of an .xlsx file, each unpacked as it is read. */
export interface SpreadsheetPackage {
  /** Whether there is a part of that name. */
  has(name: string): boolean;
  /** The bytes of a part; throws LedgerFileError when they are more than declared or allowed. */
  read(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

/** Opens a file and looks at nothing but its directory. Throws LedgerFileError on anything that is no sound .xlsx. */
export async function openPackage(filePath: string, limits: LedgerLimits): Promise<SpreadsheetPackage> {
  const { size } = await stat(filePath);
  if (size === 0) throw new LedgerFileError('FILE_EMPTY');
  if (size > limits.maxBytes) throw new LedgerFileError('FILE_TOO_LARGE', { max: Math.floor(limits.maxBytes / MB) });
  await refuseOtherFormats(filePath);

  const zip = await openPromise(filePath, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
    throw new LedgerFileError('FILE_DAMAGED', {}, error);
  });
  try {
    const parts = await directoryOf(zip, limits);
    return packageOf(zip, parts, limits);
  } catch (error) {
    zip.close();
    throw error instanceof LedgerFileError ? error : new LedgerFileError('FILE_DAMAGED', {}, error);
  }
}

function packageOf(zip: ZipFile, parts: ReadonlyMap<string, Entry>, limits: LedgerLimits): SpreadsheetPackage {
  // One budget for all parts: a hundred parts just under the limit are a bomb too.
  let unpacked = 0;
  return {
    has: (name) => parts.has(nameOf(name)),
    async *read(name) {
      const entry = parts.get(nameOf(name));
      if (!entry) throw new LedgerFileError('FILE_DAMAGED', {}, new Error(`The part ${name} is not there.`));
      const stream: Readable = await zip.openReadStreamPromise(entry);
      let bytes = 0;
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) { // a zip part yields nothing but buffers
          bytes += chunk.length;
          unpacked += chunk.length;
          if (unpacked > limits.maxUnzippedBytes || isBomb(bytes, entry.compressedSize, limits)) {
            throw new LedgerFileError('FILE_UNPACKS_TOO_LARGE');
          }
          yield chunk;
        }
      } finally {
        stream.destroy();
      }
    },
    close: () => zip.close(),
  };
}

async function directoryOf(zip: ZipFile, limits: LedgerLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_PARTS) throw new LedgerFileError('FILE_UNPACKS_TOO_LARGE');
  const parts = new Map<string, Entry>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new LedgerFileError('FILE_ENCRYPTED');
    declared += entry.uncompressedSize;
    if (declared > limits.maxUnzippedBytes || isBomb(entry.uncompressedSize, entry.compressedSize, limits)) {
      throw new LedgerFileError('FILE_UNPACKS_TOO_LARGE');
    }
    parts.set(nameOf(entry.fileName), entry);
  }
  return parts;
}

async function refuseOtherFormats(filePath: string): Promise<void> {
  const file = await open(filePath);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const magic = buffer.toString('latin1', 0, bytesRead);
    if (magic === ZIP) return;
    if (magic !== OLE) throw new LedgerFileError('FILE_NOT_SPREADSHEET');
    // The old .xls and a workbook with a password share one container.
    let tail: Buffer = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ autoClose: false, start: 0 }) as AsyncIterable<Buffer>) { // no encoding is set: buffers
      if (Buffer.concat([tail, chunk]).includes(ENCRYPTED_PACKAGE)) throw new LedgerFileError('FILE_ENCRYPTED');
      tail = chunk.subarray(-ENCRYPTED_PACKAGE.length);
    }
    throw new LedgerFileError('FILE_OLD_FORMAT');
  } finally {
    await file.close();
  }
}

function isBomb(bytes: number, packed: number, limits: LedgerLimits): boolean {
  return bytes > RATIO_FLOOR_BYTES && bytes > packed * limits.maxRatio;
}

// Some writers begin names with a slash or differ in case between the relation and the part.
function nameOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}
