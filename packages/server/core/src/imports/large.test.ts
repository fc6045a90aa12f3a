import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kernel, writeSheet } from '@weixiang/kernel';
import { expect, it, onTestFinished } from 'vitest';
import { World } from '../testkit/index.js';
import { importFile } from './import-file.js';

const rows = 20_000;
const headers = ['登记日期', '来源渠道', '所属网格编码', '居民姓名', '联系电话', '心愿内容'];
const megabyte = 1024 * 1024;

/** Highest growth of the process's memory while the work goes on, in bytes. */
async function growthOf(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  await work().finally(() => clearInterval(timer));
  return peak - before;
}

it('takes in 20,000 rows in bounded memory', { timeout: 300_000 }, async () => {
  const world = await World.start();
  onTestFinished(() => world.close());
  const { tenant } = await world.scene();
  const folder = mkdtempSync(join(tmpdir(), 'weixiang-large-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'wishes.xlsx');
  const words = (at: number): string => `第${at + 1}个心愿：路灯不亮，晚上出门看不清`;
  writeFileSync(path, await writeSheet(headers.map((header) => ({ header })), Array.from({ length: rows }, (_, at) => ['2025-03-04', '微信群', 'Q-01-01-G1', '韩梅梅', '19900000001', words(at)])));
  // The test server keeps every statement it sends; this one does not.
  const kernel = await Kernel.start({ ...world.server.kernel.options, onStatement: undefined });
  onTestFinished(() => kernel.close());
  const growth = await growthOf(async () => {
    expect(await importFile(kernel, tenant, 'wishes', path)).toMatchObject({ total: rows, accepted: rows });
  });
  // The heap peaks at the same height with 5,000 rows and with 20,000 (124 MB); the rest is what the allocator keeps.
  expect(growth).toBeLessThan(300 * megabyte);
  expect(await importFile(kernel, tenant, 'wishes', path, true)).toMatchObject({ total: rows, unchanged: rows });
});
