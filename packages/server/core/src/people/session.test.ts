import { randomBytes } from 'node:crypto';
import { forgetExpired } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts } from '../tenants/tenant.creation.js';
import { verdict, World } from '../testkit/index.js';

const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { token refusals { code } } }';
const createPerson = 'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { refusals { code field } } }';

describe('signing in, when somebody means harm', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  async function withAccount() {
    const scene = await world.scene();
    await createAccounts(world.server.kernel, scene.tenant, [{ login: 'admin', name: '郑海宁', password: 'weixiang-demo', role: 'tenantAdministrator' }]);
    return scene;
  }
  const atOnce = <T>(times: number, ask: (time: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: times }, (_, time) => ask(time)));

  it('answers more people at once than there are connections, right and wrong', async () => {
    const { anonymous } = await withAccount();
    const right = atOnce(25, () => anonymous.ask(signIn, { input: { login: 'admin', password: 'weixiang-demo' } }));
    const wrong = atOnce(25, (time) => anonymous.ask(signIn, { input: { login: `nobody-${time}`, password: 'weixiang-demo' } }));
    expect(new Set((await right).map(verdict))).toEqual(new Set(['done']));
    expect(new Set((await wrong).map(verdict))).toEqual(new Set(['SIGN_IN_FAILED']));
  });

  it('counts guesses that come all at once', async () => {
    const { anonymous } = await withAccount();
    const verdicts = (await atOnce(30, (time) => anonymous.ask(signIn, { input: { login: 'admin', password: `guess ${time}` } }))).map(verdict);
    expect(verdicts.filter((each) => each === 'SIGN_IN_FAILED')).toHaveLength(5);
    expect(verdicts.filter((each) => each === 'SIGN_IN_THROTTLED')).toHaveLength(25);
  });

  it('says of what can be no login what it says of an unknown one', async () => {
    const { anonymous } = await withAccount();
    for (const login of ['', 'a\u0000b', '\ud800abc', randomBytes(60_000).toString('hex')]) {
      expect(verdict(await anonymous.ask(signIn, { input: { login, password: 'wrong' } }))).toBe('SIGN_IN_FAILED');
    }
  });

  it('keeps no session, no failure and no answer longer than it counts', async () => {
    const scene = await withAccount();
    const { kernel, clock } = world.server;
    const worker = await scene.as('gridWorker', scene.units.grid);
    await worker.do('mutation ($input: MakeWishInput!) { makeWish(input: $input) { refusals { code } } }', {
      input: { orgUnit: scene.units.grid.id, words: '楼道的灯坏了', channel: 'WISH_BOX', idempotencyKey: 'once' },
    });
    await scene.anonymous.ask(signIn, { input: { login: 'admin', password: 'wrong' } });
    const kept = () => scene.write((tx) => tx.em.execute('select (select count(*)::int from session) as sessions, (select count(*)::int from failed_attempt) as failures, (select count(*)::int from idempotency_key) as answers'));
    const house = () => kernel.database.inTenant(scene.tenant.id, (em) => forgetExpired(em, scene.tenant.id, clock.now()));
    await house();
    expect(await kept()).toEqual([{ sessions: 1, failures: 3, answers: 1 }]);
    clock.advance(24 * 3_600_000);
    await house();
    expect(await kept()).toEqual([{ sessions: 1, failures: 0, answers: 0 }]);
    clock.advance(30 * 24 * 3_600_000);
    await house();
    expect(await kept()).toEqual([{ sessions: 0, failures: 0, answers: 0 }]);
  });

  it('tells nobody by the way which logins are taken', async () => {
    const scene = await withAccount();
    const { units } = scene;
    const input = { orgUnit: units.grid.id, name: '某人', login: 'admin', password: 'weixiang-demo' };
    const resident = await scene.as('resident', units.grid);
    const sibling = await scene.as('communitySecretary', units.siblingCommunity);
    for (const caller of [scene.anonymous, resident, sibling]) {
      for (const bad of [input, { ...input, password: '' }, { ...input, name: '' }]) expect(verdict(await caller.ask(createPerson, { input: bad }))).toBe('FORBIDDEN');
    }
    expect(verdict(await (await scene.as('communitySecretary', units.community)).ask(createPerson, { input }))).toBe('LOGIN_TAKEN login');
  });
});
