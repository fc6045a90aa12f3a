import { openSession } from '@weixiang/kernel';
import { World, type Caller, type Scene } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from './installed.js';

const codes = '{ tenant { slug } orgUnits(first: 100) { nodes { id code parent { id } } } viewer { person { id } } }';

describe('two tenants on one server', { timeout: 120_000 }, () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ plugins });
  });
  afterAll(() => world.close());

  it('stay apart in 1,000 interleaved requests, failing and cancelled ones between', async () => {
    const scenes = await Promise.all([world.scene(), world.scene()]);
    const callers = await Promise.all(scenes.map((scene) => scene.as('communitySecretary', scene.units.community)));
    const expected = await Promise.all(callers.map((caller) => caller.ask(codes)));
    expect(expected[0]?.data).not.toEqual(expected[1]?.data);

    const requests = Array.from({ length: 1000 }, (_, at) => one(world, scenes, callers, at));
    const answers = await Promise.all(requests);
    for (const { at, answer } of answers) {
      if (answer) expect(answer).toEqual(expected[at % 2]);
    }
    expect(answers.filter(({ answer }) => answer).length).toBeGreaterThan(700);
  });

  it('do not accept one another’s tokens, as header or as cookie', async () => {
    const [here, there] = await Promise.all([world.scene(), world.scene()]);
    const { token } = await here.as('tenantAdministrator', here.units.district);
    const { data } = await world.server.ask(there.tenant, token, '{ viewer { person { id } roles { role } } }');
    expect(data).toEqual({ viewer: { person: null, roles: [] } });
    const forged = String(token).replace(here.tenant.slug, there.tenant.slug);
    expect((await world.server.ask(there.tenant, forged, '{ viewer { person { id } } }')).data).toEqual({ viewer: { person: null } });
  });

  it('refuse a cookie that comes from another site', async () => {
    const scene = await world.scene();
    const { token } = await scene.as('tenantAdministrator', scene.units.district);
    const post = (origin: string, more: Record<string, string> = {}) =>
      world.server.http.inject({
        method: 'POST',
        url: `/t/${scene.tenant.slug}/graphql`,
        headers: { 'content-type': 'application/json', cookie: world.server.cookie(scene.tenant, String(token)), origin, host: 'localhost:4000', ...more },
        payload: JSON.stringify({ query: '{ viewer { person { id } } }' }),
      });
    expect((await post('https://elsewhere.example')).statusCode).toBe(403);
    expect((await post('http://localhost:4000')).statusCode).toBe(200);
    // A browser repeats a proxy's Basic password by itself: it vouches for nothing.
    expect((await post('https://elsewhere.example', { authorization: 'Basic eDp5' })).statusCode).toBe(403);
  });
});

describe('a right that is taken away', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ plugins });
  });
  afterAll(() => world.close());

  it('is gone on the very next request', async () => {
    const scene = await world.scene();
    const worker = await scene.as('gridWorker', scene.units.grid);
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    const people = '{ people(first: 100) { totalCount } viewer { roles { id role } } }';
    const before = await worker.do(people);
    expect(Object(before).people.totalCount).toBeGreaterThan(0);
    const [role] = Object(before).viewer.roles;
    const revoke = 'mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { assignment { until } refusals { code } } }';
    expect(await admin.do(revoke, { input: { id: role.id } })).toMatchObject({ revokeRole: { refusals: [] } });
    expect(await worker.do(people)).toEqual({ people: { totalCount: 1 }, viewer: { roles: [] } }); // themself
  });

  it('takes the sessions of a closed account with it', async () => {
    const scene = await world.scene();
    const worker = await scene.as('gridWorker', scene.units.grid);
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    const close = 'mutation ($input: ClosePersonInput!) { closePerson(input: $input) { refusals { code } } }';
    await admin.do(close, { input: { id: worker.personId } });
    expect(await worker.do('{ viewer { person { id } } }')).toEqual({ viewer: { person: null } });
  });

  it('ends with its last day, in the tenant’s time zone', async () => {
    const scene = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    const grant = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { assignment { id } refusals { code } } }';
    await admin.do(grant, { input: { person: resident.personId, role: 'gridWorker', orgUnit: scene.units.grid.id, until: '2026-05-19' } });
    const roles = '{ viewer { roles { role } } }';
    world.server.clock.set('2026-05-19T15:59:00.000Z');
    expect(Object(await resident.do(roles)).viewer.roles).toHaveLength(2);
    world.server.clock.set('2026-05-19T16:01:00.000Z'); // 0:01 on the 20th in Shanghai
    expect(Object(await resident.do(roles)).viewer.roles).toEqual([{ role: 'resident' }]);
    world.server.clock.set('2026-05-19T02:00:00.000Z');
  });
});

/** Every tenth request is bad, every eleventh is cut off, every thirteenth writes; the rest read. */
async function one(world: World, scenes: readonly Scene[], callers: readonly Caller[], at: number) {
  const scene = scenes[at % 2];
  const caller = callers[at % 2];
  if (!scene || !caller) throw new Error('There are two.');
  if (at % 10 === 9) {
    const { errors } = await caller.ask('{ orgUnits(first: 1000000) { nodes { id } } nothing }');
    expect(errors).toBeDefined();
    return { at, answer: null };
  }
  if (at % 11 === 10) {
    await scene.write(async (tx) => {
      await tx.em.execute('select count(*) from person');
      throw new Error('cut off');
    }).catch(() => undefined);
    return { at, answer: null };
  }
  if (at % 13 === 12) {
    await scene.write(async (tx) => void (await openSession(tx.em, scene.tenant, String(caller.personUuid), tx.now)));
    return { at, answer: null };
  }
  return { at, answer: await caller.ask(codes) };
}
