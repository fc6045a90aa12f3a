import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { type Scene, World } from '../testkit/index.js';
import { countedMetric, countedMetrics } from './counted-metric.js';

const year = { from: '2025-01-01', to: '2025-12-31', path: null };
const words = { label: { zh: '组织', en: 'Units' }, unit: null, step: 1, definition: { zh: '组织', en: 'Units' } } as const;
const units = { from: 'org_unit unit', row: 'unit', prefix: 'unit', path: 'unit.org_path', record: { label: 'unit.name', href: (id: string) => `/units/${id}` } };
const join = { ...units, from: 'org_unit unit join vocabulary_term term on term.tenant_id = unit.tenant_id and term.id = unit.kind_id' };

/** Gives three of the scene's units a first day. */
async function openOn(scene: Scene): Promise<void> {
  const days = [[scene.units.grid, '2025-03-31'], [scene.units.siblingGrid, '2025-03-01'], [scene.units.building, '2025-12-31'], [scene.units.street, '2024-12-31']] as const;
  await scene.write(async (tx) => {
    for (const [{ uuid }, day] of days) (await tx.em.findOneOrFail(OrgUnit, { id: uuid })).opensOn = day;
  });
}

describe('a counted metric', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('counts a flow within both days, a value a month, and opens exactly what it counts', async () => {
    const scene = await world.scene();
    await openOn(scene);
    await scene.write(async (tx) => {
      const metric = countedMetric({ ...words, ...units, key: 'units.opened', flow: 'unit.opens_on' });
      const [figure] = await metric.figures(tx, year);
      expect(figure).toMatchObject({ key: 'units.opened', value: 3, recordCount: 3, months: [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1] });
      const first = await metric.records(tx, 'units.opened', year, { first: 2, after: null });
      expect(first.map(({ date }) => date)).toEqual(['2025-12-31', '2025-03-31']);
      expect(first[0]).toMatchObject({ id: scene.units.building.id, href: `/units/${scene.units.building.id}` });
      const rest = await metric.records(tx, 'units.opened', year, { first: 2, after: scene.units.grid.uuid });
      expect(rest.map(({ id }) => id)).toEqual([scene.units.siblingGrid.id]);
    });
  });

  it('counts a stock on the last day, those without a day since the beginning', async () => {
    const scene = await world.scene();
    await openOn(scene);
    const metric = countedMetric({ ...words, ...units, key: 'units.there', stock: { since: 'unit.opens_on', goneSince: 'unit.closed_on' } });
    await scene.write(async (tx) => {
      const count = async (to: string, path: string | null = null) => (await metric.figures(tx, { from: '2025-01-01', to, path }))[0];
      expect(await count('2025-12-30')).toMatchObject({ value: 7, months: null });
      expect(await count('2025-03-01')).toMatchObject({ value: 6 });
      (await tx.em.findOneOrFail(OrgUnit, { id: scene.units.siblingCommunity.uuid })).closedOn = '2025-06-01';
      await tx.em.flush();
      expect(await count('2025-05-31')).toMatchObject({ value: 7 });
      expect(await count('2025-06-01')).toMatchObject({ value: 6 });
      expect(await count('2025-12-31', scene.units.community.path)).toMatchObject({ value: 4 });
    });
  });

  it('gives a figure for each group, with sums and shares over it', async () => {
    const scene = await world.scene();
    await openOn(scene);
    await scene.write(async (tx) => {
      const figure = ([kind = '']: readonly string[]) => ({ ...words, key: `units.${kind}.depth` });
      const depths = countedMetrics({ ...join, name: 'depths', groups: ['term.key'], figure, stock: { since: null }, sum: 'unit.depth' });
      const figures = new Map((await depths.figures(tx, year)).map((each) => [each.key, each]));
      expect(figures.get('units.网格党支部.depth')).toMatchObject({ value: 8, recordCount: 2 });
      expect(figures.get('units.街道.depth')).toMatchObject({ value: 2, recordCount: 1 });
      const records = await depths.records(tx, 'units.网格党支部.depth', year, { first: 10, after: null });
      expect(records.map(({ id }) => id).toSorted()).toEqual([scene.units.grid.id, scene.units.siblingGrid.id].toSorted());
      expect(await depths.records(tx, 'units.没有.depth', year, { first: 10, after: null })).toEqual([]);

      const share = countedMetric({ ...words, ...units, key: 'units.share', stock: { since: null }, share: { part: 'unit.depth - 1', whole: 'unit.depth' } });
      expect((await share.figures(tx, { ...year, path: scene.units.district.path }))[0]?.value).toBeCloseTo(16 / 24);
      const nothing = countedMetric({ ...words, ...units, key: 'units.none', stock: { since: null }, where: 'false', share: { part: '1', whole: '1' } });
      expect(await nothing.figures(tx, year)).toEqual([]);
    });
  });

  it('counts what several rows share once, in the period and in each month', async () => {
    const scene = await world.scene();
    await openOn(scene);
    await scene.write(async (tx) => {
      const kinds = countedMetric({ ...words, ...join, key: 'kinds.opened', flow: 'unit.opens_on', per: 'term.key' });
      expect((await kinds.figures(tx, year))[0]).toMatchObject({ value: 2, recordCount: 2, months: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1] });
      expect((await kinds.records(tx, 'kinds.opened', year, { first: 10, after: null })).map(({ id }) => id)).toEqual([scene.units.building.id, scene.units.siblingGrid.id]);
    });
  });

  it('leaves out of a unit’s report what belongs to the tenant alone', async () => {
    const scene = await world.scene();
    await scene.write(async (tx) => {
      const metric = countedMetric({ ...words, ...units, path: null, key: 'units.all', stock: { since: null } });
      expect((await metric.figures(tx, year))[0]).toMatchObject({ value: 8 });
      expect(await metric.figures(tx, { ...year, path: scene.units.community.path })).toEqual([]);
    });
  });
});
