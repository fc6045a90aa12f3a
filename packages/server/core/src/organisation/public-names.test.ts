import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type Scene, verdict, World } from '../testkit/index.js';

const createUnit = 'mutation ($input: CreateOrgUnitInput!) { createOrgUnit(input: $input) { orgUnit { id } refusals { code field } } }';
const editUnit = 'mutation ($input: EditOrgUnitInput!) { editOrgUnit(input: $input) { orgUnit { id } refusals { code field } } }';
const editKind = 'mutation ($input: EditUnitKindInput!) { editUnitKind(input: $input) { kind { id namesPeople version } refusals { code field } } }';
const kinds = '{ vocabulary(first: 100, filter: { kind: ORG_UNIT_KIND }) { nodes { id key namesPeople } } }';
const units = 'query ($search: String, $sort: OrgUnitSort) { orgUnits(first: 100, filter: { search: $search }, sort: $sort) { totalCount nodes { id name } } }';

describe('units that bear somebody’s name', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  async function withHousehold() {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const known: { id: string; key: string; namesPeople: boolean }[] = Object(await secretary.do(kinds)).vocabulary.nodes;
    const kind = known.find(({ key }) => key === '党员中心户');
    const made = await secretary.do(createUnit, { input: { parent: scene.units.building.id, kind: kind?.id, code: 'H1', name: '唐凤霞党员中心户' } });
    return { scene, secretary, kind, id: String(Object(made).createOrgUnit.orgUnit.id) };
  }
  const nameFor = async (caller: Caller, id: string) => Object(await caller.do('query ($id: ID!) { orgUnit(id: $id) { name } }', { id })).orgUnit.name;
  const outsiders = async ({ anonymous, as, units: { building, siblingCommunity } }: Scene) => [anonymous, await as('resident', building), await as('communitySecretary', siblingCommunity)];

  it('are called so by their staff alone, wherever a unit is named', async () => {
    const { scene, secretary, kind, id } = await withHousehold();
    expect(kind).toMatchObject({ namesPeople: true });
    expect(await nameFor(secretary, id)).toBe('唐凤霞党员中心户');
    expect(await nameFor(await scene.as('supervisor', scene.units.street), id)).toBe('唐凤霞党员中心户');
    for (const caller of await outsiders(scene)) {
      expect(await nameFor(caller, id)).toBe('唐某某党员中心户');
      expect(Object(await caller.do('query ($id: ID!) { orgUnit(id: $id) { children { nodes { name } } } }', { id: scene.units.building.id })).orgUnit).toEqual({ children: { nodes: [{ name: '唐某某党员中心户' }] } });
    }
    const resident = await scene.as('resident', scene.units.building);
    const wish = await resident.do('mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { orgUnit { name } } refusals { code } } }', { input: { orgUnit: id, words: '楼道的灯坏了', channel: 'ONLINE_HOME' } });
    expect(wish).toEqual({ makeWish: { wish: { orgUnit: { name: '唐某某党员中心户' } }, refusals: [] } });
  });

  it('are neither searched nor sorted by a name that one may not read', async () => {
    const { scene, secretary, id } = await withHousehold();
    for (const caller of await outsiders(scene)) {
      expect(Object(await caller.do(units, { search: '凤霞' })).orgUnits).toEqual({ totalCount: 0, nodes: [] });
      expect(Object(await caller.do(units, { search: '唐某某' })).orgUnits.nodes).toEqual([{ id, name: '唐某某党员中心户' }]);
    }
    expect(Object(await secretary.do(units, { search: '凤霞' })).orgUnits.totalCount).toBe(1);
    const sorted: { name: string }[] = Object(await scene.anonymous.do(units, { sort: 'NAME' })).orgUnits.nodes;
    expect(sorted.map(({ name }) => name)).toContain('唐某某党员中心户');
  });

  it('follow a new name, and what their kind says from the next request on', async () => {
    const { scene, secretary, kind, id } = await withHousehold();
    await secretary.do(editUnit, { input: { id, name: '张芳党员中心户' } });
    expect(await nameFor(scene.anonymous, id)).toBe('张某党员中心户');

    const admin = await scene.as('tenantAdministrator', scene.units.district);
    const other = await world.scene();
    const input = { id: kind?.id, namesPeople: false };
    expect(verdict(await scene.anonymous.ask(editKind, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('tenantAdministrator', other.units.district)).ask(editKind, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await secretary.ask(editKind, { input }))).toBe('FORBIDDEN');
    expect(verdict(await admin.ask(editKind, { input: { ...input, version: 9 } }))).toBe('CHANGED_MEANWHILE version');
    const { nodes } = Object(await admin.do('{ vocabulary(first: 1, filter: { kind: WISH_CATEGORY }) { nodes { id } } }')).vocabulary;
    expect(verdict(await admin.ask(editKind, { input: { ...input, id: nodes[0].id } }))).toBe('NOT_FOUND id');
    expect(verdict(await admin.ask(editKind, { input }))).toBe('done');
    expect(await nameFor(scene.anonymous, id)).toBe('张芳党员中心户');
    expect(verdict(await admin.ask(editKind, { input: { ...input, namesPeople: true } }))).toBe('done');
    expect(await nameFor(scene.anonymous, id)).toBe('张某党员中心户');
  });
});
