import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../testkit/index.js';
import { cast, mutate, seen, succeed, wishOf, words } from './fixture/wishes.fixture.js';

const today = '2026-05-19T02:00:00.000Z';
let world: World;
beforeAll(async () => {
  world = await World.start({ now: today });
});
afterAll(() => world.close());

async function set() {
  const scene = await world.scene();
  const people = await cast(scene, await world.scene());
  return { scene, units: scene.units, ...people };
}

const refusedWith = (code: string, field: string | null = null) => ({ wish: null, error: null, refusals: [{ code, ...(field === null ? {} : { field }) }] });
const forbidden = { error: 'FORBIDDEN', wish: null };

describe('making a wish', () => {
  it('is for residents, with their own name, numbered, on the wall by surname, and due in three working days', async () => {
    const { scene, resident } = await set();
    const wish = await wishOf(resident, scene);
    expect(wish).toMatchObject({
      number: 1,
      words,
      state: 'SUBMITTED',
      wisherLabel: '韩姓居民',
      wisherName: '韩文博',
      isMine: true,
      isPublic: true,
      recordedBy: null,
      // 2026-05-19 is a Tuesday: the deadline is Friday's last millisecond in Shanghai.
      answerDueAt: '2026-05-22T15:59:59.999Z',
      firstAnsweredAt: null,
    });
    expect(await wishOf(resident, scene)).toMatchObject({ number: 2 });
  });

  it('follows the tenant’s own number of working days, over a holiday', async () => {
    world.server.clock.set('2026-09-24T02:00:00Z');
    const scene = await world.scene({ settings: { 'wishes.answerWithinWorkingDays': 1 } });
    const resident = await scene.as('resident', scene.units.grid);
    const wish = await wishOf(resident, scene);
    world.server.clock.set(today);
    // Friday to Sunday are the Mid-Autumn holiday.
    expect(wish).toMatchObject({ answerDueAt: '2026-09-28T15:59:59.999Z' });
  });

  it('is not for nobody, another tenant, or who only watches', async () => {
    const { scene, units, anonymous, stranger, auditor } = await set();
    const input = { orgUnit: units.grid.id, words, channel: 'ONLINE_HOME' };
    expect(await mutate(anonymous, 'makeWish', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'makeWish', input)).toMatchObject(refusedWith('NOT_FOUND', 'orgUnit'));
    expect(await mutate(auditor, 'makeWish', input)).toMatchObject(forbidden);
    expect(await scene.anonymous.do('{ wishes { totalCount } }')).toEqual({ wishes: { totalCount: 0 } });
  });

  it('on behalf of somebody is for staff of the subtree', async () => {
    const { units, resident, neighbour, worker, sibling } = await set();
    const input = { orgUnit: units.grid.id, words, channel: 'HOUSEHOLD_VISIT', wisherName: '马秀兰', wisherPhone: '199 0000 7274', wisherLabel: '马女士', priority: 'HIGH_URGENT' };
    expect(await mutate(resident, 'makeWish', { ...input, priority: null })).toMatchObject(forbidden);
    expect(await mutate(sibling, 'makeWish', { ...input, priority: null })).toMatchObject(forbidden);
    const wish = await succeed(worker, 'makeWish', input);
    expect(wish).toMatchObject({ wisherName: '马秀兰', wisherPhone: '19900007274', wisherLabel: '马女士', isMine: false, priority: 'HIGH_URGENT', recordedBy: { id: worker.personId } });
    expect(await seen(neighbour, wish.id)).toMatchObject({ wisherLabel: '马女士', wisherName: null, wisherPhone: null, priority: null });
  });

  it('refuses what can be mended, field by field', async () => {
    const { scene, units, resident, worker } = await set();
    const input = { orgUnit: units.grid.id, words, channel: 'ONLINE_HOME' };
    expect(await mutate(resident, 'makeWish', { ...input, words: '  ' })).toMatchObject(refusedWith('REQUIRED', 'words'));
    expect(await mutate(resident, 'makeWish', { ...input, words: '字'.repeat(1001) })).toMatchObject(refusedWith('TOO_LONG', 'words'));
    expect((await mutate(resident, 'makeWish', { ...input, words: '😀'.repeat(1000) })).wish).not.toBeNull();
    expect(await mutate(resident, 'makeWish', { ...input, priority: 'HIGH_URGENT' })).toMatchObject(refusedWith('PRIORITY_IS_FOR_STAFF', 'priority'));
    expect(await mutate(resident, 'makeWish', { ...input, wisherLabel: '韩文博' })).toMatchObject(refusedWith('LABEL_SHOWS_TOO_MUCH', 'wisherLabel'));
    expect(await mutate(resident, 'makeWish', { ...input, wisherLabel: '文博先生' })).toMatchObject(refusedWith('LABEL_SHOWS_TOO_MUCH', 'wisherLabel'));
    expect(await mutate(resident, 'makeWish', { ...input, wisherPhone: '12' })).toMatchObject(refusedWith('PHONE_INVALID', 'wisherPhone'));
    expect(await mutate(worker, 'makeWish', { ...input, channel: 'FORUM', category: await kindOfUnit(scene) })).toMatchObject(refusedWith('NOT_FOUND', 'category'));
    expect(await wishOf(resident, scene, { wisherLabel: '韩先生' })).toMatchObject({ wisherLabel: '韩先生' });
    expect(await wishOf(resident, scene, { wisherLabel: '' })).toMatchObject({ wisherLabel: null });
  });

  it('is repeatable under one idempotency key', async () => {
    const { scene, resident } = await set();
    const first = await wishOf(resident, scene, { idempotencyKey: 'tap' });
    const again = await wishOf(resident, scene, { idempotencyKey: 'tap' });
    expect(again.id).toBe(first.id);
    expect(await resident.do('{ wishes { totalCount } }')).toEqual({ wishes: { totalCount: 1 } });
  });
});

async function kindOfUnit({ anonymous }: Awaited<ReturnType<World['scene']>>): Promise<string> {
  return Object(await anonymous.do('{ vocabulary(filter: { kind: ORG_UNIT_KIND }) { nodes { id } } }')).vocabulary.nodes[0].id;
}

describe('seeing a wish', () => {
  it('never shows a name or a telephone on the wall, and all of it to its wisher, its staff and the auditor', async () => {
    const { scene, resident, neighbour, worker, sibling, stranger, auditor } = await set();
    const { id } = await wishOf(resident, scene, { wisherPhone: '19900007274' });
    for (const caller of [scene.anonymous, neighbour, sibling]) {
      expect(await seen(caller, id)).toMatchObject({ words, wisherLabel: '韩姓居民', wisherName: null, wisherPhone: null });
    }
    for (const caller of [resident, worker, auditor]) expect(await seen(caller, id)).toMatchObject({ wisherName: '韩文博', wisherPhone: '19900007274' });
    expect(await seen(stranger, id)).toBeNull();
  });

  it('masks name and telephone for who may read but not reveal', async () => {
    const { scene, units, resident } = await set();
    const { id } = await wishOf(resident, scene, { wisherPhone: '19900007274' });
    const leader = await scene.as('buildingLeader', units.grid);
    expect(await seen(leader, id)).toMatchObject({ wisherName: '韩**', wisherPhone: '199****7274' });
  });

  it('off the wall is for its wisher and its staff alone', async () => {
    const { scene, resident, neighbour, worker, sibling } = await set();
    const { id } = await wishOf(resident, scene, { isPublic: false });
    for (const caller of [scene.anonymous, neighbour, sibling]) expect(await seen(caller, id)).toBeNull();
    for (const caller of [resident, worker]) expect(await seen(caller, id)).toMatchObject({ words });
    expect(await neighbour.do('{ wishes { totalCount } wishCounts { key count } }')).toEqual({ wishes: { totalCount: 0 }, wishCounts: [] });
  });

  it('cannot be found out by a telephone or a name, and not by its wisher either', async () => {
    const { scene, resident, neighbour } = await set();
    await wishOf(resident, scene);
    expect(await neighbour.do('{ wishes(filter: { isMine: true }) { totalCount } }')).toEqual({ wishes: { totalCount: 0 } });
    expect(await resident.do('{ wishes(filter: { isMine: true }) { totalCount } }')).toEqual({ wishes: { totalCount: 1 } });
  });

  it('lists a page of the wall with its answers in one statement', async () => {
    const { scene, resident, secretary } = await set();
    for (let made = 0; made < 5; made += 1) await succeed(secretary, 'answerWish', { id: (await wishOf(resident, scene)).id, words: '收到了。' });
    await world.server.takeStatements();
    await scene.anonymous.do('{ wishes(first: 5) { totalCount nodes { id words wisherLabel orgUnit { name } lastAnswer { words answeredByLabel } answers { nodes { words } } } } }');
    expect(await world.server.takeStatements()).toHaveLength(1);
  });

  it('is filtered as the inbox asks for it, and counted by state', async () => {
    const { scene, units, resident, worker, secretary } = await set();
    const first = await wishOf(resident, scene, { scope: 'COMMON' });
    await succeed(worker, 'makeWish', { orgUnit: units.grid.id, words: '楼道的灯坏了', channel: 'WISH_BOX', priority: 'HIGH_URGENT', scope: 'INDIVIDUAL' });
    await succeed(worker, 'answerWish', { id: first.id, words: '收到了。' });
    const count = async (filter: Record<string, unknown>) =>
      Object(await secretary.do('query ($filter: WishFilter) { wishes(filter: $filter) { totalCount } }', { filter })).wishes.totalCount;
    expect(await count({ state: ['SUBMITTED'] })).toBe(1);
    expect(await count({ priority: ['HIGH_URGENT'], channel: ['WISH_BOX'] })).toBe(1);
    expect(await count({ scope: 'COMMON' })).toBe(1);
    expect(await count({ search: '灯坏' })).toBe(1);
    expect(await count({ within: units.community.id })).toBe(2);
    expect(await count({ within: units.siblingCommunity.id })).toBe(0);
    expect(await count({ orgUnit: units.community.id })).toBe(0);
    expect(await count({ ids: [first.id] })).toBe(1);
    expect(await count({ from: '2026-05-19', to: '2026-05-19' })).toBe(2);
    expect(await count({ to: '2026-05-18' })).toBe(0);
    expect(await count({ isGathered: false })).toBe(2);
    expect(await count({ isLate: true })).toBe(0);
    expect(await secretary.do('{ wishCounts { key count } }')).toEqual({ wishCounts: [{ key: 'ACCEPTED', count: 1 }, { key: 'SUBMITTED', count: 1 }] });
    for (const sort of ['NEWEST', 'DUE', 'SUPPORTERS']) {
      const page = Object(await secretary.do(`{ wishes(first: 1, sort: ${sort}) { nodes { id } pageInfo { endCursor } } }`)).wishes;
      const next = Object(await secretary.do(`query ($after: String) { wishes(first: 1, sort: ${sort}, after: $after) { nodes { id } } }`, { after: page.pageInfo.endCursor })).wishes;
      expect(new Set([page.nodes[0].id, next.nodes[0].id]).size).toBe(2);
    }
  });
});

describe('sorting a wish', () => {
  it('is for its staff; its wisher may mend the words until it is answered', async () => {
    const { scene, anonymous, stranger, sibling, neighbour, resident, worker, auditor } = await set();
    const { id, version } = await wishOf(resident, scene);
    const input = { id, words: '希望开一个四点半课堂。' };
    for (const caller of [anonymous, sibling, neighbour, auditor]) expect(await mutate(caller, 'editWish', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'editWish', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(resident, 'editWish', { ...input, priority: 'LOW_CALM' })).toMatchObject(forbidden);
    expect(await mutate(resident, 'editWish', { ...input, version: version + 1 })).toMatchObject(refusedWith('CHANGED_MEANWHILE', 'version'));
    expect(await mutate(resident, 'editWish', { ...input, version })).toMatchObject({ wish: { words: input.words, version: version + 1 } });
    const category = Object(await worker.do('{ vocabulary(filter: { kind: WISH_CATEGORY }) { nodes { id } } }')).vocabulary.nodes[0].id;
    expect(await mutate(worker, 'editWish', { id, category, scope: 'COMMON', priority: 'LOW_CALM' })).toMatchObject({ wish: { scope: 'COMMON', priority: 'LOW_CALM' } });
    await succeed(worker, 'answerWish', { id, words: '收到了。' });
    expect(await mutate(resident, 'editWish', input)).toMatchObject(refusedWith('WISH_ANSWERED', 'id'));
    expect(await mutate(worker, 'editWish', { ...input, scope: 'INDIVIDUAL' })).toMatchObject({ wish: { scope: 'INDIVIDUAL' } });
  });

  it('leaves its words and its place on the wall to its wisher: staff may only take it off', async () => {
    const { scene, neighbour, resident, worker, secretary } = await set();
    const { id } = await wishOf(resident, scene, { isPublic: false, wisherLabel: '' });
    for (const staff of [worker, secretary]) {
      expect(await mutate(staff, 'editWish', { id, words: '改写的话' })).toMatchObject(refusedWith('WISH_IS_THE_WISHERS', 'words'));
      expect(await mutate(staff, 'editWish', { id, isPublic: true })).toMatchObject(refusedWith('WISH_IS_THE_WISHERS', 'isPublic'));
      expect(await mutate(staff, 'editWish', { id, wisherLabel: '韩先生' })).toMatchObject(refusedWith('WISH_IS_THE_WISHERS', 'wisherLabel'));
    }
    await succeed(resident, 'editWish', { id, isPublic: true, wisherLabel: '韩先生' });
    expect(await mutate(worker, 'editWish', { id, isPublic: false, wisherLabel: '' })).toMatchObject({ wish: { words, isPublic: false, wisherLabel: null } });
    expect(await seen(neighbour, id)).toBeNull();
    // Whose wish staff wrote down has nobody else to say so.
    const noted = await wishOf(worker, scene, { words: '楼道的灯坏了', channel: 'WISH_BOX', isPublic: false });
    expect(await mutate(worker, 'editWish', { id: noted.id, words: '楼道的灯坏了两盏', isPublic: true })).toMatchObject({ wish: { words: '楼道的灯坏了两盏', isPublic: true } });
  });

  it('is taken off the wall by its wisher at any time, with its answers', async () => {
    const { scene, anonymous, resident, neighbour, worker, secretary } = await set();
    const { id } = await wishOf(resident, scene);
    await succeed(secretary, 'declineWish', { id, reason: '不归社区管。' });
    const lastAnswer = Object(await anonymous.do('query ($id: ID!) { wish(id: $id) { lastAnswer { id } } }', { id })).wish.lastAnswer.id;
    expect(await mutate(worker, 'editWish', { id, scope: 'COMMON' })).toMatchObject(refusedWith('WISH_ENDED', 'id'));
    expect(await mutate(neighbour, 'editWish', { id, isPublic: false })).toMatchObject(forbidden);
    expect(await mutate(resident, 'editWish', { id, isPublic: false, wisherLabel: '韩先生' })).toMatchObject({ wish: { isPublic: false, wisherLabel: '韩先生' } });
    expect(await seen(neighbour, id)).toBeNull();
    expect(await anonymous.do('query ($id: ID!) { node(id: $id) { id } }', { id: lastAnswer })).toEqual({ node: null });
    expect(await seen(resident, id)).toMatchObject({ lastAnswer: { words: '不归社区管。' } });
  });

  it('takes its words out of the title of the demand that it opened when it leaves the wall', async () => {
    const { scene, anonymous, resident, secretary } = await set();
    const titleOf = async (id: string) => Object(await anonymous.do('query ($id: ID!) { demand(id: $id) { title } }', { id })).demand.title;
    const accept = async (id: string, newDemandTitle?: string) => {
      await succeed(secretary, 'acceptWish', { id, words: '收到了。', newDemandTitle });
      return String(Object(await secretary.do('query ($id: ID!) { wish(id: $id) { demand { id } } }', { id })).wish.demand.id);
    };
    const first = await wishOf(resident, scene);
    const demand = await accept(first.id);
    expect(await titleOf(demand)).toBe(words);
    await succeed(resident, 'editWish', { id: first.id, isPublic: false });
    expect(await titleOf(demand)).toMatch(/^居民心愿\d+号$/);
    // What staff call it stays.
    const second = await wishOf(resident, scene);
    const named = await accept(second.id, '放学后的去处');
    await succeed(resident, 'editWish', { id: second.id, isPublic: false });
    expect(await titleOf(named)).toBe('放学后的去处');
  });

  it('sets the priority, by staff of the subtree', async () => {
    const { scene, anonymous, stranger, sibling, resident, worker, secretary } = await set();
    const { id, version } = await wishOf(resident, scene);
    const input = { id, priority: 'HIGH_CALM' };
    for (const caller of [anonymous, sibling, resident]) expect(await mutate(caller, 'setWishPriority', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'setWishPriority', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(worker, 'setWishPriority', { ...input, version: version + 1 })).toMatchObject(refusedWith('CHANGED_MEANWHILE', 'version'));
    expect(await mutate(worker, 'setWishPriority', input)).toMatchObject({ wish: { priority: 'HIGH_CALM' } });
    expect(await mutate(worker, 'setWishPriority', { id, priority: null })).toMatchObject({ wish: { priority: null } });
    await succeed(secretary, 'declineWish', { id, reason: '不归社区管。' });
    expect(await mutate(worker, 'setWishPriority', input)).toMatchObject(refusedWith('WISH_ENDED', 'id'));
  });

  it('hands it to another unit of one’s reach, with its answers', async () => {
    const { scene, units, anonymous, stranger, sibling, resident, worker, secretary } = await set();
    const { id } = await wishOf(resident, scene, { isPublic: false });
    await succeed(worker, 'answerWish', { id, words: '收到了。' });
    const input = { id, orgUnit: units.siblingGrid.id };
    for (const caller of [anonymous, sibling, stranger]) expect(await mutate(caller, 'assignWish', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    for (const caller of [resident, worker]) expect(await mutate(caller, 'assignWish', input)).toMatchObject(forbidden);
    expect(await mutate(secretary, 'assignWish', { id, orgUnit: units.siblingCommunity.id })).toMatchObject(forbidden);
    expect(await mutate(secretary, 'assignWish', input)).toMatchObject({ wish: { orgUnit: { id: units.siblingGrid.id } } });
    expect(await seen(worker, id)).toBeNull();
    const next = await scene.as('gridWorker', units.siblingGrid);
    expect(await seen(next, id)).toMatchObject({ lastAnswer: { words: '收到了。' } });
    await succeed(secretary, 'declineWish', { id, reason: '不归社区管。' });
    expect(await mutate(secretary, 'assignWish', { id, orgUnit: units.grid.id })).toMatchObject(refusedWith('WISH_ENDED', 'id'));
  });
});

describe('backing a wish', () => {
  it('counts each person once, whatever they press', async () => {
    const { scene, anonymous, stranger, resident, neighbour, auditor, secretary } = await set();
    const { id, version } = await wishOf(resident, scene);
    expect(await mutate(anonymous, 'supportWish', { id })).toMatchObject(forbidden);
    expect(await mutate(auditor, 'supportWish', { id })).toMatchObject(forbidden);
    expect(await mutate(stranger, 'supportWish', { id })).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(resident, 'supportWish', { id })).toMatchObject(refusedWith('WISH_IS_YOURS', 'id'));
    const both = await Promise.all([mutate(neighbour, 'supportWish', { id }), mutate(neighbour, 'supportWish', { id })]);
    expect(both.map(({ refusals }) => refusals)).toEqual([[], []]);
    expect(await seen(neighbour, id)).toMatchObject({ supporterCount: 1, isSupportedByMe: true, version });
    expect(await mutate(secretary, 'supportWish', { id })).toMatchObject({ wish: { supporterCount: 2 } });
    expect(await seen(anonymous, id)).toMatchObject({ supporterCount: 2, isSupportedByMe: false });
    expect(await mutate(neighbour, 'withdrawSupport', { id })).toMatchObject({ wish: { supporterCount: 1, isSupportedByMe: false } });
    expect(await mutate(neighbour, 'withdrawSupport', { id })).toMatchObject({ wish: { supporterCount: 1 } });
    expect(await mutate(anonymous, 'withdrawSupport', { id })).toMatchObject(forbidden);
    expect(await mutate(stranger, 'withdrawSupport', { id })).toMatchObject(refusedWith('NOT_FOUND', 'id'));
  });

  it('is over when the wish is', async () => {
    const { scene, resident, neighbour, secretary } = await set();
    const { id } = await wishOf(resident, scene);
    await succeed(secretary, 'declineWish', { id, reason: '不归社区管。' });
    expect(await mutate(neighbour, 'supportWish', { id })).toMatchObject(refusedWith('WISH_ENDED', 'id'));
  });
});
