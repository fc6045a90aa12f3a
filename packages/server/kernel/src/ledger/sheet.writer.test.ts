import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileOf, rowsOf } from './fixture/workbook.fixture.js';
import { writeSheet } from './sheet.writer.js';

describe('writeSheet', () => {
  it('writes what readLedger reads back, cell by cell', async () => {
    const sheet = await writeSheet([{ header: '行号' }, { header: '原因', width: 40 }, { header: '留空' }, { header: '是否' }], [
      [12, '“飞鸽传书”不认识\n第二行 & <b>', null, true],
      [13.5, '2025-03-04', undefined, false],
    ]);
    const rows = await rowsOf(fileOf(sheet));
    expect(rows.map(({ cells }) => cells)).toEqual([
      { 行号: 12, 原因: '“飞鸽传书”不认识\n第二行 & <b>', 是否: true },
      { 行号: 13.5, 原因: '2025-03-04', 是否: false },
    ]);
  });

  it('never turns a text into a formula', async () => {
    const words = ['=cmd|"/c calc"!A1', '+1+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")'];
    const sheet = await writeSheet([{ header: '=1+1' }], words.map((word) => [word]));
    const rows = await rowsOf(fileOf(sheet));
    expect(rows.map(({ cells }) => cells['=1+1'])).toEqual(words);
    const written = unzipSync(sheet, { filter: ({ name }) => name === 'xl/worksheets/sheet1.xml' });
    expect(Object.values(written).map((bytes) => /<f[ >]/.test(strFromU8(bytes)))).toEqual([false]);
  });

  it('cuts what no cell holds and drops what no file may carry', async () => {
    const sheet = await writeSheet([{ header: 'a' }, { header: 'b' }], [['愿'.repeat(40_000), 'x\u0000\u0008y\ud800z'], ['\u0001', 'last']]);
    const [first, second] = await rowsOf(fileOf(sheet));
    expect(first?.cells['a']).toHaveLength(32_767);
    expect(first?.cells['b']).toBe('xyz');
    expect({ ...second?.cells }).toEqual({ b: 'last' });
  });

  it('keeps words that mean something to programs', async () => {
    const words = ['constructor', '__proto__', 'toString', '_x0041_', 'a_x000D_b', '_x005F_'];
    const sheet = await writeSheet([{ header: '原文' }], words.map((word) => [word]));
    expect((await rowsOf(fileOf(sheet))).map(({ cells }) => cells['原文'])).toEqual(words);
  });
});
