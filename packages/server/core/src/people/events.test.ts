import { chainHash, commitmentOf } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scene, World } from '../testkit/index.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Person } from './person.entity.js';

interface EventRow {
  sequence: string;
  name: string;
  subject_id: string;
  actor_id: string | null;
  payload: Record<string, unknown> | null;
  commitment: Buffer;
  hash: Buffer;
}

const createPerson = 'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id } refusals { code } } }';

describe('events', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  async function eventsOf(scene: Scene): Promise<EventRow[]> {
    await world.server.kernel.sequencer.settled();
    return scene.write((tx) => tx.em.execute<EventRow[]>('select * from event where sequence is not null order by sequence'));
  }

  /** The number of the first event that does not follow from the one before; null when all do. */
  function brokenAt(events: readonly EventRow[]): number | null {
    let hash: Buffer = Buffer.alloc(32);
    for (const [at, event] of events.entries()) {
      hash = chainHash(hash, at + 1, event);
      if (Number(event.sequence) !== at + 1 || !hash.equals(event.hash)) return at + 1;
    }
    return null;
  }

  it('are numbered without a gap and chained, however many writes go on at once', async () => {
    const scene = await world.scene();
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    const writes = Array.from({ length: 40 }, (_, at) => admin.ask(createPerson, { input: { orgUnit: scene.units.grid.id, name: `居民${at}` } }));
    await Promise.all(writes);
    const events = await eventsOf(scene);
    expect(events.filter(({ name }) => name === 'person.created').length).toBeGreaterThanOrEqual(40);
    expect(brokenAt(events)).toBeNull();
  });

  it('say who did what, and keep what is personal to themselves', async () => {
    const scene = await world.scene();
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    await admin.do(createPerson, { input: { orgUnit: scene.units.grid.id, name: '沈雨桐', phone: '19900007274' } });
    const last = (await eventsOf(scene)).at(-1);
    expect(last).toMatchObject({ name: 'person.created', actor_id: admin.personUuid });
    expect(JSON.stringify(last?.payload)).not.toMatch(/沈雨桐|19900007274/);
  });

  it('are not left behind by a write that was refused or failed', async () => {
    const scene = await world.scene();
    const before = (await eventsOf(scene)).length;
    const failed = scene.write(async (tx) => {
      tx.create(Person, { orgUnit: await tx.em.findOneOrFail(OrgUnit, { code: 'Q' }), name: '没有' });
      await tx.em.flush();
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect((await eventsOf(scene)).length).toBe(before);
  });

  it('show an edit, a deletion and a swap, but not that a person was erased', async () => {
    const scene = await world.scene();
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    for (const name of ['甲', '乙', '丙']) await admin.do(createPerson, { input: { orgUnit: scene.units.grid.id, name } });
    const events = await eventsOf(scene);
    expect(brokenAt(events)).toBeNull();
    expect(brokenAt(events.map((event) => (event.sequence === '2' ? { ...event, name: 'nothing.happened' } : event)))).toBe(2);
    expect(brokenAt(events.filter(({ sequence }) => sequence !== '2'))).toBe(2);
    const [first, second, ...rest] = events;
    expect(first && second && brokenAt([second, first, ...rest])).toBe(1);
    const erased = await scene.write((tx) => tx.em.execute('update event set payload = null, salt = null where sequence = 2 returning id'));
    expect(erased).toHaveLength(1);
    expect(brokenAt(await eventsOf(scene))).toBeNull();
  });

  it('commit to their payload: salt and payload give the commitment', async () => {
    const scene = await world.scene();
    const [row] = await scene.write((tx) => tx.em.execute<{ salt: Buffer; text: string; commitment: Buffer }[]>('select salt, payload::text as text, commitment from event order by id limit 1'));
    expect(row && commitmentOf(row.salt, row.text).equals(row.commitment)).toBe(true);
  });

  it('cannot be rewritten by the application', async () => {
    const scene = await world.scene();
    for (const sql of [`update event set name = 'x'`, `update event set commitment = 'x'`, 'delete from event', 'delete from read_record']) {
      await expect(scene.write((tx) => tx.em.execute(sql))).rejects.toThrow(/permission denied/);
    }
  });

  it('that a dead process left unnumbered are numbered by the next scan', async () => {
    const scene = await world.scene();
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    await admin.do(createPerson, { input: { orgUnit: scene.units.grid.id, name: '甲' } });
    const { kernel } = world.server;
    await kernel.sequencer.settled();
    await kernel.database.inTenant(scene.tenant.id, (em) => em.execute('update event set sequence = null, hash = null where sequence = (select max(sequence) from event)'));
    kernel.sequencer.poke(scene.tenant.id);
    const events = await eventsOf(scene);
    expect(brokenAt(events)).toBeNull();
    expect(events.at(-1)?.name).toBe('person.created');
  });
});
