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

/** Highest growth while the work goes on, in bytes: of what is in use, and of all that the process holds. */
async function growthOf(work: () => Promise<void>): Promise<{ used: number; held: number }> {
  const before = process.memoryUsage();
  const growth = { used: 0, held: 0 };
  const timer = setInterval(() => {
    const { rss, heapUsed, external } = process.memoryUsage();
    growth.used = Math.max(growth.used, heapUsed + external - before.heapUsed - before.external);
    growth.held = Math.max(growth.held, rss - before.rss);
  }, 20);
  await work().finally(() => clearInterval(timer));
  return growth;
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
  // 40,000 rows come to the same: 240 MB in use before the collector comes round, 265 held; it came later beside other tests, at
  // 345. Ever more than that would show.
  expect(growth.used).toBeLessThan(450 * megabyte);
  expect(growth.held).toBeLessThan(500 * megabyte);
  expect(await importFile(kernel, tenant, 'wishes', path, true)).toMatchObject({ total: rows, unchanged: rows });
});
