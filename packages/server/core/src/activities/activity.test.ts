import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCells, type Caller, type Scene, verdict, World } from '../testkit/index.js';
import { activityImporter } from './activity.importer.js';
import { activityMetrics, servicesMetric } from './activity.metric.js';

const record = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { activity { id date visits minors quantity quantityUnit source kind { key } project { id } orgUnit { id } } refusals { code field } } }`;
const create = `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } refusals { code } } }`;

async function planned({ units }: Scene, by: Caller, more: Record<string, unknown> = {}): Promise<string> {
  const { createProject } = await by.do(create, { input: { type: 'general', name: '绿化', code: 'QC-1', orgUnit: units.community.id, ...more } });
  return Object(createProject).project.id;
}

/** The id of a kind of activity, which a ledger brought. */
async function kindOf(scene: Scene, word: string): Promise<string> {
  const data = await scene.anonymous.do(`{ vocabulary(first: 100, filter: { kind: ACTIVITY_KIND }) { nodes { id key } } }`);
  return Object(data).vocabulary.nodes.find(({ key }: { key: string }) => key === word).id;
}

const row = { 日期: '2025-03-12', 项目编号: 'QC-1', 活动名称: '植树', 服务类型: '绿化', 地点: '小区广场', 服务人次: 0, 数量: 120.5, 计量单位: '棵' };

describe('activities', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('are recorded by staff of the subtree and by the project’s own lead', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const lead = await scene.as('projectLead', units.community);
    const project = await planned(scene, secretary, { lead: lead.personId });
    await importCells(scene, activityImporter, [row]);
    const kind = await kindOf(scene, '绿化');
    const input = { project, kind, date: '2026-05-18', visits: 30, minors: 4 };
    expect(verdict(await scene.anonymous.ask(record, { input }))).toBe('NOT_FOUND project');
    expect(verdict(await (await other.as('communitySecretary', other.units.district)).ask(record, { input }))).toBe('NOT_FOUND project');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(record, { input }))).toBe('NOT_FOUND project');
    expect(verdict(await (await scene.as('projectLead', units.community)).ask(record, { input }))).toBe('FORBIDDEN');
    expect(verdict(await lead.ask(record, { input: { ...input, minors: 31 } }))).toBe('MINORS_EXCEED_VISITS minors');
    expect(verdict(await lead.ask(record, { input: { ...input, visits: -1 } }))).toBe('NUMBER_NEGATIVE visits');
    expect(verdict(await lead.ask(record, { input: { ...input, date: '2026-05-20' } }))).toBe('DATE_IN_FUTURE date');
    expect(verdict(await lead.ask(record, { input: { ...input, quantity: 3 } }))).toBe('QUANTITY_NEEDS_UNIT quantityUnit');
    expect(verdict(await lead.ask(record, { input: { ...input, kind: project } }))).toBe('NOT_FOUND kind');
    expect((await lead.ask(record, { input })).data).toMatchObject({
      recordActivity: { activity: { date: '2026-05-18', visits: 30, minors: 4, source: 'ENTERED', kind: { key: '绿化' }, project: { id: project }, orgUnit: { id: units.community.id } }, refusals: [] },
    });
  });

  it('are public from the day on which their project is', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const project = await planned(scene, secretary);
    await importCells(scene, activityImporter, [row]);
    const count = `{ activities { totalCount } }`;
    expect((await scene.anonymous.ask(count)).data).toEqual({ activities: { totalCount: 0 } });
    await secretary.do(`mutation ($id: ID!) { publishProject(input: { id: $id }) { project { id } refusals { code } } }`, { id: project });
    expect((await scene.anonymous.ask(count)).data).toEqual({ activities: { totalCount: 1 } });
    await importCells(scene, activityImporter, [{ ...row, 服务人次: 5 }]);
    expect((await scene.anonymous.ask(count)).data).toEqual({ activities: { totalCount: 2 } });
  });

  it('come from a ledger with zero visits, before any signing, and twice when they stand there twice', async () => {
    const scene = await world.scene();
    await planned(scene, await scene.as('communitySecretary', scene.units.community));
    const rows = [row, row, { ...row, 项目编号: 'QC-9' }, { ...row, 日期: '昨天' }, { ...row, 其中未成年人: 3 }];
    const first = await importCells(scene, activityImporter, rows);
    expect(first).toMatchObject({
      accepted: 2,
      rejected: [{ row: 4, code: 'PROJECT_UNKNOWN' }, { row: 5, column: '日期', code: 'NOT_A_DATE' }, { row: 6, code: 'MINORS_EXCEED_VISITS' }],
      warnings: [{ row: 2, column: '服务类型', code: 'NEW_TERM' }],
    });
    expect(await importCells(scene, activityImporter, rows)).toMatchObject({ accepted: 0, unchanged: 2, warnings: [] });
  });

  it('give every kind figures of its own, in the unit where they were recorded and in the months of the period', async () => {
    const scene = await world.scene({ settings: { serviceKinds: '绿化, 理发' } });
    const { units } = scene;
    await planned(scene, await scene.as('communitySecretary', units.community));
    await importCells(scene, activityImporter, [row, { ...row, 日期: '2025-12-31', 服务人次: 8, 其中未成年人: 2 }, { ...row, 日期: '2026-01-01' }]);
    const figures = await scene.write(async (tx) => {
      const period = { from: '2025-03-01', to: '2025-12-31' };
      const at = async (path: string | null) => (await Promise.all([servicesMetric, ...activityMetrics].map((metric) => metric.figures(tx, { ...period, path })))).flat();
      return { whole: await at(null), community: await at(units.community.path), sibling: await at(units.siblingCommunity.path) };
    });
    const valuesOf = (list: typeof figures.whole) => Object.fromEntries(list.map(({ key, value }) => [key, value]));
    expect(valuesOf(figures.whole)).toEqual({ 'services.delivered': 2, 'activity.绿化.count': 2, 'activity.绿化.visits': 8, 'activity.绿化.minors': 2, 'activity.绿化.quantity.棵': 241 });
    expect(valuesOf(figures.community)).toEqual(valuesOf(figures.whole));
    expect(valuesOf(figures.sibling)).toEqual({ 'services.delivered': 0 });
    expect(figures.whole.find(({ key }) => key === 'activity.绿化.quantity.棵')?.months).toEqual([120.5, 0, 0, 0, 0, 0, 0, 0, 0, 120.5]);
  });
});
