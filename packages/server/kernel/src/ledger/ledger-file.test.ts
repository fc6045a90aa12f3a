import { describe, expect, it } from 'vitest';
import { fileOf, textRow, workbookBytes, workbookFile, type WorkbookParts } from './fixture/workbook.fixture.js';
import { LedgerFileError } from './ledger-file.error.js';
import { readLedger, type ReadLedgerOptions } from './ledger.reader.js';

/** The code with which a file is refused, at once or on the way; null when it can be read. */
async function refusalOf(path: string, options?: ReadLedgerOptions): Promise<string | null> {
  try {
    for await (const _ of await readLedger(path, options));
    return null;
  } catch (error) {
    if (error instanceof LedgerFileError) return error.code;
    throw error;
  }
}

const plain: WorkbookParts = { rows: textRow(1, '日期') + textRow(2, '2025-03-04') };
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Zip structures begin with these marks; what is patched stands so many bytes behind. */
const CENTRAL = Buffer.from('504b0102', 'hex');

function patched(bytes: Uint8Array, patch: (entry: Buffer, name: string) => void): Buffer {
  const file = Buffer.from(bytes);
  for (let at = file.indexOf(CENTRAL); at >= 0; at = file.indexOf(CENTRAL, at + 4)) {
    const name = file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28));
    patch(file.subarray(at), name);
  }
  return file;
}

describe('a file that is no ledger', () => {
  it('can be read when nothing is wrong with it', async () => {
    expect(await refusalOf(workbookFile(plain))).toBeNull();
  });

  it.each<[string, string, () => string]>([
    ['FILE_EMPTY', 'nothing', () => fileOf('')],
    ['FILE_NOT_SPREADSHEET', 'a text', () => fileOf('登记日期,心愿内容\n')],
    ['FILE_NOT_SPREADSHEET', 'two bytes', () => fileOf('PK')],
    ['FILE_NOT_SPREADSHEET', 'a zip of something else', () => fileOf(workbookBytes({ parts: { '_rels/.rels': null } }))],
    ['FILE_NOT_SPREADSHEET', 'a document', () => workbookFile({ parts: { 'xl/workbook.xml': '<w:document xmlns:w="w"/>' } })],
    ['FILE_NOT_SPREADSHEET', 'a binary workbook', () => workbookFile({ parts: { 'xl/workbook.xml': new Uint8Array([131, 1, 0, 128, 1, 0x3c]) } })],
    ['FILE_OLD_FORMAT', 'an old .xls', () => fileOf(Buffer.concat([OLE, Buffer.alloc(2000), Buffer.from('Workbook', 'utf16le')]))],
    ['FILE_ENCRYPTED', 'a workbook with a password', () => fileOf(Buffer.concat([OLE, Buffer.alloc(65_525), Buffer.from('EncryptedPackage', 'utf16le')]))],
    ['FILE_ENCRYPTED', 'an encrypted zip', () => fileOf(patched(workbookBytes(plain), (entry) => entry.writeUInt16LE(1, 8)))],
    ['FILE_DAMAGED', 'the first half of a file', () => fileOf(workbookBytes(plain).slice(0, 400))],
    ['FILE_DAMAGED', 'no sheet', () => workbookFile({ book: '<sheets/>' })],
    ['FILE_DAMAGED', 'a sheet whose part is gone', () => workbookFile({ parts: { 'xl/worksheets/sheet1.xml': null } })],
    ['FILE_DAMAGED', 'XML that breaks off', () => workbookFile({ parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' } })],
    ['FILE_DAMAGED', 'a document type, as entity bombs have', () => workbookFile({ parts: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>' } })],
    ['FILE_DAMAGED', 'an entity of its own', () => workbookFile({ rows: textRow(1, '&b;') })],
    ['HEADERS_MISSING', 'a blank sheet', () => workbookFile({})],
    ['HEADERS_MISSING', 'blank rows alone', () => workbookFile({ rows: '<row r="1"/><row r="2"><c r="A2" s="1"/></row>' })],
  ])('is refused with %s: %s', async (code, _, make) => {
    expect(await refusalOf(make())).toBe(code);
  });

  it('is a fault of the machine, not of the file, when it is not there', async () => {
    await expect(readLedger('/nowhere/ledger.xlsx')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('says so in both languages and tells nothing of the machine', async () => {
    const error: unknown = await readLedger(fileOf('x')).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ text: { zh: '这不是 Excel 文件（.xlsx）', en: 'This is not an Excel file (.xlsx)' } });
    expect(String(error)).not.toContain('/tmp');
  });
});

describe('a file that is too much', () => {
  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

  it('is refused by its size before it is opened', async () => {
    expect(await refusalOf(workbookFile(plain), { maxBytes: 100 })).toBe('FILE_TOO_LARGE');
  });

  it('is refused by what its directory declares, before anything is unpacked', async () => {
    const bomb = workbookFile({ ...plain, parts: { 'xl/media/photo.bin': zeros(20) } });
    expect(await refusalOf(bomb)).toBe('FILE_UNPACKS_TOO_LARGE');
    expect(await refusalOf(bomb, { maxRatio: 2000 })).toBeNull();
    expect(await refusalOf(bomb, { maxRatio: 2000, maxUnzippedBytes: 1_000_000 })).toBe('FILE_UNPACKS_TOO_LARGE');
  });

  it('is refused by what it really unpacks to when its directory lies', async () => {
    const honest = workbookBytes({ rows: textRow(1, '日期') + ' '.repeat(30_000_000) });
    const lying = patched(honest, (entry, name) => name.endsWith('sheet1.xml') && entry.writeUInt32LE(1000, 24));
    expect(await refusalOf(fileOf(lying))).toBe('FILE_DAMAGED');
    const tiny = patched(honest, (entry, name) => name.endsWith('sheet1.xml') && entry.writeUInt32LE(0xffff_fff0, 24));
    expect(await refusalOf(fileOf(tiny))).toBe('FILE_UNPACKS_TOO_LARGE');
  });

  it('is refused over all its parts together, each of which would pass', async () => {
    const padding = ' '.repeat(400_000);
    const file = workbookFile({ rows: textRow(1, '日期') + padding, strings: padding });
    expect(await refusalOf(file, { maxUnzippedBytes: 900_000 })).toBeNull();
    expect(await refusalOf(file, { maxUnzippedBytes: 700_000 })).toBe('FILE_UNPACKS_TOO_LARGE');
  });

  it('is refused when one text never ends, or the shared texts are too many', async () => {
    const random = Buffer.from(crypto.getRandomValues(new Uint8Array(65_536))).toString('hex').repeat(40);
    expect(await refusalOf(workbookFile({ rows: `<row r="1"><c t="inlineStr"><is><t>${random}</t></is></c></row>` }))).toBe('FILE_UNPACKS_TOO_LARGE');
    const strings = Array.from({ length: 3000 }, (_, n) => `<si><t>第${n}条心愿</t></si>`).join('');
    expect(await refusalOf(workbookFile({ ...plain, strings }), { maxTextBytes: 10_000 })).toBe('FILE_UNPACKS_TOO_LARGE');
  });

  it('is refused by its number of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`xl/media/${n}`, 'x']));
    expect(await refusalOf(workbookFile({ ...plain, parts }))).toBe('FILE_UNPACKS_TOO_LARGE');
  });

  it('is refused by its rows, after those that fit were given', async () => {
    const file = workbookFile({ rows: textRow(1, '日期') + [2, 3, 4].map((row) => textRow(row, '2025-03-04')).join('') });
    expect(await refusalOf(file, { maxRows: 3 })).toBeNull();
    expect(await refusalOf(file, { maxRows: 2 })).toBe('TOO_MANY_ROWS');
  });

  it('is told from one that is broken: bytes that do not unpack are damaged', async () => {
    const bytes = Buffer.from(workbookBytes({ rows: textRow(1, '日期') + ' '.repeat(5000) }));
    const name = 'xl/worksheets/sheet1.xml';
    // The local header ends with the name; the packed bytes begin behind it.
    Buffer.from('ffffffffffff', 'hex').copy(bytes, bytes.indexOf(name) + name.length);
    expect(await refusalOf(fileOf(bytes))).toBe('FILE_DAMAGED');
  });
});
