import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../testkit/index.js';
import { cast, mutate, succeed, wishOf } from '../wishes/fixture/wishes.fixture.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.close());

async function set() {
  const scene = await world.scene();
  const people = await cast(scene, await world.scene());
  return { scene, units: scene.units, ...people };
}

const refusedWith = (code: string, field: string | null = null) => ({ demand: null, error: null, refusals: [{ code, ...(field === null ? {} : { field }) }] });
const forbidden = { error: 'FORBIDDEN', demand: null };

describe('a demand', () => {
  it('is opened by staff of the subtree, numbered, open', async () => {
    const { units, anonymous, stranger, sibling, resident, auditor, worker, secretary } = await set();
    const input = { title: '放学后的课堂', orgUnit: units.community.id };
    for (const caller of [anonymous, sibling, resident, auditor, worker]) expect(await mutate(caller, 'createDemand', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'createDemand', input)).toMatchObject(refusedWith('NOT_FOUND', 'orgUnit'));
    expect(await mutate(secretary, 'createDemand', { ...input, title: ' ' })).toMatchObject(refusedWith('REQUIRED', 'title'));
    expect(await mutate(secretary, 'createDemand', { ...input, title: '题'.repeat(61) })).toMatchObject(refusedWith('TOO_LONG', 'title'));
    expect(await mutate(secretary, 'createDemand', input)).toMatchObject({ demand: { number: 1, title: input.title, state: 'OPEN', wishCount: 0 } });
    expect(await mutate(secretary, 'createDemand', input)).toMatchObject({ demand: { number: 2 } });
  });

  it('is retitled and sorted by staff of its subtree', async () => {
    const { units, anonymous, stranger, sibling, resident, worker, secretary } = await set();
    const { demand } = await mutate(secretary, 'createDemand', { title: '课堂', orgUnit: units.community.id });
    const [{ id: category }] = Object(await secretary.do('{ vocabulary(filter: { kind: WISH_CATEGORY }) { nodes { id key } } }')).vocabulary.nodes;
    const input = { id: demand?.['id'], title: '四点半课堂', category };
    for (const caller of [anonymous, sibling, resident, worker]) expect(await mutate(caller, 'editDemand', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'editDemand', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(secretary, 'editDemand', { ...input, version: 99 })).toMatchObject(refusedWith('CHANGED_MEANWHILE', 'version'));
    expect(await mutate(secretary, 'editDemand', input)).toMatchObject({ demand: { title: '四点半课堂', version: 2, category: { key: '教育培训' } } });
    expect(await mutate(secretary, 'editDemand', { id: input.id, category: null })).toMatchObject({ demand: { title: '四点半课堂', category: null } });
    await mutate(secretary, 'closeDemand', { id: input.id, reason: '开错了。' });
    expect(await mutate(secretary, 'editDemand', input)).toMatchObject(refusedWith('DEMAND_CLOSED', 'id'));
  });

  it('is closed with a reason once no wish is in it', async () => {
    const { scene, anonymous, stranger, sibling, resident, worker, secretary } = await set();
    const wish = await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene)).id, words: '收到了。' });
    const input = { id: Object(wish['demand']).id, reason: '居民自己解决了。' };
    for (const caller of [anonymous, sibling, resident, worker]) expect(await mutate(caller, 'closeDemand', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'closeDemand', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(secretary, 'closeDemand', input)).toMatchObject({ refusals: [{ code: 'STEP_GUARDED', message: '还有 1 条心愿在里面，请先归入其他需求' }] });
    await succeed(secretary, 'declineWish', { id: wish.id, reason: '居民自己解决了。' });
    expect(await mutate(secretary, 'closeDemand', { ...input, reason: ' ' })).toMatchObject(refusedWith('STEP_INPUT_REQUIRED', 'reason'));
    expect(await mutate(secretary, 'closeDemand', input)).toMatchObject({ demand: { state: 'CLOSED' } });
    expect(await mutate(secretary, 'closeDemand', input)).toMatchObject(refusedWith('STEP_NOT_FROM_HERE'));
  });

  it('shows everybody what is asked for, and only the wishes that they may see', async () => {
    const { scene, resident, secretary, stranger, anonymous } = await set();
    const open = await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene)).id, words: '收到了。', newDemandTitle: '课堂' });
    const demand = Object(open['demand']).id;
    await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene, { isPublic: false })).id, words: '收到了。', demand });
    const query = 'query ($id: ID!) { demand(id: $id) { title wishCount wishes { totalCount } availableSteps { name allowed reason } } }';
    expect((await anonymous.ask(query, { id: demand })).data).toEqual({
      demand: {
        title: '课堂',
        wishCount: 2,
        wishes: { totalCount: 1 },
        availableSteps: ['list', 'startProject', 'close'].map((name) => ({ name, allowed: false, reason: '您的岗位不办这一步' })),
      },
    });
    expect((await secretary.ask(query, { id: demand })).data).toMatchObject({ demand: { wishes: { totalCount: 2 }, availableSteps: [{ allowed: true }, { allowed: true }, { allowed: false, reason: '还有 2 条心愿在里面，请先归入其他需求' }] } });
    expect((await stranger.ask(query, { id: demand })).data).toEqual({ demand: null });
    const count = async (filter: Record<string, unknown>) =>
      Object(await secretary.do('query ($filter: DemandFilter) { demands(filter: $filter, sort: WISHES) { totalCount } }', { filter })).demands.totalCount;
    expect(await count({ state: ['OPEN', 'LISTED'], search: '课', within: scene.units.community.id })).toBe(1);
    expect(await count({ state: ['CLOSED'] })).toBe(0);
    expect(await count({ within: scene.units.siblingCommunity.id })).toBe(0);
  });
});
