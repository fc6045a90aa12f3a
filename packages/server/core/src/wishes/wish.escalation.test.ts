import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Event } from '@weixiang/kernel';
import { type Scene, World } from '../testkit/index.js';
import { seen, succeed, wishOf } from './fixture/wishes.fixture.js';
import { escalateWishes } from './wish.escalation.js';

const tuesday = '2026-05-19T02:00:00.000Z';
let world: World;
beforeAll(async () => {
  world = await World.start({ now: tuesday });
});
afterAll(() => world.close());

const escalate = ({ write }: Scene) => write((tx) => escalateWishes.run(tx));
const escalations = ({ write }: Scene) => write((tx) => tx.em.count(Event, { name: 'wish.escalated' }));

async function waiting() {
  world.server.clock.set(tuesday);
  const scene = await world.scene();
  const resident = await scene.as('resident', scene.units.grid, '韩文博');
  return { scene, units: scene.units, resident, wish: await wishOf(resident, scene) };
}

describe('a wish that nobody answers', () => {
  it('goes up one unit a deadline until the root, each time once', async () => {
    const { scene, units, resident, wish } = await waiting();
    const { clock } = world.server;
    await escalate(scene);
    clock.set('2026-05-22T15:59:59.999Z');
    await escalate(scene);
    expect(await seen(resident, wish.id)).toMatchObject({ escalatedTo: null, isOverdue: false });

    clock.set('2026-05-22T16:00:00.000Z');
    await Promise.all([escalate(scene), escalate(scene), escalate(scene)]);
    expect(await seen(resident, wish.id)).toMatchObject({ state: 'SUBMITTED', escalatedTo: { id: units.community.id }, isOverdue: true, orgUnit: { id: units.grid.id } });
    expect(await escalations(scene)).toBe(1);

    // Saturday in Shanghai; three working days end on Wednesday.
    clock.set('2026-05-27T15:59:00.000Z');
    await escalate(scene);
    expect(await escalations(scene)).toBe(1);
    clock.set('2026-05-27T16:00:01.000Z');
    await escalate(scene);
    expect(await seen(resident, wish.id)).toMatchObject({ escalatedTo: { id: units.street.id } });

    clock.set('2026-06-02T16:00:00.000Z');
    await escalate(scene);
    expect(await seen(resident, wish.id)).toMatchObject({ escalatedTo: { id: units.district.id } });
    clock.set('2026-06-17T02:00:00.000Z');
    await escalate(scene);
    expect(await escalations(scene)).toBe(3);
    const listed = await resident.do('{ wishes(filter: { isLate: true }) { totalCount } }');
    expect(listed).toEqual({ wishes: { totalCount: 1 } });
  });

  it('stops going up once it is answered, and is late no more', async () => {
    const { scene, units, resident, wish } = await waiting();
    const worker = await scene.as('gridWorker', units.grid);
    world.server.clock.set('2026-05-23T02:00:00.000Z');
    await escalate(scene);
    await succeed(worker, 'answerWish', { id: wish.id, words: '抱歉，晚了。' });
    world.server.clock.set('2026-06-10T02:00:00.000Z');
    await escalate(scene);
    expect(await escalations(scene)).toBe(1);
    expect(await seen(resident, wish.id)).toMatchObject({ isOverdue: false, escalatedTo: { id: units.community.id } });
  });

  it('of the root itself is late and goes nowhere', async () => {
    const { scene, units, resident } = await waiting();
    const wish = await wishOf(resident, scene, { orgUnit: units.district.id });
    world.server.clock.set('2026-05-23T02:00:00.000Z');
    await escalate(scene);
    await escalate(scene);
    expect(await seen(resident, wish.id)).toMatchObject({ isOverdue: true, escalatedTo: null });
    expect(await escalations(scene)).toBe(1);
  });

  it('stays in its tenant', async () => {
    const { scene, resident, wish } = await waiting();
    const other = await world.scene();
    world.server.clock.set('2026-05-23T02:00:00.000Z');
    await escalate(other);
    expect(await seen(resident, wish.id)).toMatchObject({ escalatedTo: null });
    expect(await escalations(scene)).toBe(0);
  });
});
