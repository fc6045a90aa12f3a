import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLedger } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../routes.js';
import { type Caller, type Scene, World } from '../testkit/index.js';

describe('the report as a sheet', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ routes });
  });
  afterAll(() => world.close());

  const download = (scene: Scene, { token }: Pick<Caller, 'token'>, query: string) =>
    world.server.http.inject({ method: 'GET', url: `/t/${scene.tenant.slug}/report.xlsx?${query}`, headers: token ? { authorization: `Bearer ${token}` } : {} });
  const year = 'from=2026-01-01&to=2026-12-31';

  it('says what the page says, a row a figure with its months', async () => {
    const scene = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    await resident.do('mutation ($input: MakeWishInput!) { makeWish(input: $input) { refusals { code } } }', { input: { words: '=1+1 想添长椅', orgUnit: scene.units.grid.id, channel: 'ONLINE_HOME' } });
    const convener = await scene.as('convener', scene.units.district);
    const answer = await download(scene, convener, year);
    expect([answer.statusCode, answer.headers['cache-control'], answer.headers['content-disposition']]).toEqual([200, 'private, no-store', 'attachment; filename="report-2026-01-01-2026-12-31.xlsx"']);
    const path = join(await mkdtemp(join(tmpdir(), 'weixiang-report-')), 'report.xlsx');
    await writeFile(path, answer.rawPayload);
    const rows = [];
    for await (const { cells } of await readLedger(path)) rows.push(cells);
    expect(rows.find((cells) => cells['指标代码'] === 'wishes.collected')).toMatchObject({ 指标: '收集微心愿', 数值: 1, 单位: '条', '2026-05': 1, '2026-06': 0, 记录数: 1 });
    const { report } = await convener.do('{ report(from: "2026-01-01", to: "2026-12-31") { figures { key value } } }');
    expect(rows.map((cells) => ({ key: cells['指标代码'], value: cells['数值'] }))).toEqual(Object(report).figures);
  });

  it('is for who may read the report, of their own units, over a period that is one', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const status = async (caller: Pick<Caller, 'token'>, query: string) => (await download(scene, caller, query)).statusCode;
    expect(await status(scene.anonymous, year)).toBe(401);
    expect(await status(await scene.as('resident', scene.units.grid), year)).toBe(403);
    expect(await status(await other.as('convener', other.units.district), year)).toBe(401);
    expect(await status(secretary, `${year}&orgUnit=${scene.units.siblingCommunity.id}`)).toBe(403);
    expect(await status(secretary, `${year}&orgUnit=${scene.units.grid.id}`)).toBe(200);
    expect(await status(secretary, `${year}&orgUnit=${other.units.grid.id}`)).toBe(404);
    for (const query of ['', 'from=2026-02-30&to=2026-03-01', 'from=2026-12-31&to=2026-01-01']) expect([query, await status(secretary, query)]).toEqual([query, 400]);
  });
});
