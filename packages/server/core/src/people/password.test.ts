import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts } from '../tenants/tenant.creation.js';
import { verdict, World, type Caller, type Scene } from '../testkit/index.js';

const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { token person { id } refusals { code field message } } }';
const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { person { id } refusals { code field } } }';
const reset = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { person { id } oneTimePassword refusals { code field } } }';
const create = 'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id } oneTimePassword refusals { code field } } }';
const sessions = '{ mySessions { id device isCurrent } }';
const end = 'mutation ($input: EndSessionInput!) { endSession(input: $input) { sessions { id isCurrent } refusals { code field } } }';

describe('passwords and sessions', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  const by = (scene: Scene, token: string | null): Pick<Caller, 'ask'> => ({ ask: (query, variables) => world.server.ask(scene.tenant, token, query, variables) });
  async function withAccount(role: 'tenantAdministrator' | 'gridWorker' = 'gridWorker') {
    const scene = await world.scene();
    await createAccounts(world.server.kernel, scene.tenant, [{ login: 'magy', name: '马桂英', password: 'weixiang-demo', role, unitCode: 'Q-01-01-G1' }]);
    const enter = async (password: string, newPassword?: string) => Object((await scene.anonymous.ask(signIn, { input: { login: 'magy', password, newPassword } })).data).signIn;
    return { scene, enter };
  }

  it('are changed by who knows the old one, and every other session ends', async () => {
    const { scene, enter } = await withAccount();
    const [mine, other] = [await enter('weixiang-demo'), await enter('weixiang-demo')];
    const me = by(scene, mine.token);
    const input = { current: 'weixiang-demo', next: 'a longer one' };
    expect(verdict(await scene.anonymous.ask(change, { input }))).toBe('FORBIDDEN');
    expect(verdict(await me.ask(change, { input: { ...input, next: 'short' } }))).toBe('PASSWORD_TOO_SHORT next');
    expect(verdict(await me.ask(change, { input: { ...input, next: 'weixiang-demo' } }))).toBe('PASSWORD_UNCHANGED next');
    expect(verdict(await me.ask(change, { input: { ...input, current: 'a guess at it' } }))).toBe('PASSWORD_WRONG current');
    expect(verdict(await me.ask(change, { input }))).toBe('done');
    expect((await by(scene, other.token).ask('{ viewer { person { id } } }')).data).toEqual({ viewer: { person: null } });
    expect((await me.ask('{ viewer { person { id } } }')).data).toMatchObject({ viewer: { person: { id: mine.person.id } } });
    expect(await enter('weixiang-demo')).toMatchObject({ token: null, refusals: [{ code: 'SIGN_IN_FAILED' }] });
    expect(await enter('a longer one')).toMatchObject({ refusals: [] });
    const codeless = await scene.as('resident', scene.units.grid);
    expect(verdict(await codeless.ask(change, { input }))).toBe('NO_PASSWORD current');
  });

  it('are not guessed by who found a session open', async () => {
    const { scene, enter } = await withAccount();
    const me = by(scene, (await enter('weixiang-demo')).token);
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, time) => me.ask(change, { input: { current: `a guess ${time}`, next: 'a longer one' } })));
    expect(guesses.map(verdict).filter((each) => each === 'PASSWORD_WRONG current')).toHaveLength(5);
    expect(verdict(await me.ask(change, { input: { current: 'weixiang-demo', next: 'a longer one' } }))).toBe('SIGN_IN_THROTTLED current');
  });

  it('are reset within one’s own subtree alone, never above oneself, to one that opens the account once', async () => {
    const { scene, enter } = await withAccount();
    const other = await world.scene();
    const { units } = scene;
    const { token, person } = await enter('weixiang-demo');
    const input = { id: person.id };
    expect(verdict(await scene.anonymous.ask(reset, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('tenantAdministrator', other.units.district)).ask(reset, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(reset, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('gridWorker', units.grid)).ask(reset, { input }))).toBe('FORBIDDEN');
    const secretary = await scene.as('communitySecretary', units.community);
    expect(verdict(await secretary.ask(reset, { input: { id: secretary.personId } }))).toBe('RESET_YOUR_OWN id');
    const contact = Object(await secretary.do(create, { input: { orgUnit: units.grid.id, name: '沈雨桐' } })).createPerson;
    expect(contact.oneTimePassword).toBeNull();
    expect(verdict(await secretary.ask(reset, { input: { id: contact.person.id } }))).toBe('NO_PASSWORD id');
    expect(verdict(await secretary.ask(reset, { input: { ...input, version: 9 } }))).toBe('CHANGED_MEANWHILE version');

    const { oneTimePassword } = Object(await secretary.do(reset, { input: { ...input, idempotencyKey: 'once' } })).resetPassword;
    expect(oneTimePassword).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect((await by(scene, token).ask('{ viewer { person { id } } }')).data).toEqual({ viewer: { person: null } });
    expect(await enter('weixiang-demo')).toMatchObject({ refusals: [{ code: 'SIGN_IN_FAILED' }] });
    expect(await enter(oneTimePassword)).toMatchObject({ token: null, refusals: [{ code: 'PASSWORD_MUST_CHANGE', field: 'newPassword', message: '这是一次性密码，请设一个自己的新密码。' }] });
    expect(await enter(oneTimePassword, 'short')).toMatchObject({ token: null, refusals: [{ code: 'PASSWORD_TOO_SHORT', field: 'newPassword' }] });
    expect(await enter(oneTimePassword, oneTimePassword)).toMatchObject({ token: null, refusals: [{ code: 'PASSWORD_UNCHANGED' }] });
    expect(await enter(oneTimePassword, 'a longer one')).toMatchObject({ person: { id: person.id }, refusals: [] });
    expect(await enter(oneTimePassword)).toMatchObject({ refusals: [{ code: 'SIGN_IN_FAILED' }] });
    expect(await enter('a longer one')).toMatchObject({ refusals: [] });
    const [kept] = await scene.write((tx) => tx.em.execute<{ text: string }[]>("select (select string_agg(payload::text, ' ') from event) || coalesce((select string_agg(answer::text, ' ') from idempotency_key), '') as text"));
    expect(kept?.text).not.toContain(oneTimePassword);
  });

  it('of those above are not reset from below', async () => {
    const { scene, enter } = await withAccount('tenantAdministrator');
    const { person } = await enter('weixiang-demo');
    const secretary = await scene.as('communitySecretary', scene.units.community);
    expect(verdict(await secretary.ask(reset, { input: { id: person.id } }))).toBe('RESET_EXCEEDS_YOURS id');
    expect(await enter('weixiang-demo')).toMatchObject({ refusals: [] });
  });

  it('of new accounts are drawn, told once, and run out after a week', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const input = { orgUnit: scene.units.grid.id, name: '沈雨桐', login: 'shen', idempotencyKey: 'shen' };
    const { oneTimePassword } = Object(await secretary.do(create, { input })).createPerson;
    expect(oneTimePassword).toHaveLength(14);
    expect(Object(await secretary.do(create, { input })).createPerson).toMatchObject({ person: {}, oneTimePassword: null, refusals: [] });
    world.server.clock.advance(7 * 24 * 3_600_000);
    expect(verdict(await scene.anonymous.ask(signIn, { input: { login: 'shen', password: oneTimePassword, newPassword: 'a longer one' } }))).toBe('ONE_TIME_PASSWORD_EXPIRED password');
  });

  it('are not guessed one by one for many logins from one address', async () => {
    const { scene, enter } = await withAccount();
    const right = Array.from({ length: 30 }, () => enter('weixiang-demo'));
    expect((await Promise.all(right)).every(({ token }) => token)).toBe(true);
    const guesses = Array.from({ length: 70 }, (_, time) => scene.anonymous.ask(signIn, { input: { login: `nobody-${time}`, password: '12345678' } }));
    const verdicts = (await Promise.all(guesses)).map(verdict);
    expect(verdicts.filter((each) => each === 'SIGN_IN_FAILED password')).toHaveLength(60);
    expect(verdicts.filter((each) => each === 'SIGN_IN_THROTTLED')).toHaveLength(10);
  });

  it('open sessions that their person sees, and ends one by one', async () => {
    const { scene, enter } = await withAccount();
    const [mine, other] = [await enter('weixiang-demo'), await enter('weixiang-demo')];
    const me = by(scene, mine.token);
    expect((await scene.anonymous.ask(sessions)).data).toEqual({ mySessions: [] });
    const open: { id: string; isCurrent: boolean }[] = Object((await me.ask(sessions)).data).mySessions;
    expect(open.map(({ isCurrent }) => isCurrent).toSorted()).toEqual([false, true]);
    const id = open.find(({ isCurrent }) => !isCurrent)?.id;
    expect(verdict(await scene.anonymous.ask(end, { input: { id } }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('tenantAdministrator', scene.units.district)).ask(end, { input: { id } }))).toBe('NOT_FOUND id');
    const elsewhere = await world.scene();
    expect(verdict(await (await elsewhere.as('resident', elsewhere.units.grid)).ask(end, { input: { id } }))).toBe('NOT_FOUND id');
    expect(verdict(await me.ask(end, { input: { id: mine.person.id } }))).toBe('NOT_FOUND id');
    expect((await me.ask(end, { input: { id } })).data).toMatchObject({ endSession: { sessions: [{ isCurrent: true }], refusals: [] } });
    expect((await by(scene, other.token).ask('{ viewer { person { id } } }')).data).toEqual({ viewer: { person: null } });
    expect(verdict(await me.ask(end, { input: { id } }))).toBe('NOT_FOUND id');
  });

  it('are not reset to act by a role that was lent from above, nor is the account closed that acts by it', async () => {
    const { scene, enter } = await withAccount();
    const { units } = scene;
    const { person } = await enter('weixiang-demo');
    const officer = await scene.as('organisationOfficer', units.district);
    const secretary = await scene.as('communitySecretary', units.community);
    const { today, roles } = Object(await officer.do('{ viewer { today roles { id } } }')).viewer;
    const lend = 'mutation ($input: DelegateRoleInput!) { delegateRole(input: $input) { delegation { id } refusals { code field } } }';
    expect(verdict(await officer.ask(lend, { input: { assignment: roles[0].id, person: person.id, until: today } }))).toBe('done');
    const close = 'mutation ($input: ClosePersonInput!) { closePerson(input: $input) { person { id } refusals { code field } } }';
    expect(verdict(await secretary.ask(reset, { input: { id: person.id } }))).toBe('RESET_EXCEEDS_YOURS id');
    expect(verdict(await secretary.ask(close, { input: { id: person.id } }))).toBe('ACCOUNT_EXCEEDS_YOURS id');
    expect(verdict(await officer.ask(reset, { input: { id: person.id } }))).toBe('done');
    world.server.clock.advance(24 * 3_600_000);
    expect(verdict(await secretary.ask(reset, { input: { id: person.id } }))).toBe('done');
  });
});
