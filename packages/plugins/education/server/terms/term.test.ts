import { type Scene, verdict, type World } from '@weixiang/core/testkit';
import { indexOf } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classroom, confirm, educationWorld, openTerm, spring, stepTerm } from '../testkit/classroom.js';

const readTerm = `query ($id: ID!) { term(id: $id) { state seatsLeft availableSteps { name allowed reason } enrolments(sort: OLDEST) { nodes { state reason } } } }`;

/** Runs the plugin's crons of the tenant, as the runner does every few minutes. */
async function runCrons(world: World, scene: Scene): Promise<number> {
  const { kernel } = world.server;
  const tenant = await kernel.tenants.byId(scene.tenant.id);
  if (!tenant) throw new Error('The tenant is gone.');
  const crons = [...indexOf(kernel.featuresOf(tenant)).crons.values()].filter(({ name }) => name.startsWith('education.'));
  for (const cron of crons) await kernel.asSystem(tenant, 'cron', (tx) => cron.run(tx));
  return crons.length;
}

describe('terms', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('are opened by who runs the course, for requests at once or later', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { course, secretary } = await classroom(scene);
    const { units } = scene;
    const input = { course, ...spring, weekdays: [5, 1, 5] };
    expect(verdict(await scene.anonymous.ask(openTerm, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(openTerm, { input }))).toBe('NOT_FOUND course');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(openTerm, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('resident', units.grid)).ask(openTerm, { input }))).toBe('FORBIDDEN');
    expect((await secretary.ask(openTerm, { input })).data).toMatchObject({
      openTerm: {
        term: {
          state: 'OPEN', weekdays: [1, 5], startsAt: '16:30', endsAt: '18:00', capacity: 2, enrolledCount: 0, seatsLeft: 2, course: { id: course },
          availableSteps: [{ name: 'start', allowed: true }, { name: 'cancel', allowed: true }],
        },
        refusals: [],
      },
    });
    const planned = Object(await secretary.do(openTerm, { input: { ...input, takesRequests: false } })).openTerm.term;
    expect(planned).toMatchObject({ state: 'PLANNED' });
    expect(await scene.anonymous.do(readTerm, { id: planned.id })).toEqual({ term: null });
    expect(verdict(await secretary.ask(stepTerm, { input: { id: planned.id, step: 'open' } }))).toBe('done');
    expect(await scene.anonymous.do(readTerm, { id: planned.id })).toMatchObject({ term: { state: 'OPEN', enrolments: { nodes: [] } } });
  });

  it.each([
    [{ endsOn: '2026-08-31' }, 'DATES_REVERSED endsOn'],
    [{ startsOn: '2026-01-01', endsOn: '2026-02-01' }, 'TERM_ENDED_BEFORE_OPEN endsOn'],
    [{ weekdays: [] }, 'WEEKDAYS_INVALID weekdays'],
    [{ weekdays: [0] }, 'WEEKDAYS_INVALID weekdays'],
    [{ startsAt: '4:30' }, 'TIME_INVALID startsAt'],
    [{ endsAt: '16:30' }, 'TIMES_REVERSED endsAt'],
    [{ capacity: 0 }, 'CAPACITY_INVALID capacity'],
    [{ name: '' }, 'REQUIRED name'],
  ])('are refused with %o', async (wrong, refusal) => {
    const scene = await world.scene();
    const { course, secretary } = await classroom(scene);
    expect(verdict(await secretary.ask(openTerm, { input: { course, ...spring, ...wrong } }))).toBe(refusal);
  });

  it('step by the workflow alone', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { term, secretary } = await classroom(scene);
    const { units } = scene;
    const input = { id: term, step: 'start' };
    expect(verdict(await scene.anonymous.ask(stepTerm, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(stepTerm, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(stepTerm, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('resident', units.grid)).ask(stepTerm, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(stepTerm, { input: { ...input, step: 'finish' } }))).toBe('STEP_NOT_FROM_HERE');
    expect(verdict(await secretary.ask(stepTerm, { input: { ...input, step: 'cancel' } }))).toBe('STEP_INPUT_REQUIRED reason');
    expect((await secretary.ask(stepTerm, { input })).data).toMatchObject({ stepTerm: { term: { state: 'RUNNING' }, refusals: [] } });
    expect(verdict(await secretary.ask(stepTerm, { input: { ...input, version: 1 } }))).toBe('CHANGED_MEANWHILE version');
  });

  it('complete the confirmed and release the waiting when they finish', async () => {
    const { term, secretary, enrol, parent } = await classroom(await world.scene());
    const first = await enrol(await parent());
    await enrol(await parent());
    await secretary.do(confirm, { input: { id: first } });
    await secretary.do(stepTerm, { input: { id: term, step: 'start' } });
    await secretary.do(stepTerm, { input: { id: term, step: 'finish' } });
    expect(await secretary.do(readTerm, { id: term })).toMatchObject({
      term: { state: 'FINISHED', seatsLeft: 1, enrolments: { nodes: [{ state: 'COMPLETED', reason: null }, { state: 'DECLINED', reason: '这一期已结课，没有等到名额。' }] } },
    });
  });

  it('release everybody with the reason when they are cancelled', async () => {
    const { term, secretary, enrol, parent } = await classroom(await world.scene());
    const first = await enrol(await parent());
    await enrol(await parent());
    await secretary.do(confirm, { input: { id: first } });
    await secretary.do(stepTerm, { input: { id: term, step: 'cancel', reason: '教室漏水' } });
    expect(await secretary.do(readTerm, { id: term })).toMatchObject({
      term: { state: 'CANCELLED', enrolments: { nodes: [{ state: 'DECLINED', reason: '教室漏水' }, { state: 'DECLINED', reason: '教室漏水' }] } },
    });
  });

  it('start and finish by themselves on their own days, while the plugin is on', async () => {
    const scene = await world.scene();
    const { term, secretary } = await classroom(scene, { term: { startsOn: '2026-05-20', endsOn: '2026-05-21' } });
    const administrator = await scene.as('tenantAdministrator', scene.units.district);
    const at = async (instant: string) => {
      world.server.clock.set(new Date(instant));
      return runCrons(world, scene);
    };
    const before = world.server.clock.now();
    try {
      expect(await at('2026-05-19T15:59:00.000Z')).toBeGreaterThan(0);
      expect(await secretary.do(readTerm, { id: term })).toMatchObject({ term: { state: 'OPEN' } });
      await administrator.do(`mutation { disablePlugin(input: { name: "education" }) { refusals { code } } }`);
      expect(await at('2026-05-19T16:00:00.000Z')).toBe(0);
      await administrator.do(`mutation { enablePlugin(input: { name: "education" }) { refusals { code } } }`);
      expect(await secretary.do(readTerm, { id: term })).toMatchObject({ term: { state: 'OPEN' } });
      await at('2026-05-19T16:00:00.000Z');
      expect(await secretary.do(readTerm, { id: term })).toMatchObject({ term: { state: 'RUNNING' } });
      await at('2026-05-21T16:00:00.000Z');
      expect(await secretary.do(readTerm, { id: term })).toMatchObject({ term: { state: 'FINISHED' } });
    } finally {
      world.server.clock.set(before);
    }
  });
});
