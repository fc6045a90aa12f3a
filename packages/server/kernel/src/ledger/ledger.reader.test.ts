import { createWriteStream, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileOf, rowsOf, sheetFile, textRow, workbookFile } from './fixture/workbook.fixture.js';
import { readLedger } from './ledger.reader.js';

const example = (name: string) => fileURLToPath(new URL(`../../../../../examples/qiaocheng/${name}.xlsx`, import.meta.url));

describe("a district's own ledgers", () => {
  it.each([
    ['activities', 563], ['chronic-disease-files', 85], ['coordination-meetings', 8], ['evaluations', 705], ['livestream-orders', 1037],
    ['mediation-cases', 252], ['org-units', 1072], ['partners', 72], ['points', 900], ['projects', 235], ['recruitment-calls', 5],
    ['resources', 95], ['shop-items', 20], ['spaces', 6], ['wishes', 595],
  ])('reads %s to its last row: %i', async (name, count) => {
    const rows = await rowsOf(example(name));
    expect(rows).toHaveLength(count);
    expect(rows.at(-1)?.row).toBe(count + 1);
  });

  it('gives the cells of a row by their headers', async () => {
    const ledger = await readLedger(example('wishes'));
    expect(ledger.headers).toEqual(['序号', '登记日期', '来源渠道', '所属网格编码', '居民姓名', '联系电话', '心愿内容', '类别', '需求类型', '轻重缓急', '办理状态', '答复']);
    const [first] = await rowsOf(example('wishes'));
    expect(first).toMatchObject({ row: 2, occurrence: 0, cells: { 序号: 1, 登记日期: '2025-04-13', 来源渠道: '微信群', 联系电话: '19900007274' } });
  });
});

describe('headers', () => {
  const sheet = [['备注', '日 期', '数量'], ['x', '2025-03-04', 5]];
  it('are found by name in any order, blind to spaces and full-width signs; others are reported', async () => {
    const file = await sheetFile([['备注', '数量（元）', ' 登记 日期'], ['x', 5, '2025-03-04']]);
    const options = { required: ['登记日期'], optional: ['数量(元)'] };
    const ledger = await readLedger(file, options);
    expect(ledger.headers).toEqual(['备注', '数量(元)', '登记日期']);
    expect(ledger.extraHeaders).toEqual(['备注']);
    expect((await rowsOf(file, options))[0]?.cells).toEqual({ 备注: 'x', '数量(元)': 5, 登记日期: '2025-03-04' });
  });

  it('may stand below blank rows, and blank rows between keep the row numbers right', async () => {
    const rows = await rowsOf(await sheetFile([[], ['日期'], [], ['2025-03-04'], [null], ['2025-03-05']]), { required: ['日期'] });
    expect(rows.map(({ row }) => row)).toEqual([4, 6]);
  });

  it('are missed by name when a required one is not there', async () => {
    await expect(readLedger(await sheetFile(sheet), { required: ['日期', '类别', '地点'] })).rejects.toMatchObject({
      code: 'HEADER_MISSING',
      text: { zh: '缺少表头：类别、地点' },
    });
  });

  it('are refused when a known one stands twice, and read once when it is another', async () => {
    const twice = await sheetFile([['日期', '备注', '日期', '备注'], ['2025-03-04', 'a', '2025-03-05', 'b']]);
    await expect(readLedger(twice, { required: ['日期'] })).rejects.toMatchObject({ code: 'HEADER_TWICE', text: { zh: '表头重复：日期' } });
    const other = await sheetFile([['日期', '备注', '备注'], ['2025-03-04', 'a', 'b']]);
    expect((await rowsOf(other, { required: ['日期'] }))[0]?.cells).toEqual({ 日期: '2025-03-04', 备注: 'a' });
  });

  it('may be called like a property of every object', async () => {
    const rows = await rowsOf(workbookFile({ rows: textRow(1, 'constructor', '__proto__') + textRow(2, 'a', 'b') }));
    expect(Object.entries(rows[0]?.cells ?? {})).toEqual([['constructor', 'a'], ['__proto__', 'b']]);
  });
});

describe('rows', () => {
  it('that hold nothing under any header are blank', async () => {
    const file = workbookFile({ rows: `${textRow(1, '日期')}${textRow(2, ' ', '没有表头')}${textRow(3, '2025-03-04')}` });
    expect((await rowsOf(file)).map(({ row }) => row)).toEqual([3]);
  });

  it('that are alike are counted, and have one content whatever the order of columns and whatever stands beside', async () => {
    const options = { required: ['日期', '数量'] };
    const plain = await rowsOf(workbookFile({ rows: textRow(1, '日期', '数量') + textRow(2, '2025-03-04', '60') + textRow(3, '2025-03-04', '60') + textRow(4, '2025-03-04', '61') }), options);
    expect(plain.map(({ occurrence }) => occurrence)).toEqual([0, 1, 0]);
    const reordered = await sheetFile([['备注', '数量', '日期'], ['x', 60, '2025-03-04']]);
    expect((await rowsOf(reordered, options))[0]?.content).toBe(plain[0]?.content);
    expect(plain[2]?.content).not.toBe(plain[0]?.content);
  });

  it.skipIf(process.platform !== 'linux')('free the file when the walk is left early, and when nobody walks', async () => {
    const openFiles = () => readdirSync('/proc/self/fd').length;
    const before = openFiles();
    for (let n = 0; n < 20; n += 1) {
      for await (const { row } of await readLedger(example('wishes'))) if (row === 5) break;
      (await readLedger(example('wishes'))).close();
      await readLedger(example('wishes'), { required: ['没有'] }).catch(() => null);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(openFiles() - before).toBeLessThan(5);
  });

  it('say which row before them has the same number, where the ledger numbers its rows', async () => {
    const file = await sheetFile([['序号', '内容'], [1, '甲'], ['1', '乙'], [2, '丙'], [null, '丁'], [null, '戊'], [1, '己']]);
    const repeats = async (distinct?: string) => (await rowsOf(file, { required: ['内容'], optional: ['序号'], distinct })).map((row) => row.repeats);
    expect(await repeats('序号')).toEqual([undefined, 2, undefined, undefined, undefined, 2]);
    expect(await repeats()).toEqual(Array(6).fill(undefined));
  });
});

describe('memory', () => {
  it('holds no more for a hundred thousand rows than 150 MB', { timeout: 60_000 }, async () => {
    const path = fileOf('');
    await writeTallSheet(path, 100_000);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let peak = before;
    let count = 0;
    for await (const { row } of await readLedger(path)) {
      count += 1;
      if (row % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
    expect(count).toBe(100_000);
    expect((peak - before) / 1024 / 1024).toBeLessThan(150);
  });
});

/** A workbook that is written as it is made: what reads it is measured, not what writes it. */
async function writeTallSheet(path: string, count: number): Promise<void> {
  const { Zip, ZipDeflate, strToU8, unzipSync } = await import('fflate');
  const { workbookBytes } = await import('./fixture/workbook.fixture.js');
  const output = createWriteStream(path);
  const zip = new Zip((_, chunk) => void output.write(chunk));
  const add = (name: string, pieces: Iterable<string | Uint8Array>) => {
    const part = new ZipDeflate(name, { level: 1 });
    zip.add(part);
    for (const piece of pieces) part.push(typeof piece === 'string' ? strToU8(piece) : piece);
    part.push(new Uint8Array(0), true);
  };
  for (const [name, bytes] of Object.entries(unzipSync(workbookBytes({})))) if (!name.endsWith('sheet1.xml')) add(name, [bytes]);
  add('xl/sharedStrings.xml', (function* () {
    yield '<sst><si><t>内容</t></si>';
    for (let n = 1; n <= count; n += 1) yield `<si><t>西侧便道空地长满杂草，想种些花和树，第${n}条</t></si>`;
    yield '</sst>';
  })());
  add('xl/worksheets/sheet1.xml', (function* () {
    yield '<worksheet><sheetData>';
    yield `<row r="1">${'ABCDEFGHIJ'.replace(/./g, '<c r="$&1" t="inlineStr"><is><t>列$&</t></is></c>')}</row>`;
    for (let n = 2; n <= count + 1; n += 1) {
      yield `<row r="${n}"><c r="A${n}" t="s"><v>${n - 1}</v></c>${'BCDEFGHIJ'.replace(/./g, `<c r="$&${n}"><v>${n}</v></c>`)}</row>`;
    }
    yield '</sheetData></worksheet>';
  })());
  zip.end();
  await new Promise<void>((resolve) => output.end(resolve));
}
