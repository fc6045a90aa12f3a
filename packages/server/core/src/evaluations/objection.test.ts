import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../routes.js';
import { type Caller, type Scene, sheetRows, verdict, World } from '../testkit/index.js';
import { answer, at, openRound, raise, residentsRate, rounds, runningProject, work } from './fixture/rounds.fixture.js';

const reason = '有三票不是本小区的人投的。';
const series = '{ notices { nodes { number title body corrects { number } round { id } } } noticeChain { intact } }';

describe('objections', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ now: at('05-19'), routes });
  });
  afterAll(() => world.close());

  interface Published {
    scene: Scene;
    round: string;
    voters: Caller[];
    lead: Caller;
    secretary: Caller;
  }

  /** A published grade: five good and three fails, PASS below 70. */
  async function published(): Promise<Published> {
    world.server.clock.set(at('05-19'));
    const scene = await world.scene();
    const lead = await scene.as('communitySecretary', scene.units.community);
    await runningProject(scene, { lead });
    await work(world, scene);
    const round = await openRound(scene);
    const voters = await residentsRate(scene, round, ['GOOD', 'GOOD', 'GOOD', 'GOOD', 'GOOD', 'FAIL', 'FAIL', 'FAIL']);
    world.server.clock.set(at('05-26'));
    await work(world, scene);
    return { scene, round, voters, lead, secretary: await scene.as('communitySecretary', scene.units.community) };
  }

  async function raised({ round }: Published, by: Caller): Promise<string> {
    const { raiseObjection } = await by.do(raise, { input: { round, words: reason } });
    return Object(raiseObjection).objection.id;
  }

  it('are raised by anybody who is signed in, one at a time, in the days for it', async () => {
    const stage = await published();
    const { scene, round } = stage;
    const other = await world.scene();
    const resident = await scene.as('resident', scene.units.siblingCommunity);
    const input = { round, words: reason };
    expect(verdict(await scene.anonymous.ask(raise, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('resident', other.units.grid)).ask(raise, { input }))).toBe('NOT_FOUND round');
    expect(verdict(await (await scene.as('auditor', scene.units.district)).ask(raise, { input }))).toBe('FORBIDDEN');
    expect(verdict(await resident.ask(raise, { input: { round, words: ' ' } }))).toBe('REQUIRED words');
    const answers = await Promise.all([1, 2, 3].map(() => resident.ask(raise, { input })));
    expect(answers.map(verdict).toSorted()).toEqual(['OBJECTION_OPEN round', 'OBJECTION_OPEN round', 'done']);
    const read = '{ objections { nodes { words isMine person { name } } } evaluationRounds { nodes { openObjectionCount } } }';
    expect((await resident.ask(read)).data).toMatchObject({ objections: { nodes: [{ words: reason, isMine: true }] } });
    expect((await scene.anonymous.ask(read)).data).toEqual({ objections: { nodes: [] }, evaluationRounds: { nodes: [{ openObjectionCount: 1 }] } });
    expect((await (await scene.as('resident', scene.units.grid)).ask(read)).data).toMatchObject({ objections: { nodes: [] } });
    expect((await stage.secretary.ask(read)).data).toMatchObject({ objections: { nodes: [{ words: reason, isMine: false }] } });
    const exported = async ({ token }: Caller) => world.server.http.inject({ url: `/t/${scene.tenant.slug}/exports/objections`, headers: { authorization: `Bearer ${token}` } });
    expect((await exported(resident)).statusCode).toBe(403);
    expect(await sheetRows((await exported(stage.secretary)).rawPayload)).toMatchObject([{ 月份: '2026-05', 项目名称: expect.any(String), 异议理由: reason, 状态: '待答复' }]);
    world.server.clock.set(at('06-01', '00:00'));
    expect(verdict(await (await scene.as('resident', scene.units.grid)).ask(raise, { input }))).toBe('OBJECTIONS_OVER round');
  });

  it('hold the grade back until they are answered; rejected with a reason, it stands', async () => {
    const stage = await published();
    const { scene, lead, secretary } = stage;
    const objector = await scene.as('resident', scene.units.grid);
    const id = await raised(stage, objector);
    world.server.clock.set(at('06-02'));
    await work(world, scene);
    expect((await rounds(scene))[0]?.state).toBe('PUBLISHED');
    const input = { id, isUpheld: false, words: '逐票核对过，都是本社区居民。' };
    const other = await world.scene();
    expect(verdict(await scene.anonymous.ask(answer, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('communitySecretary', other.units.district)).ask(answer, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.siblingCommunity)).ask(answer, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('gridWorker', scene.units.community)).ask(answer, { input }))).toBe('FORBIDDEN');
    expect(verdict(await objector.ask(answer, { input }))).toBe('FORBIDDEN');
    expect(verdict(await lead.ask(answer, { input }))).toBe('OBJECTION_TO_YOURSELF id');
    expect(verdict(await secretary.ask(answer, { input: { ...input, words: '' } }))).toBe('REQUIRED words');
    expect(verdict(await secretary.ask(answer, { input: { ...input, version: 7 } }))).toBe('CHANGED_MEANWHILE version');
    expect(verdict(await secretary.ask(answer, { input }))).toBe('done');
    expect(verdict(await secretary.ask(answer, { input }))).toMatch(/^STEP|^WORKFLOW|^NOT/);
    expect((await objector.ask('{ objections { nodes { state answer } } }')).data).toEqual({ objections: { nodes: [{ state: 'REJECTED', answer: input.words }] } });
    await work(world, scene);
    expect((await rounds(scene))[0]).toMatchObject({ state: 'FINAL', grade: 'FAIL', votes: 8 });
  });

  it('upheld recount the round without the ratings that were found wrong, and a further notice corrects the first', async () => {
    const stage = await published();
    const { scene, round, secretary } = stage;
    expect((await rounds(scene))[0]).toMatchObject({ grade: 'FAIL', votes: 8 });
    const id = await raised(stage, await scene.as('resident', scene.units.grid));
    const { ratings } = await secretary.do('query ($filter: RatingFilter) { ratings(filter: $filter) { nodes { id grade } } }', { filter: { round } });
    const fails = Object(ratings).nodes.filter((rating: { grade: string }) => rating.grade === 'FAIL').map((rating: { id: string }) => rating.id);
    const input = { id, isUpheld: true, words: '三票不是服务范围内的居民投的。', excludedRatings: fails };
    expect(verdict(await secretary.ask(answer, { input: { ...input, excludedRatings: [] } }))).toBe('UPHELD_CHANGES_NOTHING excludedRatings');
    expect(verdict(await secretary.ask(answer, { input: { ...input, isUpheld: false } }))).toBe('REJECTED_CHANGES_NOTHING excludedRatings');
    world.server.clock.set(at('05-30'));
    const answers = await Promise.all([secretary.ask(answer, { input }), secretary.ask(answer, { input })]);
    expect(answers.map(verdict).filter((each) => each === 'done')).toEqual(['done']);
    expect((await rounds(scene))[0]).toMatchObject({ state: 'PUBLISHED', grade: 'GOOD', votes: 5, fail: 0, objectionsUntil: '2026-06-04' });
    const { notices, noticeChain } = Object((await scene.anonymous.ask(series)).data);
    expect(noticeChain).toEqual({ intact: true });
    expect(notices.nodes).toMatchObject([{ number: 2, corrects: { number: 1 }, round: { id: round } }, { number: 1, corrects: null }]);
    expect(notices.nodes[0].title).toBe('“四点半课堂”2026年5月评议结果更正：良好');
    expect(notices.nodes[0].body).toContain(input.words);
    expect((await secretary.ask('{ ratings(filter: { isExcluded: true }) { totalCount } }')).data).toEqual({ ratings: { totalCount: 3 } });
    world.server.clock.set(at('06-05'));
    await work(world, scene);
    expect((await rounds(scene)).find(({ month }) => month === '2026-05')).toMatchObject({ state: 'FINAL', grade: 'GOOD' });
  });

  it('upheld withdraw the grade when too few ratings are left', async () => {
    const stage = await published();
    const { scene, round, secretary } = stage;
    const id = await raised(stage, await scene.as('resident', scene.units.grid));
    const { ratings } = await secretary.do('query ($filter: RatingFilter) { ratings(first: 4, filter: $filter) { nodes { id } } }', { filter: { round } });
    await secretary.do(answer, { input: { id, isUpheld: true, words: '四票重复。', excludedRatings: Object(ratings).nodes.map((rating: { id: string }) => rating.id) } });
    expect((await rounds(scene))[0]).toMatchObject({ state: 'LAPSED', grade: null, satisfaction: null, votes: 4 });
    expect(Object((await scene.anonymous.ask(series)).data).notices.nodes[0].title).toBe('“四点半课堂”2026年5月评议结果撤销');
    expect((await scene.anonymous.ask('{ projects { nodes { latestRound { id } } } }')).data).toEqual({ projects: { nodes: [{ latestRound: null }] } });
  });
});
