import { type ConsumedEvent, createOperator, defineServer, Event, type EventConsumer, JobRunner, type Transaction } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scene, World } from '../testkit/index.js';
import { VocabularyKind, VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { cast, wishOf } from '../wishes/fixture/wishes.fixture.js';
import { LiveServer } from './fixture/live.fixture.js';

/** What the test's consumer does with events: kept in a counter of the tenant, so that a rollback takes it back. */
let onEvent: (event: ConsumedEvent, tx: Transaction) => void = () => undefined;
const seen: number[] = [];

const counting: EventConsumer = {
  name: 'counting.wishes',
  begins: 'first',
  wants: (name) => name === 'wish.submitted',
  async consume(tx, events) {
    for (const event of events) {
      await tx.nextNumber(`told ${event.subjectId}`);
      await tx.nextNumber('told');
      onEvent(event, tx);
    }
    seen.push(...events.map(({ sequence }) => sequence));
  },
};

const feature = (name: string, consumers: EventConsumer[]) =>
  defineServer({ declaration: defineFeature({ name, label: { zh: name, en: name }, description: { zh: name, en: name }, permissions: {} }), consumers });
const late: EventConsumer = { name: 'late.wishes', begins: 'now', wants: (name) => name === 'wish.submitted', consume: async (tx) => void (await tx.nextNumber('late')) };

let world: World;
beforeAll(async () => {
  world = await World.start({ plugins: [feature('counting', [counting]), feature('late', [late])] });
});
afterAll(() => world.close());

async function set(options: { plugins?: string[] } = {}) {
  onEvent = () => undefined;
  const scene = await world.scene({ plugins: ['counting'], ...options });
  const people = await cast(scene, await world.scene({ plugins: [] }));
  return { scene, ...people };
}

const told = ({ write, tenant }: Scene, name = 'told') =>
  write(async (tx) => Number((await tx.em.execute<{ value: string }[]>('select value from counter where tenant_id = ? and name = ?', [tenant.id, name]))[0]?.value ?? 0));
const parked = ({ write, tenant }: Scene) =>
  write((tx) => tx.em.execute<{ consumer: string; name: string; problem: string; sequence: string }[]>('select consumer, name, problem, sequence from parked_event where tenant_id = ?', [tenant.id]));
const later = (seconds: number) => world.server.clock.advance(seconds * 1000);

describe('a consumer of events', () => {
  it('gets each event it wants once, in order, and nothing of another tenant or of the rest', async () => {
    const { scene, resident } = await set();
    seen.length = 0;
    await Promise.all(Array.from({ length: 5 }, () => wishOf(resident, scene)));
    await world.server.consume(scene.tenant);
    expect(await told(scene)).toBe(5);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    await wishOf(resident, scene);
    await world.server.consume(scene.tenant);
    await world.server.consume(scene.tenant);
    expect(await told(scene)).toBe(6);
  });

  it('works once however many processes try at the same time', async () => {
    const { scene, resident } = await set();
    const other = await LiveServer.start(world);
    for (let at = 0; at < 8; at += 1) await wishOf(resident, scene);
    await world.server.kernel.sequencer.settled();
    await Promise.all([1, 2, 3].flatMap(() => [world.server.kernel.consumers.catchUp(scene.tenant.id), other.kernel.consumers.catchUp(scene.tenant.id)]));
    await other.close();
    expect(await told(scene)).toBe(8);
  });

  it('begins again where it was when it dies in the middle: what it wrote is gone with its place', async () => {
    const { scene, resident } = await set();
    const { id } = await wishOf(resident, scene);
    await wishOf(resident, scene);
    let calls = 0;
    onEvent = () => {
      calls += 1;
      if (calls === 2) throw new Error('killed');
    };
    await world.server.consume(scene.tenant); // both fail together, then each goes by itself
    expect([await told(scene), calls, await parked(scene)]).toEqual([2, 4, []]);
    expect(id).toBeDefined();
  });

  it('parks an event that fails five times, and goes on with the next; an operator sees it and lets it be tried again', async () => {
    const { scene, resident } = await set();
    const poison = await wishOf(resident, scene);
    const uuid = await scene.write(async (tx) => (await tx.em.findOneOrFail(Event, { name: 'wish.submitted' })).subjectId);
    await wishOf(resident, scene);
    onEvent = ({ subjectId }) => {
      if (subjectId === uuid) throw new TypeError(`the words were “${String(poison['words'])}”`);
    };
    for (const seconds of [0, 2, 5, 17, 65]) {
      expect([await told(scene), await parked(scene)]).toEqual([0, []]);
      later(seconds);
      await world.server.consume(scene.tenant);
    }
    expect(await told(scene)).toBe(1);
    const [stone] = await parked(scene);
    expect(stone).toMatchObject({ consumer: 'counting.wishes', name: 'wish.submitted', problem: 'TypeError' });

    const operators = 'query ($tenant: String!) { consumers(tenant: $tenant) { name behind failures parked { sequence name problem parkedAt } } }';
    const retry = 'mutation ($input: RetryParkedEventInput!) { retryParkedEvent(input: $input) { isDone refusals { code field } } }';
    const input = { tenant: scene.tenant.slug, consumer: 'counting.wishes', sequence: Number(stone?.sequence) };
    const ask = await platform();
    for (const token of [null, resident.token]) {
      expect(await ask(token, operators, { tenant: scene.tenant.slug })).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
      expect(await ask(token, retry, { input })).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    }
    expect(await ask(ask.token, operators, { tenant: scene.tenant.slug })).toMatchObject({
      data: { consumers: expect.arrayContaining([{ name: 'counting.wishes', behind: expect.any(Number), failures: 0, parked: [expect.objectContaining({ sequence: input.sequence, name: 'wish.submitted', problem: 'TypeError' })] }]) },
    });
    expect(await ask(ask.token, retry, { input })).toMatchObject({ data: { retryParkedEvent: { isDone: null, refusals: [{ code: 'STILL_FAILS', field: 'sequence' }] } } });
    onEvent = () => undefined;
    expect(await ask(ask.token, retry, { input: { ...input, tenant: 'nowhere' } })).toMatchObject({ data: { retryParkedEvent: { refusals: [{ code: 'NOT_FOUND', field: 'tenant' }] } } });
    expect(await ask(ask.token, retry, { input })).toMatchObject({ data: { retryParkedEvent: { isDone: true, refusals: [] } } });
    expect(await ask(ask.token, retry, { input })).toMatchObject({ data: { retryParkedEvent: { refusals: [{ code: 'NOT_FOUND', field: 'sequence' }] } } });
    expect([await told(scene), await parked(scene)]).toEqual([2, []]);
  });

  it('answers for a record that the database refuses, as for what it throws', async () => {
    const { scene, resident } = await set();
    await wishOf(resident, scene);
    onEvent = (_, tx) => {
      for (const zh of ['一', '二']) tx.create(VocabularyTerm, { kind: VocabularyKind.WISH_CATEGORY, key: '同一个', label: { zh, en: zh }, position: 0 });
    };
    for (const seconds of [0, 2, 5, 17, 65]) {
      expect([await told(scene), await parked(scene)]).toEqual([0, []]);
      later(seconds);
      await world.server.consume(scene.tenant);
    }
    expect(await parked(scene)).toMatchObject([{ consumer: 'counting.wishes', problem: 'DatabaseError 23505' }]);
  });

  it('is not run while its plugin is off, and takes up what came meanwhile when it is on again', async () => {
    const { scene, resident } = await set({ plugins: [] });
    await wishOf(resident, scene);
    await world.server.consume(scene.tenant);
    expect(await told(scene)).toBe(0);
    await enable(scene, ['counting']);
    await wishOf(resident, scene);
    await world.server.consume(scene.tenant);
    expect(await told(scene)).toBe(2);
    await enable(scene, []);
    await wishOf(resident, scene);
    await world.server.consume(scene.tenant);
    expect(await told(scene)).toBe(2);
    await enable(scene, ['counting']);
    await world.server.consume(scene.tenant);
    expect(await told(scene)).toBe(3);
  });

  it('that comes to a tenant with a past begins as it declares: now, or with the first event', async () => {
    const { scene, resident } = await set({ plugins: [] });
    await wishOf(resident, scene);
    await world.server.kernel.sequencer.settled();
    later(60); // the next process starts later than the tenant was made
    const next = await LiveServer.start(world);
    await enable(scene, ['counting', 'late']);
    next.kernel.tenants.forget();
    await next.kernel.consumers.catchUp(scene.tenant.id);
    expect([await told(scene), await told(scene, 'late')]).toEqual([1, 0]);
    await wishOf(resident, scene);
    await world.server.kernel.sequencer.settled();
    await next.kernel.consumers.catchUp(scene.tenant.id);
    expect([await told(scene), await told(scene, 'late')]).toEqual([2, 1]);
    await next.close();
  });

  it('runs by itself where jobs run, a moment after the event, and takes up what a dead process left', async () => {
    const { scene, resident } = await set();
    await wishOf(resident, scene);
    await world.server.kernel.sequencer.settled();
    const jobs = new JobRunner(world.server.kernel, world.server.database.databaseDirectUrl);
    await jobs.start();
    await expect.poll(() => told(scene), { timeout: 5_000 }).toBe(1);
    await wishOf(resident, scene);
    await expect.poll(() => told(scene), { timeout: 5_000 }).toBe(2);
    await jobs.stop();
    await wishOf(resident, scene);
    await world.server.kernel.sequencer.settled();
    expect(await told(scene)).toBe(2);
  });
});

/** Switches plugins of a tenant, as every process sees it. */
async function enable(scene: Scene, plugins: string[]): Promise<void> {
  await scene.write((tx) => tx.em.execute('update tenant set plugins = ? where id = ?', [`{${plugins.join(',')}}`, scene.tenant.id]));
  world.server.kernel.tenants.forget();
}

/** The platform's endpoint, and the token of an operator. */
async function platform() {
  const { kernel, http } = world.server;
  const { password } = await kernel.platform.run('createOperator', { requestId: 'test', operator: null }, (tx) => createOperator(tx, { login: 'ops', name: '沈志远' }));
  const ask = async (token: string | null, query: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> =>
    (await http.inject({ method: 'POST', url: '/platform/graphql', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, payload: JSON.stringify({ query, variables }) })).json();
  const answer = await ask(null, 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { login: 'ops', password } });
  return Object.assign(ask, { token: String(Object(answer['data']).signIn.token) });
}
