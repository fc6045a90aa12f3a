import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, World } from '../testkit/index.js';

const catalogue = `query ($filter: ProjectFilter) {
  projects(filter: $filter) { totalCount nodes { name } }
  types: projectsByType(filter: $filter) { key count }
  aspects: projectsByAspect(filter: $filter) { key count }
  levels: projectsByLevel(filter: $filter) { key count }
}`;

interface Catalogue {
  projects: { totalCount: number; nodes: { name: string }[] };
  types: Tally[];
  aspects: Tally[];
  levels: Tally[];
}
type Tally = { key: string; count: number };

const read = async (caller: Caller, filter: object = {}): Promise<Catalogue> => Object(await caller.do(catalogue, { filter }));

describe('the catalogue of projects', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  /** Two projects of a community, of one aspect and two types, and one of a grid; the first and the last are public. */
  async function planned() {
    const scene = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const terms = Object(await secretary.do(`{ vocabulary(filter: { kind: PROJECT_ASPECT }, first: 1) { nodes { id } } }`)).vocabulary.nodes;
    const plan = (name: string, type: string, orgUnit: string, aspect?: string) =>
      secretary.do(`mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } refusals { code } } }`, { input: { name, type, orgUnit, aspect } });
    await plan('手工坊', 'general', units.community.id, terms[0].id);
    await plan('雨水花园', 'rainwater', units.community.id, terms[0].id);
    await plan('楼道清洁', 'general', units.grid.id);
    return { scene, secretary, aspect: String(terms[0].id) };
  }

  it('counts by type, aspect and level of the unit what it lists', async () => {
    const { secretary, aspect } = await planned();
    const all = await read(secretary);
    expect(all).toMatchObject({ projects: { totalCount: 3 }, types: [{ key: 'general', count: 2 }, { key: 'rainwater', count: 1 }], aspects: [{ key: aspect, count: 2 }] });
    expect(all.levels.map(({ count }) => count)).toEqual([2, 1]);
    const [level] = all.levels;
    const ofLevel = await read(secretary, { level: level?.key, type: ['general'] });
    expect(ofLevel).toMatchObject({ projects: { totalCount: 1, nodes: [{ name: '手工坊' }] }, types: [{ key: 'general', count: 1 }], levels: [{ key: level?.key, count: 1 }] });
    expect((await read(secretary, { level: 'unit_01h455vb4pex5vsknk084sn02q' })).projects.totalCount).toBe(0);
  });

  it('counts for each who asks what they may see', async () => {
    const { scene } = await planned();
    const other = await world.scene();
    const nothing = { projects: { totalCount: 0 }, types: [], aspects: [], levels: [] };
    expect(await read(scene.anonymous)).toMatchObject(nothing);
    expect(await read(await scene.as('communitySecretary', scene.units.siblingCommunity))).toMatchObject(nothing);
    expect(await read(await other.as('organisationOfficer', other.units.district))).toMatchObject(nothing);
    expect(await read(await scene.as('gridWorker', scene.units.grid))).toMatchObject({ projects: { totalCount: 1 }, types: [{ key: 'general', count: 1 }] });
  });
});
