import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scene, verdict, World } from '../testkit/index.js';
import { at, openRound, rate, residentsRate, runningProject, work } from './fixture/rounds.fixture.js';
import { Rating } from './rating.entity.js';

const ballot = 'query ($id: ID!) { evaluationRound(id: $id) { ballot { parties reason grade party words } } }';
const toRate = '{ roundsToRate { id project { name } ballot { parties } } }';

describe('ratings', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ now: at('05-19') });
  });
  afterAll(() => world.close());

  const stored = ({ write }: Scene) => write((tx) => tx.em.find(Rating, {}));

  it('are given by the residents whom the project’s unit reaches, never by its lead, and only while the round is open', async () => {
    world.server.clock.set(at('05-19'));
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const lead = await scene.as('resident', units.grid, '沈建国');
    await runningProject(scene, { lead });
    await work(world, scene);
    const round = await openRound(scene);
    const input = { round, party: 'RESIDENT', grade: 'GOOD', words: '孩子喜欢' };
    const asked = async (caller: { ask: Scene['anonymous']['ask'] }, more = {}) => verdict(await caller.ask(rate, { input: { ...input, ...more } }));
    expect(await asked(scene.anonymous)).toBe('FORBIDDEN');
    expect(await asked(await other.as('resident', other.units.grid))).toBe('NOT_FOUND round');
    expect(await asked(await scene.as('resident', units.siblingCommunity))).toBe('PARTY_NOT_YOURS party');
    expect(await asked(await scene.as('resident', units.street))).toBe('PARTY_NOT_YOURS party'); // lives somewhere in the street, nobody knows where
    expect(await asked(await scene.as('auditor', units.district))).toBe('FORBIDDEN');
    expect(await asked(await scene.as('partnerRepresentative', units.community))).toBe('FORBIDDEN');
    expect(await asked(await scene.as('communitySecretary', units.community))).toBe('PARTY_NOT_YOURS party');
    expect(await asked(lead)).toBe('RATING_OWN_PROJECT round');
    const resident = await scene.as('resident', units.building);
    expect(await asked(resident, { party: 'EXPERT' })).toBe('PARTY_NOT_YOURS party');
    expect(await asked(resident, { words: '很'.repeat(501) })).toBe('TOO_LONG words');
    await world.server.takeStatements();
    expect(await asked(resident)).toBe('done');
    expect((await world.server.takeStatements()).length).toBeLessThanOrEqual(20);
    expect(await asked(resident, { grade: 'FAIL', words: '这个月没来' })).toBe('done');
    expect((await resident.ask(ballot, { id: round })).data).toEqual({
      evaluationRound: { ballot: { parties: ['RESIDENT'], reason: null, grade: 'FAIL', party: 'RESIDENT', words: '这个月没来' } },
    });
    expect((await lead.ask(ballot, { id: round })).data).toMatchObject({ evaluationRound: { ballot: { parties: [], reason: '项目负责人不评自己的项目' } } });
    expect((await scene.anonymous.ask(ballot, { id: round })).data).toMatchObject({ evaluationRound: { ballot: { parties: [], reason: '登录后可以评议' } } });
    expect(await stored(scene)).toHaveLength(1);
    world.server.clock.set(at('05-26', '00:00')); // its time is up, though no job has closed it yet
    expect(await asked(resident)).toBe('ROUND_CLOSED round');
    await work(world, scene);
    expect(await asked(resident)).toBe('ROUND_CLOSED round');
  });

  it('of one voter are one row, however many come at once', async () => {
    world.server.clock.set(at('05-19'));
    const scene = await world.scene();
    await runningProject(scene);
    await work(world, scene);
    const round = await openRound(scene);
    const resident = await scene.as('resident', scene.units.grid);
    const answers = await Promise.all(['GOOD', 'FAIL', 'PASS', 'EXCELLENT'].map((grade) => resident.ask(rate, { input: { round, party: 'RESIDENT', grade } })));
    expect(answers.map(verdict)).toEqual(['done', 'done', 'done', 'done']);
    expect(await stored(scene)).toHaveLength(1);
  });

  it('come from experts and other parties in their own right, above the project or below', async () => {
    world.server.clock.set(at('05-19'));
    const scene = await world.scene();
    const { units } = scene;
    await runningProject(scene);
    await work(world, scene);
    const round = await openRound(scene);
    for (const [role, unit, party] of [
      ['expert', units.community, 'EXPERT'],
      ['expert', units.district, 'EXPERT'],
      ['gridWorker', units.grid, 'OTHER'],
      ['supervisor', units.street, 'OTHER'],
    ] as const) {
      expect(verdict(await (await scene.as(role, unit)).ask(rate, { input: { round, party, grade: 'GOOD' } }))).toBe('done');
    }
    expect(verdict(await (await scene.as('expert', units.siblingCommunity)).ask(rate, { input: { round, party: 'EXPERT', grade: 'GOOD' } }))).toBe('PARTY_NOT_YOURS party');
    expect((await stored(scene)).map(({ party }) => party).toSorted()).toEqual(['EXPERT', 'EXPERT', 'OTHER', 'OTHER']);
  });

  it('are asked of a resident until they are given', async () => {
    world.server.clock.set(at('05-19'));
    const scene = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    await runningProject(scene);
    await runningProject(scene, { orgUnit: scene.units.siblingCommunity, name: '别处的' });
    await runningProject(scene, { orgUnit: scene.units.siblingGrid, name: '隔壁网格的' });
    await runningProject(scene, { orgUnit: scene.units.district, name: '全区的' });
    await runningProject(scene, { lead: resident, name: '自己负责的' });
    await work(world, scene);
    const waiting = Object((await resident.ask(toRate)).data).roundsToRate;
    expect(waiting.map((round: { project: { name: string } }) => round.project.name).toSorted()).toEqual(['全区的', '四点半课堂']);
    expect(waiting[0].ballot.parties).toEqual(['RESIDENT']);
    await resident.do(rate, { input: { round: waiting[0].id, party: 'RESIDENT', grade: 'GOOD' } });
    expect(Object((await resident.ask(toRate)).data).roundsToRate).toHaveLength(1);
    expect((await scene.anonymous.ask(toRate)).data).toEqual({ roundsToRate: [] });
  });

  it('never tell who gave them: not while they come in, not afterwards, not by id or time', async () => {
    world.server.clock.set(at('05-19'));
    const scene = await world.scene();
    await runningProject(scene);
    await work(world, scene);
    const round = await openRound(scene);
    world.server.clock.set(at('05-20', '11:11'));
    const [voter] = await residentsRate(scene, round, ['FAIL', 'GOOD', 'GOOD', 'GOOD', 'GOOD']);
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const read = '{ ratings { nodes { id createdAt version grade words party isExcluded } } }';
    expect((await secretary.ask(read)).data).toEqual({ ratings: { nodes: [] } });
    expect((await secretary.ask('{ evaluationRounds { nodes { turnout votes } } }')).data).toEqual({ evaluationRounds: { nodes: [{ turnout: 5, votes: 0 }] } });
    expect(Object((await voter?.ask(read))?.data).ratings.nodes).toMatchObject([{ grade: 'FAIL', words: '我觉得FAIL' }]);
    world.server.clock.set(at('05-26'));
    await work(world, scene);
    const { nodes } = Object((await secretary.ask(read)).data).ratings;
    expect(nodes).toHaveLength(5);
    const [{ createdAt }] = Object((await secretary.ask('{ evaluationRounds { nodes { createdAt } } }')).data).evaluationRounds.nodes;
    const uuids = (await stored(scene)).map(({ id }) => id);
    for (const uuid of uuids) expect(uuid[14]).toBe('4'); // random, not the seventh version that begins with the time
    for (const node of nodes) expect(node.createdAt).toBe(createdAt);
    expect((await secretary.ask('{ ratings { nodes { person { id } } } }')).errors?.[0]?.message).toContain('person');
    for (const caller of [scene.anonymous, await scene.as('resident', scene.units.grid), await scene.as('communitySecretary', scene.units.siblingCommunity)]) {
      expect((await caller.ask(read)).data).toEqual({ ratings: { nodes: [] } });
    }
    const payloads = await scene.write((tx) => tx.em.execute<{ payload: unknown }[]>(`select payload from event where tenant_id = ? and subject = 'Rating'`, [scene.tenant.id]));
    expect(payloads.length).toBeGreaterThan(0);
    expect(JSON.stringify(payloads)).not.toContain('我觉得');
  });
});
