import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts } from '../tenants/tenant.creation.js';
import { verdict, World } from '../testkit/index.js';

const createPerson = 'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id name phone orgUnit { id } } refusals { code field message } } }';
const grantRole = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { assignment { id role roleLabel { zh } since until } refusals { code field message } } }';
const revokeRole = 'mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { assignment { id until version } refusals { code field } } }';
const closePerson = 'mutation ($input: ClosePersonInput!) { closePerson(input: $input) { person { id } refusals { code field } } }';
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { token person { id name } refusals { code message field } } }';

const forbidden = { errors: [{ extensions: { code: 'FORBIDDEN' } }] };

describe('people', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('are registered within one’s own subtree alone', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const input = { orgUnit: units.grid.id, name: '沈雨桐', phone: '199 0000 7274' };
    expect(await scene.anonymous.ask(createPerson, { input })).toMatchObject(forbidden);
    const stranger = await other.as('tenantAdministrator', other.units.district);
    expect((await stranger.ask(createPerson, { input })).data).toMatchObject({ createPerson: { person: null, refusals: [{ code: 'NOT_FOUND', field: 'orgUnit' }] } });
    const sibling = await scene.as('communitySecretary', units.siblingCommunity);
    expect(await sibling.ask(createPerson, { input })).toMatchObject(forbidden);
    const resident = await scene.as('resident', units.grid);
    expect(await resident.ask(createPerson, { input })).toMatchObject(forbidden);
    const secretary = await scene.as('communitySecretary', units.community);
    expect((await secretary.ask(createPerson, { input: { ...input, phone: '12' } })).data).toMatchObject({ createPerson: { refusals: [{ code: 'PHONE_INVALID', field: 'phone' }] } });
    expect((await secretary.ask(createPerson, { input: { ...input, login: 'shen', password: 'short' } })).data).toMatchObject({ createPerson: { refusals: [{ code: 'PASSWORD_TOO_SHORT', field: 'password', message: '密码至少 10 个字符。' }] } });
    expect((await secretary.ask(createPerson, { input })).data).toMatchObject({ createPerson: { person: { name: '沈雨桐', phone: '19900007274', orgUnit: { id: units.grid.id } }, refusals: [] } });
  });

  it('show their names and telephones masked to who may only see that they are there', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community, '孙春生');
    const made = await secretary.do(createPerson, { input: { orgUnit: scene.units.grid.id, name: '沈雨桐', phone: '19900007274' } });
    const id: string = Object(made).createPerson.person.id;
    const supervisor = await scene.as('supervisor', scene.units.district);
    const ask = 'query ($id: ID!) { person(id: $id) { name phone } }';
    expect((await supervisor.ask(ask, { id })).data).toEqual({ person: { name: '沈**', phone: '199****7274' } });
    expect((await secretary.ask(ask, { id })).data).toEqual({ person: { name: '沈雨桐', phone: '19900007274' } });
    expect((await scene.anonymous.ask(ask, { id })).data).toEqual({ person: null });
    const own = await secretary.ask(ask, { id: secretary.personId });
    expect(own.data).toEqual({ person: { name: '孙春生', phone: null } });
  });

  it('are granted roles, never more than the granter holds there', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const resident = await scene.as('resident', units.grid);
    const input = { person: resident.personId, role: 'gridWorker', orgUnit: units.grid.id };
    expect(await scene.anonymous.ask(grantRole, { input })).toMatchObject(forbidden);
    const stranger = await other.as('tenantAdministrator', other.units.district);
    expect((await stranger.ask(grantRole, { input })).data).toMatchObject({ grantRole: { refusals: [{ code: 'NOT_FOUND', field: 'orgUnit' }] } });
    const sibling = await scene.as('communitySecretary', units.siblingCommunity);
    expect(await sibling.ask(grantRole, { input })).toMatchObject(forbidden);
    const worker = await scene.as('gridWorker', units.grid);
    expect(await worker.ask(grantRole, { input })).toMatchObject(forbidden);

    const secretary = await scene.as('communitySecretary', units.community);
    expect((await secretary.ask(grantRole, { input: { ...input, role: 'emperor' } })).data).toMatchObject({ grantRole: { refusals: [{ code: 'ROLE_UNKNOWN', field: 'role' }] } });
    expect((await secretary.ask(grantRole, { input: { ...input, role: 'tenantAdministrator' } })).data).toMatchObject({ grantRole: { assignment: null, refusals: [{ code: 'GRANT_EXCEEDS_YOURS', field: 'role' }] } });
    expect((await secretary.ask(grantRole, { input: { ...input, since: '2026-06-01', until: '2026-05-01' } })).data).toMatchObject({ grantRole: { refusals: [{ code: 'DATES_REVERSED', field: 'until' }] } });
    expect((await secretary.ask(grantRole, { input })).data).toMatchObject({ grantRole: { assignment: { role: 'gridWorker', since: '2026-05-19', until: null }, refusals: [] } });
  });

  it('lose roles at once, by who may grant there', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const worker = await scene.as('gridWorker', units.grid);
    const [{ id }] = Object(await worker.do('{ viewer { roles { id } } }')).viewer.roles;
    const input = { id };
    expect((await scene.anonymous.ask(revokeRole, { input })).data).toMatchObject({ revokeRole: { refusals: [{ code: 'NOT_FOUND' }] } });
    const stranger = await other.as('tenantAdministrator', other.units.district);
    expect((await stranger.ask(revokeRole, { input })).data).toMatchObject({ revokeRole: { refusals: [{ code: 'NOT_FOUND' }] } });
    const sibling = await scene.as('communitySecretary', units.siblingCommunity);
    expect((await sibling.ask(revokeRole, { input })).data).toMatchObject({ revokeRole: { refusals: [{ code: 'NOT_FOUND' }] } });
    expect(await worker.ask(revokeRole, { input })).toMatchObject(forbidden);
    const secretary = await scene.as('communitySecretary', units.community);
    expect((await secretary.ask(revokeRole, { input: { ...input, version: 7 } })).data).toMatchObject({ revokeRole: { refusals: [{ code: 'CHANGED_MEANWHILE', field: 'version' }] } });
    expect((await secretary.ask(revokeRole, { input })).data).toMatchObject({ revokeRole: { assignment: { until: '2026-05-18' }, refusals: [] } });
    expect(await worker.do('{ viewer { roles { id } } }')).toEqual({ viewer: { roles: [] } });
  });

  it('are found by the roles that one may see them hold, by their telephone as far as one sees it, and by whether they left', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const worker = await scene.as('gridWorker', units.grid);
    const made = await secretary.do(createPerson, { input: { orgUnit: units.grid.id, name: '沈雨桐', phone: '19900007274' } });
    const { id }: { id: string } = Object(made).createPerson.person;
    const district = await scene.as('organisationOfficer', units.district);
    // Held above what the secretary sees: it must not show by whom it finds.
    await district.do(grantRole, { input: { person: id, role: 'gridWorker', orgUnit: units.siblingCommunity.id } });
    const find = async (by: typeof secretary, filter: object): Promise<string[]> =>
      Object(await by.do('query ($filter: PersonFilter) { people(first: 50, filter: $filter) { nodes { id } } }', { filter })).people.nodes.map((node: { id: string }) => node.id);
    const workers = { within: units.community.id, holds: { role: 'gridWorker', holdsOn: '2026-05-19' } };
    expect((await find(district, workers)).toSorted()).toEqual([id, worker.personId].toSorted());
    expect(await find(secretary, workers)).toEqual([worker.personId]);
    expect(await find(district, { holds: { role: 'gridWorker', within: units.siblingCommunity.id } })).toEqual([id]);
    expect(await find(secretary, { phone: '19900007274' })).toEqual([id]);
    expect(await find(await scene.as('supervisor', units.district), { phone: '19900007274' })).toEqual([]);
    await district.do(closePerson, { input: { id } });
    expect(await find(secretary, { phone: '19900007274', isClosed: false })).toEqual([]);
    expect(await find(secretary, { phone: '19900007274', isClosed: true })).toEqual([id]);
  });

  it('have accounts that only who manages them closes', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const worker = await scene.as('gridWorker', scene.units.grid);
    const input = { id: worker.personId };
    expect((await scene.anonymous.ask(closePerson, { input })).data).toMatchObject({ closePerson: { refusals: [{ code: 'NOT_FOUND' }] } });
    const stranger = await other.as('tenantAdministrator', other.units.district);
    expect((await stranger.ask(closePerson, { input })).data).toMatchObject({ closePerson: { refusals: [{ code: 'NOT_FOUND' }] } });
    const sibling = await scene.as('communitySecretary', scene.units.siblingCommunity);
    expect((await sibling.ask(closePerson, { input })).data).toMatchObject({ closePerson: { refusals: [{ code: 'NOT_FOUND' }] } });
    expect(await worker.ask(closePerson, { input })).toMatchObject(forbidden);
    const secretary = await scene.as('communitySecretary', scene.units.community);
    expect(verdict(await secretary.ask(closePerson, { input: { ...input, version: 7 } }))).toBe('CHANGED_MEANWHILE version');
    expect((await secretary.ask(closePerson, { input })).data).toMatchObject({ closePerson: { person: { id: worker.personId }, refusals: [] } });
    expect(await worker.do('{ viewer { person { id } } }')).toEqual({ viewer: { person: null } });
  });

  it('are not dismissed, and keep their account, by whom they stand above or watch', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const admin = await scene.as('tenantAdministrator', units.district);
    const auditor = await scene.as('auditor', units.community);
    const [{ id }] = Object(await auditor.do('{ viewer { roles { id } } }')).viewer.roles;
    expect(verdict(await secretary.ask(revokeRole, { input: { id } }))).toBe('REVOKE_EXCEEDS_YOURS id');
    expect(verdict(await secretary.ask(closePerson, { input: { id: auditor.personId } }))).toBe('ACCOUNT_EXCEEDS_YOURS id');
    // Lives in the community and serves the street.
    const officer = await scene.as('resident', units.community);
    await admin.do(grantRole, { input: { person: officer.personId, role: 'subDistrictOfficer', orgUnit: units.street.id } });
    expect(verdict(await secretary.ask(closePerson, { input: { id: officer.personId } }))).toBe('ACCOUNT_EXCEEDS_YOURS id');
    expect(verdict(await admin.ask(revokeRole, { input: { id } }))).toBe('done');
    expect(verdict(await secretary.ask(closePerson, { input: { id: auditor.personId } }))).toBe('done');
  });

  it('are made operators of the platform by nobody in a tenant', async () => {
    const scene = await world.scene();
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    expect(verdict(await admin.ask(grantRole, { input: { person: admin.personId, role: 'platformOperator', orgUnit: scene.units.district.id } }))).toBe('ROLE_UNKNOWN role');
  });
});

describe('signing in', () => {
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

  it('answers a token that is the person from then on, and sets an httpOnly cookie for this tenant alone', async () => {
    const { tenant } = await withAccount();
    const answer = await world.server.http.inject({
      method: 'POST',
      url: `/t/${tenant.slug}/graphql`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query: signIn, variables: { input: { login: 'Admin', password: 'weixiang-demo' } } }),
    });
    const { data } = Object(answer.json());
    expect(data).toMatchObject({ signIn: { person: { name: '郑海宁' }, refusals: [] } });
    expect(answer.cookies).toMatchObject([{ name: `wx_${tenant.slug}`, path: `/t/${tenant.slug}`, httpOnly: true, sameSite: 'Lax' }]);
    expect((await world.server.ask(tenant, data.signIn.token, '{ viewer { person { name } roles { role } } }')).data).toEqual({ viewer: { person: { name: '郑海宁' }, roles: [{ role: 'tenantAdministrator' }] } });
    await world.server.ask(tenant, data.signIn.token, 'mutation { signOut { isSignedOut } }');
    expect((await world.server.ask(tenant, data.signIn.token, '{ viewer { person { name } } }')).data).toEqual({ viewer: { person: null } });
  });

  it('says the same of a wrong password and of an unknown login', async () => {
    const { anonymous } = await withAccount();
    const wrong = await anonymous.ask(signIn, { input: { login: 'admin', password: 'wrong' } });
    const unknown = await anonymous.ask(signIn, { input: { login: 'nobody', password: 'wrong' } });
    expect(wrong.data).toMatchObject({ signIn: { token: null, person: null, refusals: [{ code: 'SIGN_IN_FAILED', field: 'password' }] } });
    expect(unknown).toEqual(wrong);
  });

  it('throttles failures, never successes, and forgives after a quarter of an hour', async () => {
    const { anonymous } = await withAccount();
    const right = { input: { login: 'admin', password: 'weixiang-demo' } };
    for (let times = 0; times < 8; times += 1) expect((await anonymous.ask(signIn, right)).data).toMatchObject({ signIn: { refusals: [] } });
    for (let times = 0; times < 5; times += 1) await anonymous.ask(signIn, { input: { login: 'admin', password: 'wrong' } });
    expect((await anonymous.ask(signIn, right)).data).toMatchObject({ signIn: { token: null, refusals: [{ code: 'SIGN_IN_THROTTLED' }] } });
    world.server.clock.advance(16 * 60_000);
    expect((await anonymous.ask(signIn, right)).data).toMatchObject({ signIn: { refusals: [] } });
  });

  it('keeps no token and no password anywhere in the database', async () => {
    const scene = await withAccount();
    const { data } = await scene.anonymous.ask(signIn, { input: { login: 'admin', password: 'weixiang-demo', idempotencyKey: 'once' } });
    const token: string = Object(data).signIn.token;
    const kept = await scene.write(async (tx) => {
      const rows = await tx.em.execute<{ text: string }[]>(`
        select coalesce(payload::text, '') as text from event union all select coalesce(answer::text, '') from idempotency_key
        union all select encode(token_hash, 'escape') from session union all select coalesce(password_hash, '') from person`);
      return rows.map(({ text }) => text).join('\n');
    });
    expect(kept).not.toContain(token);
    expect(kept).not.toContain('weixiang-demo');
  });
});
