import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { World } from '../testkit/index.js';
import { countedMetric } from './counted-metric.js';

const year = { from: '2025-01-01', to: '2025-12-31', path: null };
const metric = countedMetric({
  key: 'units.opened',
  label: { zh: '组织', en: 'Units' },
  unit: null,
  step: 1,
  definition: { zh: '组织', en: 'Units' },
  from: 'org_unit unit join vocabulary_term term on term.tenant_id = unit.tenant_id and term.id = unit.kind_id',
  row: 'unit',
  prefix: 'unit',
  flow: 'unit.opens_on',
  path: 'unit.org_path',
  dimensions: {
    kind: { label: { zh: '层级', en: 'Kind' }, by: 'unit.kind_id', names: 'term' },
    shape: { label: { zh: '形态', en: 'Shape' }, by: `case when unit.depth > 4 then 'deep' when unit.depth > 3 then 'shallow' end`, names: { deep: { zh: '深', en: 'deep' } } },
  },
  record: { label: 'unit.name' },
});

describe('the parts of a figure', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  /** Two grids of one community, a building of the first, and the sibling community's grid have a first day. */
  async function opened() {
    const scene = await world.scene();
    const { community, grid, siblingGrid, building } = scene.units;
    await scene.write(async (tx) => {
      for (const [{ uuid }, day] of [[community, '2025-01-15'], [grid, '2025-03-31'], [siblingGrid, '2025-03-01'], [building, '2025-12-31']] as const) {
        (await tx.em.findOneOrFail(OrgUnit, { id: uuid })).opensOn = day;
      }
    });
    return scene;
  }

  it('are the terms of a vocabulary with what they are called, months and records, and add up to the figure', async () => {
    const scene = await opened();
    await scene.write(async (tx) => {
      const parts = await metric.parts?.(tx, 'units.opened', year, { by: 'kind', levels: 1 });
      expect(parts?.map(({ key, label, value, recordCount }) => [key?.split('_')[0], label?.zh, value, recordCount])).toEqual([
        ['term', expect.stringContaining('网格'), 2, 2],
        expect.arrayContaining(['term', 1, 1]),
        expect.arrayContaining(['term', 1, 1]),
      ]);
      expect(parts?.[0]?.months).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    });
  });

  it('are called by their names, by themselves without one, and come last without a value', async () => {
    const scene = await opened();
    await scene.write(async (tx) => {
      const parts = await metric.parts?.(tx, 'units.opened', year, { by: 'shape', levels: 1 });
      expect(parts?.map(({ key, label, value }) => [key, label?.en ?? null, value])).toEqual([['shallow', 'shallow', 2], ['deep', 'deep', 1], [null, null, 1]]);
    });
  });

  it('are the units so many levels below the one that is reported', async () => {
    const scene = await opened();
    const { community, grid, siblingGrid, street } = scene.units;
    await scene.write(async (tx) => {
      const below = async (path: string | null, levels: number) => (await metric.parts?.(tx, 'units.opened', { ...year, path }, { by: 'unit', levels }))?.map(({ key, value }) => [key, value]);
      expect(await below(community.path, 1)).toEqual([[grid.id, 2], [siblingGrid.id, 1], [null, 1]]);
      expect(await below(null, 1)).toEqual([[street.id, 4]]);
      expect(await below(null, 2)).toEqual([[community.id, 4]]);
      expect(await below(null, 3)).toEqual([[grid.id, 2], [siblingGrid.id, 1], [null, 1]]);
    });
  });

  it('are asked for through the API by the keys that the figure names', async () => {
    const { units, as } = await world.scene();
    const convener = await as('convener', units.district);
    const ask = (by: string) => convener.ask(`query ($by: String!) { report(from: "2025-01-01", to: "2025-12-31") { figures(keys: ["wishes.collected"]) { dimensions { key label { zh } } parts(by: $by) { key value months recordCount } } } }`, { by });
    expect((await ask('channel')).data).toMatchObject({ report: { figures: [{ dimensions: [{ key: 'channel' }, { key: 'category' }, { key: 'state' }, { key: 'unit' }], parts: [] }] } });
    for (const levels of [0, 21, -1]) {
      const { errors } = await convener.ask(`query ($levels: Int!) { report(from: "2025-01-01", to: "2025-12-31") { figures(keys: ["wishes.collected"]) { parts(by: "unit", levels: $levels) { key } } } }`, { levels });
      expect(errors?.[0]?.extensions).toMatchObject({ refusal: 'LEVELS_OUT_OF_RANGE', field: 'levels' });
    }
    for (const by of ['shape', 'constructor', '1; drop table wish']) expect((await ask(by)).errors?.[0]?.extensions).toMatchObject({ refusal: 'DIMENSION_UNKNOWN', field: 'by' });
  });
});
