import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerDemands, fulfilDemandsOf } from '../demands/demand-answer.service.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Project } from '../projects/project.entity.js';
import type { Scene } from '../testkit/index.js';
import { World } from '../testkit/index.js';
import { cast, mutate, seen, succeed, wishOf } from './fixture/wishes.fixture.js';

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

const refusedWith = (code: string, field: string | null = null) => ({ wish: null, error: null, refusals: [{ code, ...(field === null ? {} : { field }) }] });
const forbidden = { error: 'FORBIDDEN', wish: null };

/** A project of the community, as its own feature would plan it. */
function planProject({ write, units }: Scene, name = '四点半课堂'): Promise<Project> {
  return write(async (tx) => {
    const orgUnit = await tx.em.findOneOrFail(OrgUnit, { id: units.community.uuid });
    return tx.create(Project, { orgUnit, name, type: 'plain', isPublic: true, workflowName: 'project.life', workflowVersion: 1 });
  });
}

/** Lets a project answer demands, as the product itself. */
async function answerWith(scene: Scene, project: Project, demands: readonly unknown[]): Promise<void> {
  await scene.write(async (tx) => void (await answerDemands(tx, await tx.em.findOneOrFail(Project, { id: project.id }), demands.map(String))));
}

describe('answering', () => {
  it('climbs the ladder: nobody, another tenant, a sibling, a resident, an auditor; the grid worker may', async () => {
    const { scene, anonymous, stranger, sibling, resident, auditor, worker } = await set();
    const { id, version } = await wishOf(resident, scene);
    const input = { id, words: '收到了，周四晚上七点到亳议站一起商量。' };
    for (const caller of [anonymous, sibling, resident, auditor]) expect(await mutate(caller, 'answerWish', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'answerWish', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(worker, 'answerWish', { id, words: ' ' })).toMatchObject(refusedWith('REQUIRED', 'words'));
    expect(await mutate(worker, 'answerWish', { ...input, words: '字'.repeat(1001) })).toMatchObject(refusedWith('TOO_LONG', 'words'));
    expect(await mutate(worker, 'answerWish', { ...input, version: version + 1 })).toMatchObject(refusedWith('CHANGED_MEANWHILE', 'version'));
    const answered = await succeed(worker, 'answerWish', input);
    expect(answered).toMatchObject({ state: 'ACCEPTED', demand: null, firstAnsweredAt: '2026-05-19T02:00:00.000Z', lastAnswer: { state: 'ACCEPTED', words: input.words, answeredByLabel: '网格员李建华' } });
  });

  it('again changes no state, keeps the first time, and is over when the wish is', async () => {
    const { scene, resident, worker, secretary } = await set();
    const { id } = await wishOf(resident, scene);
    await succeed(worker, 'answerWish', { id, words: '收到了。' });
    world.server.clock.advance(3_600_000);
    const again = await succeed(secretary, 'answerWish', { id, words: '还在找场地。' });
    world.server.clock.advance(-3_600_000);
    expect(again).toMatchObject({ state: 'ACCEPTED', firstAnsweredAt: '2026-05-19T02:00:00.000Z', lastAnswer: { words: '还在找场地。', answeredByLabel: '社区书记孙春生' } });
    const { data } = await resident.ask('query ($id: ID!) { wish(id: $id) { answers { nodes { state words at } } } }', { id });
    expect(data).toMatchObject({ wish: { answers: { nodes: [{ words: '收到了。' }, { words: '还在找场地。', at: '2026-05-19T03:00:00.000Z' }] } } });
    await succeed(secretary, 'declineWish', { id, reason: '找不到场地。' });
    expect(await mutate(worker, 'answerWish', { id, words: '再说一句。' })).toMatchObject(refusedWith('WISH_ENDED', 'id'));
  });
});

describe('the history of a wish', () => {
  it('tells its staff who did what, and nobody else', async () => {
    const { scene, resident, neighbour, secretary, auditor } = await set();
    const { id } = await wishOf(resident, scene);
    await succeed(secretary, 'declineWish', { id, reason: '不归社区管。' });
    const query = 'query ($id: ID!) { wish(id: $id) { history(first: 1) { totalCount nodes { name actor { name } changes } } } }';
    for (const caller of [secretary, auditor]) {
      expect((await caller.ask(query, { id })).data).toMatchObject({
        wish: { history: { totalCount: 2, nodes: [{ name: 'wish.declined', actor: { name: '孙春生' }, changes: { state: ['SUBMITTED', 'DECLINED'] } }] } },
      });
    }
    const first = Object(await secretary.do('query ($id: ID!) { wish(id: $id) { history(first: 5) { nodes { changes } } } }', { id })).wish.history.nodes.at(-1).changes;
    expect(first).toMatchObject({ wisherName: ['•', '•'], orgUnit: [null, scene.units.grid.id] });
    for (const kept of ['wisher', 'ledgerKey', 'workflowVersion']) expect(first).not.toHaveProperty(kept);
    for (const caller of [resident, neighbour]) expect((await caller.ask(query, { id })).data).toEqual({ wish: { history: { totalCount: 0, nodes: [] } } });
  });
});

describe('accepting', () => {
  it('opens a demand by the wish’s own words, or by a title, or joins one', async () => {
    const { scene, resident, neighbour, secretary } = await set();
    const first = await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene)).id, words: '收到了。' });
    expect(first).toMatchObject({ state: 'ACCEPTED', demand: { title: '小区里没有孩子放学后写作业的地方，希望能开个课堂。', state: 'OPEN', wishCount: 1 } });
    const second = await succeed(secretary, 'acceptWish', { id: (await wishOf(neighbour, scene)).id, words: '收到了。', newDemandTitle: '老人学手机' });
    expect(second).toMatchObject({ demand: { title: '老人学手机', wishCount: 1 } });
    const third = await succeed(secretary, 'acceptWish', { id: (await wishOf(neighbour, scene)).id, words: '收到了。', demand: Object(first.demand).id });
    expect(third).toMatchObject({ demand: { id: Object(first.demand).id, wishCount: 2 } });
    const hidden = await wishOf(neighbour, scene, { isPublic: false, words: '我家欠了债，求帮忙' });
    expect(await succeed(secretary, 'acceptWish', { id: hidden.id, words: '收到了。' })).toMatchObject({ demand: { title: `居民心愿${String(hidden['number'])}号` } });
  });

  it('gathers a wish that a grid worker’s answer accepted before', async () => {
    const { scene, resident, worker, secretary } = await set();
    const { id } = await wishOf(resident, scene);
    await succeed(worker, 'answerWish', { id, words: '收到了。' });
    const steps = Object(await seen(secretary, id)).availableSteps.map(({ name, allowed }: { name: string; allowed: boolean }) => [name, allowed]);
    expect(steps).toEqual([['gather', true], ['list', true], ['skipList', true], ['startProject', true], ['merge', true], ['decline', true], ['answer', true], ['assign', true]]);
    expect(await succeed(secretary, 'acceptWish', { id, words: '和邻居们的一起办。' })).toMatchObject({ state: 'ACCEPTED', demand: { wishCount: 1 }, lastAnswer: { words: '和邻居们的一起办。' } });
    expect(await mutate(secretary, 'acceptWish', { id, words: '再来一次。' })).toMatchObject(refusedWith('STEP_NOT_FROM_HERE'));
  });

  it('climbs the ladder; a grid worker’s is too low a role', async () => {
    const { scene, anonymous, stranger, sibling, resident, auditor, worker, secretary } = await set();
    const { id, version } = await wishOf(resident, scene);
    const input = { id, words: '收到了。' };
    for (const caller of [anonymous, sibling, resident, auditor, worker]) expect(await mutate(caller, 'acceptWish', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'acceptWish', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(secretary, 'acceptWish', { ...input, words: '' })).toMatchObject(refusedWith('REQUIRED', 'words'));
    expect(await mutate(secretary, 'acceptWish', { ...input, version: version + 1 })).toMatchObject(refusedWith('CHANGED_MEANWHILE', 'version'));
    expect(await mutate(secretary, 'acceptWish', { ...input, newDemandTitle: '题'.repeat(61) })).toMatchObject(refusedWith('TOO_LONG', 'title'));
    const { demand } = await mutate(secretary, 'createDemand', { title: '小课堂', orgUnit: scene.units.community.id });
    await mutate(secretary, 'closeDemand', { id: demand?.['id'], reason: '开错了。' });
    expect(await mutate(secretary, 'acceptWish', { ...input, demand: demand?.['id'] })).toMatchObject(refusedWith('DEMAND_CLOSED', 'demand'));
    expect(await seen(secretary, id)).toMatchObject({ state: 'SUBMITTED', version, lastAnswer: null });
  });

  it('by two at once: one wins, the other is told', async () => {
    const { scene, units, resident, secretary } = await set();
    const rival = await scene.as('communitySecretary', units.community, '另一位');
    const { id, version } = await wishOf(resident, scene);
    for (const [input, code] of [[{ id, words: '收到了。', version }, 'CHANGED_MEANWHILE'], [{ id: (await wishOf(resident, scene)).id, words: '收到了。' }, 'STEP_NOT_FROM_HERE']] as const) {
      const outcomes = await Promise.all([mutate(secretary, 'acceptWish', input), mutate(rival, 'acceptWish', input)]);
      expect(outcomes.filter(({ wish }) => wish !== null)).toHaveLength(1);
      expect(outcomes.flatMap(({ refusals }) => refusals.map((refusal) => refusal.code))).toEqual([code]);
    }
    expect(await secretary.do('{ demands { totalCount nodes { wishCount } } }')).toEqual({ demands: { totalCount: 2, nodes: [{ wishCount: 1 }, { wishCount: 1 }] } });
  });
});

describe('joining a demand', () => {
  it('moves an accepted wish, tells its wisher, and counts it once', async () => {
    const { scene, anonymous, stranger, sibling, resident, worker, secretary } = await set();
    const submitted = await wishOf(resident, scene);
    const { id, demand } = await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene)).id, words: '收到了。' });
    const { demand: other } = await mutate(secretary, 'createDemand', { title: '放学后的课堂', orgUnit: scene.units.community.id });
    const input = { wish: id, demand: other?.['id'] };
    for (const caller of [anonymous, sibling, resident, worker]) expect(await mutate(caller, 'joinDemand', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'joinDemand', input)).toMatchObject(refusedWith('NOT_FOUND', 'wish'));
    expect(await mutate(secretary, 'joinDemand', { ...input, wish: submitted.id })).toMatchObject(refusedWith('WISH_NOT_GATHERABLE', 'wish'));
    expect(await mutate(secretary, 'joinDemand', input)).toMatchObject({
      wish: { state: 'ACCEPTED', lastAnswer: { words: '您的心愿已归入需求“放学后的课堂”，和其他居民的同类心愿一起办理。' } },
      demand: { wishCount: 1 },
    });
    expect(await mutate(secretary, 'joinDemand', input)).toMatchObject({ demand: { wishCount: 1 } });
    const { data } = await secretary.ask('query ($id: ID!) { demand(id: $id) { wishCount wishes { totalCount } } }', { id: Object(demand).id });
    expect(data).toEqual({ demand: { wishCount: 0, wishes: { totalCount: 0 } } });
  });
});

describe('declining', () => {
  it('always says why, and takes the wish out of its demand', async () => {
    const { scene, anonymous, stranger, sibling, resident, worker, auditor, secretary } = await set();
    const { id, demand } = await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene)).id, words: '收到了。' });
    const input = { id, reason: '这件事归市政管，已转告。' };
    for (const caller of [anonymous, sibling, resident, worker, auditor]) expect(await mutate(caller, 'declineWish', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'declineWish', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(secretary, 'declineWish', { id, reason: '  ' })).toMatchObject(refusedWith('STEP_INPUT_REQUIRED', 'reason'));
    expect(await mutate(secretary, 'declineWish', { ...input, version: 99 })).toMatchObject(refusedWith('CHANGED_MEANWHILE', 'version'));
    expect(await mutate(secretary, 'declineWish', input)).toMatchObject({ wish: { state: 'DECLINED', demand: null, lastAnswer: { state: 'DECLINED', words: input.reason } } });
    expect(await mutate(secretary, 'declineWish', input)).toMatchObject(refusedWith('STEP_NOT_FROM_HERE'));
    const { data } = await secretary.ask('query ($id: ID!) { demand(id: $id) { wishCount } }', { id: Object(demand).id });
    expect(data).toEqual({ demand: { wishCount: 0 } });
  });
});

describe('listing', () => {
  it('puts the wish and its demand on the list', async () => {
    const { scene, anonymous, stranger, sibling, resident, worker, secretary } = await set();
    const { id, version } = await wishOf(resident, scene);
    const input = { id };
    for (const caller of [anonymous, sibling, resident, worker]) expect(await mutate(caller, 'listWish', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'listWish', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(secretary, 'listWish', input)).toMatchObject(refusedWith('STEP_NOT_FROM_HERE'));
    await succeed(secretary, 'acceptWish', { id, words: '收到了。' });
    expect(await mutate(secretary, 'listWish', { id, version })).toMatchObject(refusedWith('CHANGED_MEANWHILE', 'version'));
    expect(await mutate(secretary, 'listWish', input)).toMatchObject({ wish: { state: 'LISTED', demand: { state: 'LISTED' }, lastAnswer: { words: '您的心愿已列入需求清单。' } } });
  });

  it('may be left out, once, with a reason that the wisher reads', async () => {
    const { scene, resident, secretary } = await set();
    const { id } = await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene)).id, words: '收到了。' });
    const reason = '安全隐患，马上就修。';
    expect(await mutate(secretary, 'listWish', { id, skipReason: reason })).toMatchObject({ wish: { state: 'ACCEPTED', unlistedReason: reason, lastAnswer: { words: `您的心愿不再列入清单，直接办理：${reason}` } } });
    expect(await mutate(secretary, 'listWish', { id, skipReason: reason })).toMatchObject({ refusals: [{ code: 'STEP_GUARDED', message: '已经说明不列入清单' }] });
  });
});

describe('merging', () => {
  it('ends one wish in another and keeps its wisher, who gets the other’s answers', async () => {
    const { scene, anonymous, stranger, sibling, resident, neighbour, worker, secretary } = await set();
    const { id } = await wishOf(resident, scene);
    const { id: into } = await succeed(secretary, 'acceptWish', { id: (await wishOf(neighbour, scene)).id, words: '收到了。' });
    const input = { id, into };
    for (const caller of [anonymous, sibling, resident, worker]) expect(await mutate(caller, 'mergeWish', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'mergeWish', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(secretary, 'mergeWish', { ...input, into: id })).toMatchObject(refusedWith('MERGE_INTO_ITSELF', 'into'));
    expect(await mutate(secretary, 'mergeWish', { ...input, version: 99 })).toMatchObject(refusedWith('CHANGED_MEANWHILE', 'version'));
    expect(await mutate(secretary, 'mergeWish', input)).toMatchObject({ wish: { state: 'MERGED', mergedInto: { id: into }, demand: { wishCount: 2 }, firstAnsweredAt: '2026-05-19T02:00:00.000Z' } });
    expect(await mutate(secretary, 'mergeWish', { id: into, into: id })).toMatchObject(refusedWith('WISH_ENDED', 'into'));
    await succeed(secretary, 'answerWish', { id: into, words: '场地找到了。' });
    expect(await seen(resident, id)).toMatchObject({ state: 'MERGED', lastAnswer: { state: 'MERGED', words: '场地找到了。' } });
  });
});

describe('supporters of a merged wish', () => {
  it('stand behind the other one from then on, each once, and its wisher not at all', async () => {
    const { scene, resident, neighbour, worker, secretary } = await set();
    const third = await scene.as('resident', scene.units.grid, '第三人');
    const { id } = await wishOf(resident, scene);
    const { id: into } = await wishOf(neighbour, scene);
    for (const [caller, wish] of [[neighbour, id], [third, id], [worker, id], [third, into]] as const) await succeed(caller, 'supportWish', { id: wish });
    expect(await seen(secretary, id)).toMatchObject({ supporterCount: 3 });
    expect(await mutate(secretary, 'mergeWish', { id, into })).toMatchObject({ wish: { state: 'MERGED', supporterCount: 0 } });
    expect(await seen(third, into)).toMatchObject({ supporterCount: 2, isSupportedByMe: true });
    expect(await seen(worker, into)).toMatchObject({ isSupportedByMe: true });
    expect(await seen(neighbour, into)).toMatchObject({ isSupportedByMe: false });
    expect(await succeed(worker, 'withdrawSupport', { id: into })).toMatchObject({ supporterCount: 1 });
  });

  it('are counted right when one comes while it is merged', async () => {
    const { scene, resident, neighbour, secretary } = await set();
    const { id } = await wishOf(resident, scene);
    const { id: into } = await wishOf(resident, scene);
    const [support] = await Promise.all([mutate(neighbour, 'supportWish', { id }), mutate(secretary, 'mergeWish', { id, into })]);
    const isFirst = support.wish !== null;
    expect(support.refusals.map(({ code }) => code)).toEqual(isFirst ? [] : ['WISH_ENDED']);
    expect(await seen(neighbour, into)).toMatchObject({ supporterCount: isFirst ? 1 : 0, isSupportedByMe: isFirst });
    expect(await seen(neighbour, id)).toMatchObject({ supporterCount: 0 });
  });
});

describe('a project that answers demands', () => {
  it('takes every wish of its demands along, each wisher told its name, and fulfils them', async () => {
    const { scene, resident, neighbour, secretary } = await set();
    const { id: first, demand } = await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene)).id, words: '收到了。' });
    const { id: second } = await succeed(secretary, 'acceptWish', { id: (await wishOf(neighbour, scene)).id, words: '收到了。', demand: Object(demand).id });
    await succeed(secretary, 'listWish', { id: second });
    const project = await planProject(scene);
    await answerWith(scene, project, [Object(demand).id]);
    const started = { state: 'IN_PROJECT', project: { name: '四点半课堂' }, demand: { state: 'IN_PROJECT' }, lastAnswer: { state: 'IN_PROJECT', words: '您的心愿已立项，项目是“四点半课堂”。' } };
    expect(await seen(resident, first)).toMatchObject({ ...started, unlistedReason: '项目“四点半课堂”已经立项。' });
    expect(await seen(neighbour, second)).toMatchObject({ ...started, unlistedReason: null });

    await scene.write(async (tx) => void (await fulfilDemandsOf(tx, await tx.em.findOneOrFail(Project, { id: project.id }), '课堂开了，周一到周五四点半。')));
    expect(await seen(resident, first)).toMatchObject({ state: 'FULFILLED', demand: { state: 'MET' }, lastAnswer: { words: '课堂开了，周一到周五四点半。' } });
  });

  it('takes along a wish that joins its demand later', async () => {
    const { scene, resident, neighbour, secretary } = await set();
    const { demand } = await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene)).id, words: '收到了。' });
    await answerWith(scene, await planProject(scene), [Object(demand).id]);
    const late = await succeed(secretary, 'acceptWish', { id: (await wishOf(neighbour, scene)).id, words: '正好在办。', demand: Object(demand).id });
    expect(late).toMatchObject({ state: 'IN_PROJECT', project: { name: '四点半课堂' } });
    expect((await neighbour.ask('query ($id: ID!) { wish(id: $id) { answers { nodes { state words } } } }', { id: late.id })).data).toMatchObject({
      wish: { answers: { nodes: [{ state: 'ACCEPTED', words: '正好在办。' }, { state: 'IN_PROJECT' }] } },
    });
  });

  it('is planned by who may answer them, and by nobody else', async () => {
    const { scene, units, resident, worker, sibling, secretary } = await set();
    const { id, demand } = await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene)).id, words: '收到了。' });
    const plan = 'mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id demands { nodes { id } } } refusals { code field } } }';
    const input = { type: 'plain', name: '四点半课堂', orgUnit: units.community.id, demands: [Object(demand).id] };
    for (const [caller, orgUnit] of [[scene.anonymous, units.community], [resident, units.grid], [worker, units.grid], [sibling, units.siblingCommunity]] as const) {
      const { data, errors } = await caller.ask(plan, { input: { ...input, orgUnit: orgUnit.id } });
      expect([Object(data?.['createProject'] ?? {}).project ?? null, errors?.[0]?.extensions?.['code']]).toEqual([null, 'FORBIDDEN']);
    }
    expect(await seen(resident, id)).toMatchObject({ state: 'ACCEPTED' });
    expect((await secretary.ask(plan, { input })).data).toMatchObject({ createProject: { project: { demands: { nodes: [{ id: Object(demand).id }] } }, refusals: [] } });
    expect(await seen(secretary, id)).toMatchObject({ state: 'IN_PROJECT', project: { name: '四点半课堂' }, lastAnswer: { answeredByLabel: '社区书记孙春生' } });
    expect((await secretary.ask(plan, { input: { ...input, name: '又一个' } })).data).toMatchObject({ createProject: { project: null, refusals: [{ code: 'STEP_NOT_FROM_HERE' }] } });
  });

  it('is the only one: a demand is answered once', async () => {
    const { scene, resident, secretary } = await set();
    const { demand } = await succeed(secretary, 'acceptWish', { id: (await wishOf(resident, scene)).id, words: '收到了。' });
    await answerWith(scene, await planProject(scene), [Object(demand).id]);
    await expect(answerWith(scene, await planProject(scene, '另一个'), [Object(demand).id])).rejects.toThrow('STEP_NOT_FROM_HERE');
  });
});

describe('fulfilling and confirming', () => {
  async function inProject() {
    const people = await set();
    const { scene, resident, secretary } = people;
    const wish = await wishOf(resident, scene);
    const { id, demand } = await succeed(secretary, 'acceptWish', { id: wish.id, words: '收到了。' });
    await answerWith(scene, await planProject(scene), [Object(demand).id]);
    return { ...people, id };
  }

  it('meets the demand with the last of its wishes; the resident confirms', async () => {
    const { id, anonymous, stranger, sibling, resident, neighbour, auditor, worker } = await inProject();
    const input = { id, words: '课堂开了。' };
    expect(await mutate(resident, 'confirmWish', { id, isDone: true })).toMatchObject(refusedWith('STEP_NOT_FROM_HERE'));
    for (const caller of [anonymous, sibling, resident, auditor]) expect(await mutate(caller, 'fulfilWish', input)).toMatchObject(forbidden);
    expect(await mutate(stranger, 'fulfilWish', input)).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(worker, 'fulfilWish', { id, words: '' })).toMatchObject(refusedWith('STEP_INPUT_REQUIRED', 'words'));
    expect(await mutate(worker, 'fulfilWish', { ...input, version: 1 })).toMatchObject(refusedWith('CHANGED_MEANWHILE', 'version'));
    expect(await mutate(worker, 'fulfilWish', input)).toMatchObject({ wish: { state: 'FULFILLED', demand: { state: 'MET' } } });

    for (const caller of [anonymous, sibling, neighbour, auditor]) expect(await mutate(caller, 'confirmWish', { id, isDone: true })).toMatchObject(forbidden);
    expect(await mutate(stranger, 'confirmWish', { id, isDone: true })).toMatchObject(refusedWith('NOT_FOUND', 'id'));
    expect(await mutate(worker, 'confirmWish', { id, isDone: true })).toMatchObject({ refusals: [{ code: 'STEP_GUARDED', message: '请等居民本人确认' }] });
    expect(await mutate(resident, 'confirmWish', { id, isDone: true, version: 1 })).toMatchObject(refusedWith('CHANGED_MEANWHILE', 'version'));
    expect(await mutate(resident, 'confirmWish', { id, isDone: true, words: '孩子很喜欢。' })).toMatchObject({
      wish: { state: 'CONFIRMED', lastAnswer: { state: 'CONFIRMED', words: '孩子很喜欢。', answeredByLabel: '韩姓居民' } },
    });
    expect(await mutate(resident, 'confirmWish', { id, isDone: true })).toMatchObject(refusedWith('STEP_NOT_FROM_HERE'));
  });

  it('goes on when the resident says that it is not done', async () => {
    const { id, resident, worker, anonymous } = await inProject();
    await succeed(worker, 'fulfilWish', { id, words: '课堂开了。' });
    const words = '周五没有人来，请打19900009999。';
    expect(await mutate(resident, 'confirmWish', { id, isDone: false, words })).toMatchObject({ wish: { state: 'IN_PROJECT', demand: { state: 'IN_PROJECT' }, lastAnswer: { state: 'IN_PROJECT', words } } });
    // What a resident says is no office’s telephone.
    expect(await seen(worker, id)).toMatchObject({ lastAnswer: { words } });
    expect(await seen(anonymous, id)).toMatchObject({ lastAnswer: { words: '周五没有人来，请打（电话已隐去）。' } });
    expect(await mutate(worker, 'fulfilWish', { id, words: '周五也有老师了。' })).toMatchObject({ wish: { state: 'FULFILLED', demand: { state: 'MET' } } });
  });

  it('is taken down by staff for a resident without an account', async () => {
    const { scene, units, worker, secretary } = await set();
    const wish = await succeed(worker, 'makeWish', { orgUnit: units.grid.id, words: '楼道的灯坏了', channel: 'HOUSEHOLD_VISIT', wisherName: '马秀兰', wisherLabel: '马女士' });
    const { demand } = await succeed(secretary, 'acceptWish', { id: wish.id, words: '收到了。' });
    await answerWith(scene, await planProject(scene), [Object(demand).id]);
    await succeed(worker, 'fulfilWish', { id: wish.id, words: '灯换好了。' });
    expect(await mutate(worker, 'confirmWish', { id: wish.id, isDone: true })).toMatchObject({ wish: { state: 'CONFIRMED', lastAnswer: { words: '办成了。', answeredByLabel: '马女士（网格员李建华代记）' } } });
  });
});
