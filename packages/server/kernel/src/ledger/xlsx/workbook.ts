import { posix } from 'node:path';
import { LedgerFileError } from '../ledger-file.error.js';
import type { SpreadsheetPackage } from './package.js';
import { parseWholeXml } from './xml.js';

/** Where the parts are that matter: the first visible sheet and what its cells refer to. */
export interface Workbook {
  readonly sheetPart: string;
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
  /** Days count from 1904 instead of 1900: an old setting of Excel on the Mac. */
  readonly countsFrom1904: boolean;
}

interface Relation {
  readonly id: string;
  /** The last word of the type: the rest differs between the transitional and the strict format. */
  readonly kind: string;
  readonly part: string;
}

/** Finds the parts by their relations, never by their usual names. Throws LedgerFileError when it is no workbook. */
export async function readWorkbook(pack: SpreadsheetPackage): Promise<Workbook> {
  const bookPart = (await relationsOf(pack, '')).find(({ kind }) => kind === 'officeDocument')?.part;
  if (bookPart === undefined || !pack.has(bookPart)) throw new LedgerFileError('FILE_NOT_SPREADSHEET');
  const relations = await relationsOf(pack, bookPart);

  const sheetIds: string[] = [];
  let isWorkbook = false;
  let countsFrom1904 = false;
  await parseWholeXml(pack.read(bookPart), {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (id !== undefined) sheetIds.push(id);
    },
  }).catch((error: unknown) => {
    // A .docx or an .xlsb is a sound package too; its main part is just no workbook in XML.
    throw isWorkbook ? error : new LedgerFileError('FILE_NOT_SPREADSHEET', {}, error);
  });
  if (!isWorkbook) throw new LedgerFileError('FILE_NOT_SPREADSHEET');

  // Chart sheets stand in the same list but have no cells.
  const sheets = new Map(relations.filter(({ kind }) => kind === 'worksheet').map(({ id, part }) => [id, part]));
  const sheetPart = sheetIds.map((id) => sheets.get(id)).find((part) => part !== undefined);
  if (sheetPart === undefined || !pack.has(sheetPart)) throw new LedgerFileError('FILE_DAMAGED', {}, new Error('No sheet is there.'));
  const partOf = (kind: string): string | null => {
    const part = relations.find((relation) => relation.kind === kind)?.part;
    return part !== undefined && pack.has(part) ? part : null;
  };
  return { sheetPart, sharedStringsPart: partOf('sharedStrings'), stylesPart: partOf('styles'), countsFrom1904 };
}

async function relationsOf(pack: SpreadsheetPackage, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relationsPart = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!pack.has(relationsPart)) return [];
  const relations: Relation[] = [];
  await parseWholeXml(pack.read(relationsPart), {
    open(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined || mode === 'External') return;
      const absolute = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), part: absolute });
    },
  });
  return relations;
}
