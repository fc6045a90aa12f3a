import { describe, expect, it } from 'vitest';
import { fileOf, rowsOf, textRow, workbookFile, type WorkbookParts } from '../fixture/workbook.fixture.js';
import { readLedger } from '../ledger.reader.js';
import { writeSheet, type SheetColumn } from '../sheet.stream.js';
import { cleanText } from './clean-text.js';
import { showsDay } from './date-styles.js';
import { dateOfSerial } from './serial-date.js';

/** The cells of the second row, under headers A, B, C, … */
async function cellsOf(parts: Omit<WorkbookParts, 'rows'> & { cells: string }) {
  const file = workbookFile({ ...parts, rows: `${textRow(1, ...'ABCDEFGH')}<row r="2">${parts.cells}</row>` });
  const [row] = await rowsOf(file);
  return { ...row?.cells };
}

const DATE_STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="0.00&quot;d&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="57"/></cellXfs>';

describe('cells', () => {
  it('keep the type that Excel gave them', async () => {
    const columns: SheetColumn[] = [{ header: 'A' }, { header: 'B' }, { header: 'C' }, { header: 'D', kind: 'date' }, { header: 'E' }];
    const file = fileOf(await writeSheet(columns, [['心愿', 12.5, true, '2025-03-04', -3]]));
    const [row] = await rowsOf(file);
    expect(row?.cells).toEqual({ A: '心愿', B: 12.5, C: true, D: '2025-03-04', E: -3 });
  });

  it('are shared, inline, of a formula, rich, or an error', async () => {
    const cells = await cellsOf({
      strings: '<si><t>笑脸墙</t></si><si><r><t>微信</t></r><r><rPr><b/></rPr><t xml:space="preserve">群 </t></r><rPh sb="0" eb="1"><t>wēi</t></rPh></si>',
      cells:
        '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="str"><f>A2&amp;B2</f><v>合&#x6210;</v></c>' +
        '<c r="D2"><f>1+1</f><v>2</v></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>' +
        '<c r="G2" t="b"><v>0</v></c><c r="H2" t="d"><v>2025-03-04T08:00:00</v></c>',
    });
    expect(cells).toEqual({ A: '笑脸墙', B: '微信群', C: '合成', D: 2, E: '#N/A', F: '甲乙', G: false, H: '2025-03-04' });
  });

  it('are dates when their style shows a day, and numbers when it does not', async () => {
    const styled = [1, 2, 3, 4, 5, 0].map((style, at) => `<c r="${'ABCDEF'[at]}2" s="${style}"><v>45720.75</v></c>`).join('');
    expect(await cellsOf({ styles: DATE_STYLES, cells: styled })).toEqual({
      A: '2025-03-04', B: '2025-03-04', C: 45720.75, D: 45720.75, E: '2025-03-04', F: 45720.75,
    });
  });

  it('count from 1904 when the workbook says so', async () => {
    const book = '<workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="s1"/></sheets>';
    expect(await cellsOf({ book, styles: DATE_STYLES, cells: '<c r="A2" s="1"><v>44258</v></c>' })).toEqual({ A: '2025-03-04' });
  });

  it('stand in order when they name no place, and are absent when empty', async () => {
    const cells = '<c t="inlineStr"><is><t>甲</t></is></c><c/><c><v>3</v></c><c r="H2" t="inlineStr"><is><t> 　</t></is></c><c r="B2" t="s"><v>99</v></c>';
    expect(await cellsOf({ cells })).toEqual({ A: '甲', C: 3 });
  });

  it('are read under a namespace prefix too', async () => {
    const sheet = '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const rows = await rowsOf(workbookFile({ parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect(rows).toMatchObject([{ row: 2, cells: { 1: 2 } }]);
  });

  it('of a text longer than any cell can be stay too long, and the next text is right', async () => {
    const cells = await cellsOf({ strings: `<si><t>${'愿'.repeat(40_000)}</t></si><si><t>短</t></si>`, cells: '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>' });
    expect(String(cells['A'])).toHaveLength(32_768);
    expect(cells['B']).toBe('短');
  });

  it('keep thousands of shared texts apart over block borders', async () => {
    const words = Array.from({ length: 3000 }, (_, n) => `${n}${'愿'.repeat(n % 500)}`);
    const rows = textRow(1, 'A') + words.map((_, n) => `<row r="${n + 2}"><c r="A${n + 2}" t="s"><v>${n}</v></c></row>`).join('');
    const read = await rowsOf(workbookFile({ rows, strings: words.map((word) => `<si><t>${word}</t></si>`).join('') }));
    expect(read.map(({ cells }) => cells['A'])).toEqual(words);
  });
});

describe('sheets', () => {
  const second = { 'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${textRow(1, '第二')}${textRow(2, '二')}</sheetData></worksheet>` };
  const headersOf = async (book: string) => (await readLedger(workbookFile({ rows: textRow(1, '第一'), book, parts: second }))).headers;

  it('are read in the order of the workbook, the first alone', async () => {
    expect(await headersOf('<sheets><sheet name="a" r:id="s1"/><sheet name="b" r:id="s2"/></sheets>')).toEqual(['第一']);
    expect(await headersOf('<sheets><sheet name="b" r:id="s2"/><sheet name="a" r:id="s1"/></sheets>')).toEqual(['第二']);
  });

  it('are passed over while they are hidden', async () => {
    expect(await headersOf('<sheets><sheet name="a" state="hidden" r:id="s1"/><sheet name="b" r:id="s2"/></sheets>')).toEqual(['第二']);
    expect(await headersOf('<sheets><sheet name="a" state="veryHidden" r:id="s1"/><sheet name="b" r:id="s2"/></sheets>')).toEqual(['第二']);
  });
});

describe('dateOfSerial', () => {
  it.each([
    [1, '1900-01-01'], [59, '1900-02-28'], [60, null], [61, '1900-03-01'], [45_720, '2025-03-04'], [45_720.999, '2025-03-04'],
    [2_958_465, '9999-12-31'], [2_958_466, null], [0.5, null], [-1, null], [Number.NaN, null],
  ])('reads %s as %s', (serial, date) => {
    expect(dateOfSerial(serial, false)).toBe(date);
  });
});

describe('showsDay', () => {
  it.each([
    ['yyyy-mm-dd', true], ['[$-804]yyyy"年"m"月"', true], ['d', true], ['yyyy/m/d h:mm;@', true],
    ['General', false], ['h:mm:ss', false], ['[h]:mm', false], ['0.00', false], ['#,##0"day"', false], ['\\d0', false], ['[Red]0', false], ['@', false],
  ])('%s: %s', (format, shows) => {
    expect(showsDay(format)).toBe(shows);
  });
});

describe('cleanText', () => {
  it("undoes Excel's escapes and takes out what no person meant", () => {
    expect(cleanText('　盼有_x000D_\n课后托管\u0000\u200b ')).toBe('盼有\n课后托管');
    expect(cleanText('a\r\nb\rc\td')).toBe('a\nb\nc\td');
    expect(cleanText('\ud800')).toBe('\ufffd');
    expect(cleanText('\u00a0\u200b')).toBeNull();
  });
});
