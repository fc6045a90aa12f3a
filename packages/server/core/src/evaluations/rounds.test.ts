import { Event } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Notice } from '../notices/notice.entity.js';
import { satisfactionMetric } from './evaluation-round.metric.js';
import { type Caller, type Scene, verdict, World } from '../testkit/index.js';
import { at, openRound, rate, residentsRate, rounds, runningProject, work } from './fixture/rounds.fixture.js';
import { closeRound, finaliseRound } from './round-closing.service.js';
import { openRounds } from './round-opening.service.js';

const edit = `mutation ($input: EditEvaluationPolicyInput!) { editEvaluationPolicy(input: $input) { evaluationPolicy { residentsWeight othersWeight expertsWeight quorum daysOpen objectionDays } refusals { code field } } }`;
const shown = `{ evaluationRounds { nodes { month state excellent good pass fail votes score grade satisfaction objectionsUntil notices { nodes { number title body kind project { name } } } } } }`;

describe('monthly rounds', () => {
  let world: World;
  let scene: Scene;
  let project: string;
  beforeAll(async () => {
    world = await World.start({ now: at('05-19') });
  });
  afterAll(() => world.close());

  const set = (day: string, time?: string): void => world.server.clock.set(at(day, time));
  const events = (name: string) => scene.write((tx) => tx.em.count(Event, { name }));
  const notices = () => scene.write((tx) => tx.em.find(Notice, {}, { orderBy: { number: 'asc' } }));

  async function running(): Promise<void> {
    set('05-19');
    scene = await world.scene();
    project = await runningProject(scene);
  }

  it('open once for a running project, by the month of the tenant’s zone, however many run the job', async () => {
    await running();
    set('06-01', '00:00');
    world.server.clock.advance(-1); // the last millisecond of May in Shanghai
    await work(world, scene);
    expect((await rounds(scene)).map(({ month }) => month)).toEqual([]); // May’s 25 days are over
    set('06-01', '00:00');
    await Promise.all([work(world, scene), work(world, scene), work(world, scene)]);
    await work(world, scene);
    const [round, ...more] = await rounds(scene);
    expect(more).toEqual([]);
    expect(round).toMatchObject({ month: '2026-06', state: 'OPEN', grade: null, closesAt: new Date(at('06-26', '00:00')) });
    expect(await events('evaluationRound.opened')).toBe(1);
    set('07-01');
    await work(world, scene);
    expect((await rounds(scene)).map(({ month, state }) => [month, state])).toEqual([['2026-06', 'LAPSED'], ['2026-07', 'OPEN']]);
  });

  it('open for none but running projects, and in their tenant alone', async () => {
    await running();
    const other = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    await officer.do('mutation ($input: CreateProjectInput!) { createProject(input: $input) { refusals { code } } }', { input: { type: 'general', name: '还在策划', orgUnit: scene.units.community.id } });
    await work(world, scene);
    await work(world, other);
    expect(await rounds(scene)).toHaveLength(1);
    expect(await rounds(other)).toHaveLength(0);
  });

  it('that were being opened when the process died are opened by the next, none twice', async () => {
    await running();
    for (const name of ['甲', '乙', '丙']) await runningProject(scene, { name });
    const dying = scene.write(async (tx) => {
      await openRounds(tx);
      await tx.em.flush();
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await rounds(scene)).toEqual([]);
    await Promise.all([work(world, scene), work(world, scene)]);
    expect(new Set((await rounds(scene)).map((round) => round.project.id)).size).toBe(4);
    expect(await rounds(scene)).toHaveLength(4);
  });

  it('are counted by the weights, published once with an end for objections, and final once that is over', async () => {
    await running();
    await work(world, scene);
    const round = await openRound(scene);
    await residentsRate(scene, round, ['EXCELLENT', 'EXCELLENT', 'GOOD', 'PASS', 'FAIL']);
    for (const [role, party, grade] of [['supervisor', 'OTHER', 'GOOD'], ['expert', 'EXPERT', 'EXCELLENT']] as const) {
      const voter = await scene.as(role, scene.units.community);
      expect(verdict(await voter.ask(rate, { input: { round, party, grade } }))).toBe('done');
    }
    set('05-25', '23:59');
    await work(world, scene);
    expect((await rounds(scene))[0]).toMatchObject({ state: 'OPEN', votes: 0 });
    set('05-26', '00:00');
    await Promise.all([work(world, scene), work(world, scene)]);
    await work(world, scene);
    // Residents (100+100+80+60+0)/5 = 68 weigh 60, others 80 weigh 20, experts 100 weigh 20.
    const { data } = await scene.anonymous.ask(shown);
    const [node] = Object(data).evaluationRounds.nodes;
    expect(node).toMatchObject({ state: 'PUBLISHED', excellent: 3, good: 2, pass: 1, fail: 1, votes: 7, grade: 'GOOD', objectionsUntil: '2026-05-31' });
    expect(node.score).toBeCloseTo(0.6 * 68 + 0.2 * 80 + 0.2 * 100, 9);
    expect(node.satisfaction).toBeCloseTo(6 / 7, 9);
    expect(node.notices.nodes).toHaveLength(1);
    expect(node.notices.nodes[0]).toMatchObject({ number: 1, kind: 'GRADE', title: '“四点半课堂”2026年5月评议结果：良好', project: { name: '四点半课堂' } });
    expect(node.notices.nodes[0].body).toContain('共 7 人评议：优秀 3，良好 2，合格 1，不合格 1');
    expect(node.notices.nodes[0].body).toContain('居民 5 人（权重 60），其他各方不足 5 人（权重 20）');
    expect(node.notices.nodes[0].body).toContain('2026年5月31日前');
    expect((await scene.anonymous.ask('query ($id: ID!) { project(id: $id) { latestRound { month grade } } }', { id: project })).data).toMatchObject({ project: { latestRound: { grade: 'GOOD' } } });
    set('05-31', '23:59');
    await work(world, scene);
    expect((await rounds(scene))[0]?.state).toBe('PUBLISHED');
    set('06-01', '00:00');
    await Promise.all([work(world, scene), work(world, scene)]);
    expect((await rounds(scene))[0]?.state).toBe('FINAL');
    expect(await notices()).toHaveLength(1);
    expect(await events('evaluationRound.published')).toBe(1);
    expect(await events('evaluationRound.finalised')).toBe(1);
    const [figure] = await scene.write((tx) => satisfactionMetric.figures(tx, { from: '2026-05-01', to: '2026-05-31', path: null }));
    expect(figure?.value).toBeCloseTo(6 / 7, 9);
  });

  it('that die between count and commit are closed by the next run, with one notice', async () => {
    await running();
    await work(world, scene);
    await residentsRate(scene, await openRound(scene), ['GOOD', 'GOOD', 'GOOD', 'GOOD', 'GOOD']);
    set('05-26');
    const [round] = await rounds(scene);
    const id = String(round?.id);
    const dying = scene.write(async (tx) => {
      await closeRound(tx, id);
      await tx.em.flush();
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await notices()).toEqual([]);
    await Promise.all([scene.write((tx) => closeRound(tx, id)), scene.write((tx) => closeRound(tx, id)), work(world, scene)]);
    await scene.write((tx) => closeRound(tx, id));
    await scene.write((tx) => finaliseRound(tx, id)); // its days for objections are not over
    expect((await rounds(scene))[0]).toMatchObject({ state: 'PUBLISHED', votes: 5, grade: 'GOOD' });
    expect((await notices()).map(({ number }) => number)).toEqual([1]);
  });

  it('have no grade below the quorum, say so, and tell nobody outside how the few rated', async () => {
    await running();
    await work(world, scene);
    await residentsRate(scene, await openRound(scene), ['FAIL', 'FAIL', 'GOOD', 'GOOD']);
    set('05-26');
    await work(world, scene);
    const { data } = await scene.anonymous.ask(shown);
    expect(Object(data).evaluationRounds.nodes).toEqual([
      { month: '2026-05', state: 'LAPSED', excellent: null, good: null, pass: null, fail: null, votes: null, score: null, grade: null, satisfaction: null, objectionsUntil: null, notices: { nodes: [] } },
    ]);
    const secretary = await scene.as('communitySecretary', scene.units.community);
    expect((await secretary.ask('{ evaluationRounds { nodes { votes fail grade parties { party votes } } } }')).data).toMatchObject({
      evaluationRounds: { nodes: [{ votes: 4, fail: 2, grade: null, parties: [{ party: 'RESIDENT', votes: 4 }, { votes: 0 }, { votes: 0 }] }] },
    });
    expect((await scene.anonymous.ask('{ evaluationRounds { nodes { turnout parties { votes } } } }')).data).toEqual({ evaluationRounds: { nodes: [{ turnout: null, parties: null }] } });
    expect(await scene.write((tx) => satisfactionMetric.figures(tx, { from: '2026-05-01', to: '2026-05-31', path: null }))).toEqual([]);
  });

  it('of few residents among many others tell no mean by which theirs could be reckoned', async () => {
    await running();
    await work(world, scene);
    const round = await openRound(scene);
    await residentsRate(scene, round, ['FAIL']);
    for (let count = 0; count < 4; count += 1) {
      await (await scene.as('supervisor', scene.units.community)).do(rate, { input: { round, party: 'OTHER', grade: 'GOOD' } });
    }
    set('05-26');
    await work(world, scene);
    expect((await scene.anonymous.ask(shown)).data).toMatchObject({ evaluationRounds: { nodes: [{ grade: 'FAIL', votes: 5, fail: 1, score: null, satisfaction: 0.8 }] } });
    expect((await notices())[0]?.body).not.toContain('加权平均');
    const secretary = await scene.as('communitySecretary', scene.units.community);
    expect((await secretary.ask('{ evaluationRounds { nodes { score } } }')).data).toEqual({ evaluationRounds: { nodes: [{ score: 20 }] } });
  });

  it('keep the policy that they began with; another one holds from the next', async () => {
    await running();
    await work(world, scene);
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    const ask = async (caller: Caller, input: object) => verdict(await caller.ask(edit, { input }));
    const other = await world.scene();
    for (const caller of [scene.anonymous, await scene.as('organisationOfficer', scene.units.district), await scene.as('tenantAdministrator', scene.units.community)]) {
      expect(await ask(caller, { quorum: 1 })).toBe('FORBIDDEN');
    }
    expect(await ask(await other.as('tenantAdministrator', other.units.district), { quorum: 7 })).toBe('done');
    expect(await ask(admin, { quorum: 0 })).toBe('SETTING_OUT_OF_RANGE quorum');
    expect(await ask(admin, { goodFrom: 90 })).toBe('THRESHOLDS_DISORDERED goodFrom');
    expect(await ask(admin, { residentsWeight: 0, othersWeight: 0, expertsWeight: 0 })).toBe('NOBODY_WEIGHS residentsWeight');
    expect(await admin.do(edit, { input: { quorum: 2, objectionDays: 9 } })).toMatchObject({
      editEvaluationPolicy: { evaluationPolicy: { residentsWeight: 60, othersWeight: 20, expertsWeight: 20, quorum: 2, daysOpen: 25, objectionDays: 9 }, refusals: [] },
    });
    // Whoever saw the policy before that change is told so.
    expect(await ask(admin, { quorum: 3, version: 1 })).toBe('CHANGED_MEANWHILE version');
    await residentsRate(scene, await openRound(scene), ['GOOD', 'GOOD']);
    set('06-02');
    await work(world, scene);
    expect((await rounds(scene)).map(({ month, state, ownPolicy }) => [month, state, ownPolicy?.quorum])).toEqual([['2026-05', 'LAPSED', 5], ['2026-06', 'OPEN', 2]]);
    expect((await scene.anonymous.ask('{ evaluationPolicy { quorum } evaluationRounds(filter: { state: [OPEN] }) { nodes { policy { quorum objectionDays } } } }')).data).toEqual({
      evaluationPolicy: { quorum: 2 },
      evaluationRounds: { nodes: [{ policy: { quorum: 2, objectionDays: 9 } }] },
    });
    await residentsRate(scene, await openRound(scene), ['GOOD', 'GOOD']);
    set('06-26');
    await work(world, scene);
    const [, june] = await rounds(scene);
    expect(june).toMatchObject({ state: 'PUBLISHED', grade: 'GOOD', objectionsUntil: '2026-07-05' });
    expect((await notices()).at(-1)?.body).toContain('评议人数不足 5 人，不公布各等次票数');
    expect((await scene.anonymous.ask(shown)).data).toMatchObject({ evaluationRounds: { nodes: [{ month: '2026-06', grade: 'GOOD', votes: null, score: null }, {}] } });
  });
});
