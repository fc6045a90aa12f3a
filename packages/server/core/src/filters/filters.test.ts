import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type Scene, verdict, World } from '../testkit/index.js';

const save = `mutation ($input: SaveFilterInput!) { saveFilter(input: $input) { filter { id version name query isShared isMine owner { id } } refusals { code field } } }`;
const edit = `mutation ($input: EditFilterInput!) { editFilter(input: $input) { filter { version name query isShared } refusals { code field } } }`;
const remove = `mutation ($input: RemoveFilterInput!) { removeFilter(input: $input) { removedId refusals { code field } } }`;
const list = `{ savedFilters(first: 10, filter: { page: "wishes" }) { nodes { name isMine } } }`;

describe('saved filters', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  const input = ({ units }: Scene, more: Record<string, unknown> = {}) => ({ page: 'wishes', name: '急的', query: 'priority=HIGH_URGENT', orgUnit: units.community.id, ...more });

  async function saved(scene: Scene, by: Caller, more?: Record<string, unknown>): Promise<{ id: string; version: number }> {
    return Object(await by.do(save, { input: input(scene, more) })).saveFilter.filter;
  }

  async function names(by: Caller): Promise<string[]> {
    return Object(await by.do(list)).savedFilters.nodes.map(({ name }: { name: string }) => name);
  }

  it('are kept by staff at a unit of theirs, each under a name of its own', async () => {
    const [scene, other] = [await world.scene(), await world.scene()];
    const secretary = await scene.as('communitySecretary', scene.units.community);
    expect(verdict(await scene.anonymous.ask(save, { input: input(scene) }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(save, { input: input(scene) }))).toBe('NOT_FOUND orgUnit');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.siblingCommunity)).ask(save, { input: input(scene) }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('resident', scene.units.community)).ask(save, { input: input(scene) }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(save, { input: input(scene, { name: ' ' }) }))).toBe('REQUIRED name');
    expect(verdict(await secretary.ask(save, { input: input(scene, { page: '../wishes' }) }))).toBe('FILTER_PAGE_UNKNOWN page');
    expect(verdict(await secretary.ask(save, { input: input(scene, { query: 'x'.repeat(1001) }) }))).toBe('TOO_LONG query');
    await world.server.takeStatements();
    expect((await secretary.ask(save, { input: input(scene) })).data).toMatchObject({ saveFilter: { filter: { name: '急的', isShared: false, isMine: true, owner: { id: secretary.personId } }, refusals: [] } });
    expect(await world.server.takeStatements()).toHaveLength(11);
    expect(verdict(await secretary.ask(save, { input: input(scene) }))).toBe('FILTER_NAME_TAKEN name');
    expect(verdict(await secretary.ask(save, { input: input(scene, { page: 'projects' }) }))).toBe('done');
  });

  it('of two presses at once are one', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const verdicts = await Promise.all([1, 2].map(async () => verdict(await secretary.ask(save, { input: input(scene) }))));
    expect(verdicts.toSorted()).toEqual(['FILTER_NAME_TAKEN name', 'done']);
  });

  it('are seen by who keeps them, and where shared by who works at the very unit', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const [secretary, colleague] = [await scene.as('communitySecretary', units.community), await scene.as('gridWorker', units.community)];
    await saved(scene, secretary, { name: '自己的' });
    await saved(scene, secretary, { name: '大家的', isShared: true });
    expect(await names(secretary)).toEqual(['大家的', '自己的']);
    expect(await names(colleague)).toEqual(['大家的']);
    expect(await names(await scene.as('gridWorker', units.grid))).toEqual([]);
    expect(await names(await scene.as('communitySecretary', units.siblingCommunity))).toEqual([]);
    expect(await names(await scene.as('resident', units.community))).toEqual([]);
    expect(await names(scene.anonymous)).toEqual([]);
  });

  it('are changed by who keeps them alone, and never over somebody’s later change', async () => {
    const [scene, other] = [await world.scene(), await world.scene()];
    const [secretary, colleague] = [await scene.as('communitySecretary', scene.units.community), await scene.as('gridWorker', scene.units.community)];
    const { id, version } = await saved(scene, secretary, { isShared: true });
    const changed = { id, version, name: '又重又急' };
    expect(verdict(await scene.anonymous.ask(edit, { input: changed }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(edit, { input: changed }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.siblingCommunity)).ask(edit, { input: changed }))).toBe('NOT_FOUND id');
    expect(verdict(await colleague.ask(edit, { input: changed }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(edit, { input: changed }))).toBe('done');
    expect(verdict(await secretary.ask(edit, { input: { ...changed, name: '晚了' } }))).toBe('CHANGED_MEANWHILE version');
    expect((await secretary.ask(edit, { input: { id, isShared: false } })).data).toMatchObject({ editFilter: { filter: { name: '又重又急', isShared: false } } });
    expect(await names(colleague)).toEqual([]);
  });

  it('are removed by who keeps them, and when shared by who manages the unit', async () => {
    const scene = await world.scene();
    const [secretary, colleague] = [await scene.as('communitySecretary', scene.units.community), await scene.as('gridWorker', scene.units.community)];
    const [own, shared] = [await saved(scene, colleague), await saved(scene, colleague, { name: '留下的', isShared: true })];
    expect(verdict(await scene.anonymous.ask(remove, { input: { id: shared.id } }))).toBe('NOT_FOUND id');
    expect(verdict(await secretary.ask(remove, { input: { id: own.id } }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('departmentOfficer', scene.units.community)).ask(remove, { input: { id: shared.id } }))).toBe('FORBIDDEN');
    expect((await secretary.ask(remove, { input: { id: shared.id } })).data).toEqual({ removeFilter: { removedId: shared.id, refusals: [] } });
    expect(verdict(await colleague.ask(remove, { input: { id: own.id, version: 99 } }))).toBe('CHANGED_MEANWHILE version');
    expect(verdict(await colleague.ask(remove, { input: { id: own.id } }))).toBe('done');
    expect(await names(colleague)).toEqual([]);
  });
});
