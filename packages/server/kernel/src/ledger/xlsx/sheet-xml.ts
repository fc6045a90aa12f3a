import type { Cell } from '../row.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Places in `cellXfs` below. */
const styles = { plain: 0, header: 1, text: 2, date: 3, guarded: 4 } as const;

/** Every part of a workbook of one sheet but the sheet itself. */
export const sheetParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/**
 * One cell. Text is written inline and formatted as text; what a spreadsheet might take for a formula is marked as typed
 * behind an apostrophe besides.
 * @example cellXml('B2', '=1+1', 'text') // '<c r="B2" s="4" t="inlineStr">…'
 */
export function cellXml(place: string, cell: Cell | null, kind: 'text' | 'date' | 'header'): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"><v>${cell}</v></c>`;
  const words = String(cell);
  if (kind === 'date') {
    const serial = serialOf(words);
    if (serial !== null) return `<c r="${place}" s="${styles.date}"><v>${serial}</v></c>`;
  }
  const style = kind === 'header' ? styles.header : /^[=+\-@\t\r\n＝＋－＠]/.test(words) ? styles.guarded : styles.text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;
}

/** Letters of a column counted from 0. `columnName(26) // 'AA'` */
export function columnName(column: number): string {
  const above = Math.floor(column / 26);
  return (above > 0 ? columnName(above - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const DAY_MS = 86_400_000;
// Excel counts a 29 February 1900 that never was: before March of that year its numbers are others.
const FIRST_SERIAL = 61;

function serialOf(words: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return null;
  const serial = Date.parse(words) / DAY_MS + 25_569;
  return serial >= FIRST_SERIAL ? serial : null;
}

// oxlint-disable-next-line no-control-regex -- these are the very characters that no XML file may carry
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Excel reads `_x0041_` as A: whoever really wrote that means it letter by letter. */
function escaped(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(UNWRITABLE, '')
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}
