import { type Caller, type Scene, verdict, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classroom, confirm, educationWorld, stepTerm, withdraw } from '../testkit/classroom.js';
import { runJob } from '../testkit/lesson-room.js';

const read = `query ($id: ID!) { enrolment(id: $id) { state waitingPosition offerUntil reason } }`;
const accept = `mutation ($input: AcceptPlaceInput!) { acceptPlace(input: $input) { enrolment { state offerUntil } refusals { code field } } }`;
const editTerm = `mutation ($input: EditTermInput!) { editTerm(input: $input) { term { capacity seatsLeft enrolledCount } refusals { code field message } } }`;

/** A full term of two seats, and three who wait, in their order. */
async function fullTerm(world: World, scene: Scene) {
  const room = await classroom(scene);
  const seated: { by: Caller; id: string }[] = [];
  const waiting: { by: Caller; id: string }[] = [];
  for (const name of ['甲', '乙', '丙', '丁', '戊']) {
    const by = await room.parent(name);
    const id = await room.enrol(by, { learnerName: `小${name}` });
    world.server.clock.set(new Date(world.server.clock.now().getTime() + 1000));
    (seated.length < 2 ? seated : waiting).push({ by, id });
  }
  for (const { id } of seated) await room.secretary.do(confirm, { input: { id } });
  return { ...room, seated, waiting };
}

async function stateOf(by: Caller, id: string): Promise<Record<string, unknown>> {
  return Object(await by.do(read, { id })).enrolment;
}

const runLapse = (world: World, scene: Scene, enrolment: string) => runJob(world, scene, 'education.lapseOffer', { enrolment });

describe('the waiting list of a full term', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('shows everybody’s place in it, and none while seats are left', async () => {
    const scene = await world.scene();
    const { waiting, seated, secretary, enrol, parent } = await fullTerm(world, scene);
    expect(await Promise.all(waiting.map(({ by, id }) => stateOf(by, id)))).toMatchObject([{ waitingPosition: 1 }, { waitingPosition: 2 }, { waitingPosition: 3 }]);
    expect(await stateOf(secretary, String(seated[0]?.id))).toMatchObject({ waitingPosition: null });
    const open = await classroom(await world.scene());
    const parentThere = await open.parent();
    expect(await stateOf(parentThere, await open.enrol(parentThere))).toMatchObject({ waitingPosition: null });
    const late = await parent('己');
    expect(await stateOf(late, await enrol(late, { learnerName: '小己' }))).toMatchObject({ waitingPosition: 4 });
  });

  it('moves up when a place is given back, and the place waits for the guardian’s word', async () => {
    const scene = await world.scene();
    const { waiting, seated, term, secretary } = await fullTerm(world, scene);
    const [next, after] = waiting;
    if (!next || !after || !seated[0]) throw new Error('Nobody waits.');
    await seated[0].by.do(withdraw, { input: { id: seated[0].id } });
    const until = new Date(world.server.clock.now().getTime() + 24 * 3_600_000).toISOString();
    expect(await stateOf(next.by, next.id)).toEqual({ state: 'OFFERED', waitingPosition: null, offerUntil: until, reason: null });
    expect(await stateOf(after.by, after.id)).toMatchObject({ state: 'REQUESTED', waitingPosition: 1 });
    expect(await secretary.do(`query ($id: ID!) { term(id: $id) { seatsLeft } }`, { id: term })).toEqual({ term: { seatsLeft: 0 } });
    expect(verdict(await secretary.ask(confirm, { input: { id: after.id } }))).toBe('COURSE_FULL');
  });

  it('lets nobody but the guardian accept, and only in time', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { waiting, seated, secretary } = await fullTerm(world, scene);
    const [next, after] = waiting;
    if (!next || !after || !seated[0]) throw new Error('Nobody waits.');
    const input = { id: next.id };
    expect(verdict(await next.by.ask(accept, { input }))).toBe('STEP_NOT_FROM_HERE');
    await seated[0].by.do(withdraw, { input: { id: seated[0].id } });
    expect(verdict(await scene.anonymous.ask(accept, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('resident', other.units.grid)).ask(accept, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.siblingCommunity)).ask(accept, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await secretary.ask(accept, { input }))).toBe('FORBIDDEN');
    expect((await next.by.ask(accept, { input })).data).toMatchObject({ acceptPlace: { enrolment: { state: 'CONFIRMED', offerUntil: null }, refusals: [] } });
    await next.by.do(withdraw, { input });
    const now = world.server.clock.now();
    try {
      world.server.clock.set(new Date(now.getTime() + 25 * 3_600_000));
      expect(verdict(await after.by.ask(accept, { input: { id: after.id } }))).toBe('OFFER_LAPSED id');
    } finally {
      world.server.clock.set(now);
    }
  });

  it('goes on to the next when the time is over, once, and not before', async () => {
    const scene = await world.scene();
    const { waiting, seated } = await fullTerm(world, scene);
    const [next, after, last] = waiting;
    if (!next || !after || !last || !seated[0]) throw new Error('Nobody waits.');
    await seated[0].by.do(withdraw, { input: { id: seated[0].id } });
    await runLapse(world, scene, next.id);
    expect(await stateOf(next.by, next.id)).toMatchObject({ state: 'OFFERED' });
    const now = world.server.clock.now();
    try {
      world.server.clock.set(new Date(now.getTime() + 24 * 3_600_000));
      await Promise.all([runLapse(world, scene, next.id), runLapse(world, scene, next.id)]);
    } finally {
      world.server.clock.set(now);
    }
    expect(await stateOf(next.by, next.id)).toMatchObject({ state: 'LAPSED', offerUntil: null, reason: '名额没有在期限内确认，已让给下一位。' });
    expect(await stateOf(after.by, after.id)).toMatchObject({ state: 'OFFERED' });
    expect(await stateOf(last.by, last.id)).toMatchObject({ state: 'REQUESTED', waitingPosition: 1 });
  });

  it('gives two places that are given back at once to two', async () => {
    const scene = await world.scene();
    const { waiting, seated } = await fullTerm(world, scene);
    await Promise.all(seated.map(({ by, id }) => by.do(withdraw, { input: { id } })));
    const states = await Promise.all(waiting.map(({ by, id }) => stateOf(by, id)));
    expect(states.map(({ state }) => state)).toEqual(['OFFERED', 'OFFERED', 'REQUESTED']);
  });

  it('moves up by as many as there are more seats, and a term keeps those that are taken', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { waiting, term, secretary } = await fullTerm(world, scene);
    const { units } = scene;
    const input = { id: term, capacity: 4 };
    expect(verdict(await scene.anonymous.ask(editTerm, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(editTerm, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(editTerm, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('resident', units.grid)).ask(editTerm, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(editTerm, { input: { ...input, capacity: 1 } }))).toBe('CAPACITY_BELOW_TAKEN capacity');
    expect(verdict(await secretary.ask(editTerm, { input: { id: term, acceptWithinHours: 0 } }))).toBe('ACCEPT_HOURS_INVALID acceptWithinHours');
    expect((await secretary.ask(editTerm, { input })).data).toMatchObject({ editTerm: { term: { capacity: 4, seatsLeft: 0 }, refusals: [] } });
    const states = await Promise.all(waiting.map(({ by, id }) => stateOf(by, id)));
    expect(states.map(({ state }) => state)).toEqual(['OFFERED', 'OFFERED', 'REQUESTED']);
  });

  it('ends with its term: who still has a place offered is released', async () => {
    const scene = await world.scene();
    const { waiting, seated, term, secretary } = await fullTerm(world, scene);
    if (!seated[0] || !waiting[0]) throw new Error('Nobody waits.');
    await seated[0].by.do(withdraw, { input: { id: seated[0].id } });
    await secretary.do(stepTerm, { input: { id: term, step: 'cancel', reason: '教室漏水' } });
    expect(await stateOf(waiting[0].by, waiting[0].id)).toMatchObject({ state: 'DECLINED', reason: '教室漏水' });
  });
});
