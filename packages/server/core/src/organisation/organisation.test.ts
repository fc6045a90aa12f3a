import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, World } from '../testkit/index.js';
import { OrgUnit } from './org-unit.entity.js';

const createUnit = `mutation ($input: CreateOrgUnitInput!) { createOrgUnit(input: $input) { orgUnit { id name code depth parent { id } kind { label { zh } } version } refusals { code field } } }`;
const gridKind = `{ vocabulary(first: 100, filter: { kind: ORG_UNIT_KIND }) { nodes { id key } } }`;

describe('the organisation', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('shows everybody the tree, one statement a page', async () => {
    const { anonymous, units } = await world.scene();
    await anonymous.do('{ tenant { slug } }'); // tenants are known from the first request on
    await world.server.takeStatements();
    const { data, errors } = await anonymous.ask(`query ($root: ID!) { orgUnit(id: $root) { id name phone children { totalCount nodes { code kind { key } children { nodes { code } } } } } }`, { root: units.district.id });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ orgUnit: { id: units.district.id, phone: null, children: { totalCount: 2, nodes: [{ code: 'Q-01', children: { nodes: [{ code: 'Q-01-01' }, { code: 'Q-01-02' }] } }, { code: 'Q-D01' }] } } });
    expect(await world.server.takeStatements()).toHaveLength(1);
  });

  it('shows beside a unit what is above it, and its wishes, projects, roles and history as far as one may see them', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const worker = await scene.as('gridWorker', units.grid, '韩凤霞');
    const secretary = await scene.as('communitySecretary', units.community);
    const { data: words } = await secretary.ask('query ($id: ID!) { orgUnit(id: $id) { version } }', { id: units.grid.id });
    await secretary.do('mutation ($input: EditOrgUnitInput!) { editOrgUnit(input: $input) { refusals { code } } }', { input: { id: units.grid.id, version: Object(words).orgUnit.version, name: '新名网格' } });
    for (const isPublic of [true, false]) await worker.do('mutation ($input: MakeWishInput!) { makeWish(input: $input) { refusals { code } } }', { input: { orgUnit: units.grid.id, words: '楼道的灯坏了', channel: 'HOUSEHOLD_VISIT', wisherName: '某人', isPublic } });
    const ask = async (caller: Caller) =>
      Object(await caller.do('query ($id: ID!) { orgUnit(id: $id) { above { code } wishes { totalCount } projects { totalCount } roles(filter: { holdsOn: "2026-05-19" }) { nodes { role person { name } } } history { nodes { name changes actor { id } } } } }', { id: units.grid.id })).orgUnit;
    const above = [{ code: 'Q' }, { code: 'Q-01' }, { code: 'Q-01-01' }];
    expect(await ask(secretary)).toEqual({
      above, wishes: { totalCount: 2 }, projects: { totalCount: 0 },
      roles: { nodes: [{ role: 'gridWorker', person: { name: '韩凤霞' } }] },
      history: { nodes: [{ name: 'orgUnit.changed', changes: { name: ['某区Q-01-01-G1', '新名网格'] }, actor: { id: secretary.personId } }, { name: 'orgUnit.created', changes: expect.anything(), actor: null }] },
    });
    for (const caller of [scene.anonymous, await scene.as('communitySecretary', units.siblingCommunity)]) {
      expect(await ask(caller)).toEqual({ above, wishes: { totalCount: 1 }, projects: { totalCount: 0 }, roles: { nodes: [] }, history: { nodes: [] } });
    }
  });

  it('tells who heads a unit to its staff alone, and the telephone to fewer', async () => {
    const scene = await world.scene();
    const { units } = scene;
    await scene.write((tx) => tx.em.nativeUpdate(OrgUnit, { id: units.building.uuid }, { headName: '韩凤霞', phone: '19900002409' }));
    const ask = async (caller: Caller) => Object(await caller.do('query ($id: ID!) { orgUnit(id: $id) { headName phone } }', { id: units.building.id })).orgUnit;
    for (const caller of [scene.anonymous, await scene.as('resident', units.building), await scene.as('communitySecretary', units.siblingCommunity)]) {
      expect(await ask(caller)).toEqual({ headName: null, phone: null });
    }
    expect(await ask(await scene.as('supervisor', units.street))).toEqual({ headName: '韩凤霞', phone: '199****2409' });
    expect(await ask(await scene.as('gridWorker', units.grid))).toEqual({ headName: '韩凤霞', phone: '19900002409' });
  });

  it('lets a community secretary add units in the own community and nowhere else', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const { data: words } = await secretary.ask(gridKind);
    const kind = Object(words).vocabulary.nodes.find((term: { key: string }) => term.key === '网格党支部').id;
    const input = { parent: units.community.id, kind, name: '某社区第三网格党支部', code: 'Q-01-01-G3' };

    expect((await scene.anonymous.ask(createUnit, { input })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const stranger = await other.as('communitySecretary', other.units.district);
    expect((await stranger.ask(createUnit, { input })).data).toMatchObject({ createOrgUnit: { orgUnit: null, refusals: [{ code: 'NOT_FOUND', field: 'parent' }] } });
    const sibling = await scene.as('communitySecretary', units.siblingCommunity);
    expect((await sibling.ask(createUnit, { input })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const worker = await scene.as('gridWorker', units.grid);
    expect((await worker.ask(createUnit, { input })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await secretary.ask(createUnit, { input: { ...input, code: 'Q-01-01-G1' } })).data).toMatchObject({ createOrgUnit: { refusals: [{ code: 'UNIT_CODE_TAKEN', field: 'code' }] } });
    expect((await secretary.ask(createUnit, { input })).data).toMatchObject({ createOrgUnit: { orgUnit: { code: 'Q-01-01-G3', depth: 4, parent: { id: units.community.id }, kind: { label: { zh: '网格党支部' } }, version: 1 }, refusals: [] } });
  });

  it('replays a mutation with the same idempotency key and refuses other content under it', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const { data: words } = await secretary.ask(gridKind);
    const kind = Object(words).vocabulary.nodes.find((term: { key: string }) => term.key === '网格党支部').id;
    const input = { idempotencyKey: 'once', parent: scene.units.community.id, kind, name: '第四网格', code: 'G4' };
    const first = await secretary.ask(createUnit, { input });
    expect(await secretary.ask(createUnit, { input })).toEqual(first);
    expect((await secretary.ask(createUnit, { input: { ...input, name: '别的' } })).data).toMatchObject({ createOrgUnit: { refusals: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] } });
  });
});
