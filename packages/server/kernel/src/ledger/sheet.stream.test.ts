import { strFromU8, unzipSync } from 'fflate';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { fileOf, rowsOf } from './fixture/workbook.fixture.js';
import type { Cell } from './row.js';
import { streamSheet, writeSheet, type SheetColumn } from './sheet.stream.js';

describe('streamSheet', () => {
  it('writes what readLedger reads back, dates as dates', async () => {
    const columns: SheetColumn[] = [{ header: '序号' }, { header: '日期', kind: 'date' }, { header: '内容', width: 40 }, { header: '空' }, { header: '是否' }];
    const file = await writeSheet(columns, [
      [12, '2025-03-04', '“飞鸽”\n第二行 & <b>', null, true],
      [13.5, '不是日期', ' x', null, false],
      [1e21, '1899-12-31', '1e3', null, true],
    ]);
    expect((await rowsOf(fileOf(file))).map(({ cells }) => ({ ...cells }))).toEqual([
      { 序号: 12, 日期: '2025-03-04', 内容: '“飞鸽”\n第二行 & <b>', 是否: true },
      { 序号: 13.5, 日期: '不是日期', 内容: 'x', 是否: false },
      { 序号: 1e21, 日期: '1899-12-31', 内容: '1e3', 是否: true },
    ]);
    expect(sheetOf(file)).toContain('<c r="B2" s="3"><v>45720</v></c>');
  });

  it('never turns a text into a formula, not even when the cell is edited', async () => {
    const words = ['=cmd|"/c calc"!A1', '+1+1', '-1', '@SUM(A1)', '\t=1+1', '＝1+1'];
    const file = await writeSheet([{ header: '=1+1' }], words.map((word) => [word]));
    expect((await rowsOf(fileOf(file))).map(({ cells }) => cells['=1+1'])).toEqual(words.map((word) => word.trim()));
    const sheet = sheetOf(file);
    expect(sheet).not.toMatch(/<f[ >]/);
    expect([...sheet.matchAll(/s="4" t="inlineStr"/g)]).toHaveLength(words.length);
  });

  it('cuts what no cell holds, drops what no file may carry, marks half a character, keeps what means something to programs', async () => {
    const words = ['constructor', '__proto__', 'toString', '_x0041_', 'a_x000D_b', '_x005F_', 'x\u0000\u0008y\ud800z\uffff'];
    const file = await writeSheet([{ header: 'a' }], [['愿'.repeat(40_000)], ...words.map((word) => [word])]);
    const [first, ...others] = (await rowsOf(fileOf(file))).map(({ cells }) => String(cells['a']));
    expect(first).toHaveLength(32_767);
    expect(others).toEqual(['constructor', '__proto__', 'toString', '_x0041_', 'a_x000D_b', '_x005F_', 'xy\ufffdz']);
  });

  it('asks for rows no faster than they are taken', async () => {
    let made = 0;
    // Words that pack badly: what the zip holds back is bytes, and of words that pack well those are rows past counting.
    async function* many() {
      for (; made < 200_000; made += 1) yield [made, randomBytes(90).toString('base64')] satisfies Cell[];
    }
    const file = streamSheet([{ header: 'a' }, { header: 'b' }], many());
    await new Promise((resolve) => file.once('readable', resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(made).toBeLessThan(20_000);
    file.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const before = made;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made).toBe(before);
  });

  it('holds no more for a hundred thousand rows than 80 MB', { timeout: 60_000 }, async () => {
    const path = fileOf('');
    async function* many() {
      for (let row = 0; row < 100_000; row += 1) yield [row, '2025-03-04', `盼修缮小区东门路灯 ${row}`, '19900007274', '民生设施', '共性', '重急', '已受理', `答复 ${row}`] satisfies Cell[];
    }
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    await pipeline(streamSheet(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((header) => ({ header })), many()), createWriteStream(path));
    clearInterval(watch);
    expect((peak - before) / 1024 / 1024).toBeLessThan(80);
    expect(await rowsOf(path)).toHaveLength(100_000);
  });

  it('ends broken where its rows do', async () => {
    async function* failing() {
      yield ['a'];
      throw new Error('the database went away');
    }
    await expect(buffer(streamSheet([{ header: 'a' }], failing()))).rejects.toThrow('the database went away');
  });
});

function sheetOf(file: Buffer): string {
  return strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
}
