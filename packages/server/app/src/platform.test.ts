import { buildPlatformSchema, createOperator, undescribed } from '@weixiang/kernel';
import { withClient } from '@weixiang/kernel/testkit';
import { World, type ApiAnswer } from '@weixiang/core/testkit';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from './installed.js';

const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { token operator { login name } refusals { code field message } } }';
const createTenant = 'mutation ($input: CreateTenantInput!) { createTenant(input: $input) { tenant { slug domain plugins } login password refusals { code field } } }';
const setDomain = 'mutation ($input: SetTenantDomainInput!) { setTenantDomain(input: $input) { tenant { slug domain } refusals { code field } } }';
const newOperator = 'mutation ($input: CreateOperatorInput!) { createOperator(input: $input) { operator { login } password refusals { code field } } }';

let count = 0;
const district = (changes: Record<string, unknown> = {}) => ({
  slug: `new-${(count += 1)}`,
  name: { zh: '某县', en: 'A county' },
  brand: { name: '某县红色项目', seal: '县', color: '#a62b23' },
  root: { code: 'X', name: '中共某县委员会', kind: '县委' },
  administrator: { login: 'admin', name: '郑海宁' },
  ...changes,
});

let world: World;
beforeAll(async () => {
  world = await World.start({ plugins });
});
afterAll(() => world.close());

async function ask(token: string | null, query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<ApiAnswer> {
  const answer = await world.server.http.inject({
    method: 'POST',
    url: '/platform/graphql',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    payload: JSON.stringify({ query, variables }),
  });
  const body: unknown = answer.json();
  return { status: answer.statusCode, data: null, ...Object(body) };
}

/** A new operator with an open session. */
async function operator(): Promise<{ login: string; password: string; token: string }> {
  const login = `ops-${(count += 1)}`;
  const { password } = await world.server.kernel.platform.run('createOperator', { requestId: 'test', operator: null }, (tx) => createOperator(tx, { login, name: '沈志远' }));
  const { data } = await ask(null, signIn, { input: { login, password } });
  return { login, password, token: String(Object(data).signIn.token) };
}

const owned = (sql: string, values: unknown[] = []) => withClient(world.server.database.databaseOwnerUrl, async (client) => {
  await client.query(`select set_config('app.platform', 'on', false)`);
  return (await client.query(sql, values)).rows;
});

describe('the platform’s endpoint', () => {
  it('describes every type, field and argument, and knows no type of a tenant', () => {
    const schema = buildPlatformSchema();
    expect(undescribed(schema)).toEqual([]);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual(['consumers', 'tenants', 'viewer']);
    for (const name of ['Wish', 'Person', 'Node', 'Project']) expect(schema.getType(name)).toBeUndefined();
  });

  it('tells an operator who they are and which tenants there are', async () => {
    const scene = await world.scene();
    const { token, login } = await operator();
    const { data } = await ask(token, '{ viewer { operator { login name } } tenants { slug name { zh } brand { name } plugins domain createdAt } }');
    expect(data).toMatchObject({ viewer: { operator: { login, name: '沈志远' } } });
    const tenants: { slug: string }[] = Object(data).tenants;
    expect(tenants.find(({ slug }) => slug === scene.tenant.slug)).toMatchObject({ name: { zh: '某区' }, brand: { name: '某区红色项目' }, plugins: ['education'], domain: null });
  });

  it('forbids everything to nobody and to a tenant’s administrator', async () => {
    const scene = await world.scene();
    const administrator = await scene.as('tenantAdministrator', scene.units.district);
    const cookie = { cookie: `wx_platform=${administrator.token}` };
    const slug = scene.tenant.slug;
    for (const [token, headers] of [[null, {}], [administrator.token, {}], [null, cookie], ['wxp_made-up', {}]] as const) {
      expect((await ask(token, '{ viewer { operator { login } } }', {}, headers)).data).toEqual({ viewer: { operator: null } });
      for (const [query, input] of [['{ tenants { slug } }', {}], [createTenant, district()], [setDomain, { slug, domain: 'a.example.org' }], [newOperator, { login: 'sneaky', name: '某人' }]] as const) {
        const { errors, data } = await ask(token, query, { input }, headers);
        expect(errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
        expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
      }
    }
    expect(await owned(`select from platform_operator where login = 'sneaky'`)).toEqual([]);
  });

  it('refuses a cookie that comes from another site', async () => {
    const { token } = await operator();
    const headers = { cookie: `wx_platform=${token}`, host: 'localhost:4000' };
    expect((await ask(null, '{ tenants { slug } }', {}, { ...headers, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await ask(null, '{ tenants { slug } }', {}, { ...headers, origin: 'http://localhost:4000' })).errors).toBeUndefined();
  });
});

describe('an operator’s session', () => {
  it('comes as a token and as a cookie for the platform alone, and ends with signing out', async () => {
    const { login, password } = await operator();
    const answer = await world.server.http.inject({ method: 'POST', url: '/platform/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query: signIn, variables: { input: { login: ` ${login.toUpperCase()} `, password } } }) });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: 'wx_platform', path: '/platform', httpOnly: true, sameSite: 'Strict' });
    const token = String(cookie?.value);
    expect((await ask(token, 'mutation { signOut { isSignedOut refusals { code } } }')).data).toEqual({ signOut: { isSignedOut: true, refusals: [] } });
    expect((await ask(token, '{ viewer { operator { login } } }')).data).toEqual({ viewer: { operator: null } });
  });

  it('is over after twelve hours, and at once when the account is closed', async () => {
    const [first, second] = [await operator(), await operator()];
    const viewer = '{ viewer { operator { login } } }';
    const start = world.server.clock.now();
    world.server.clock.advance(11 * 3_600_000);
    expect((await ask(first.token, viewer)).data).toEqual({ viewer: { operator: { login: first.login } } });
    await owned('update platform_operator set is_closed = true where login = $1', [second.login]);
    expect((await ask(second.token, viewer)).data).toEqual({ viewer: { operator: null } });
    expect(Object((await ask(null, signIn, { input: second })).data ?? {}).signIn).toBeUndefined(); // a token is no part of the input
    expect((await ask(null, signIn, { input: { login: second.login, password: second.password } })).data).toMatchObject({ signIn: { token: null, refusals: [{ code: 'SIGN_IN_FAILED' }] } });
    world.server.clock.advance(2 * 3_600_000);
    expect((await ask(first.token, viewer)).data).toEqual({ viewer: { operator: null } });
    world.server.clock.set(start);
  });

  it('is refused for a while after five wrong passwords, however many come at once, and never for right ones', async () => {
    const { login, password } = await operator();
    for (let at = 0; at < 8; at += 1) expect((await ask(null, signIn, { input: { login, password } })).data).toMatchObject({ signIn: { refusals: [] } });
    const wrong = await Promise.all(Array.from({ length: 9 }, () => ask(null, signIn, { input: { login, password: 'wrong' } })));
    const codes = wrong.map(({ data }) => String(Object(data).signIn.refusals[0].code));
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'SIGN_IN_THROTTLED')).toHaveLength(4);
    const right = await ask(null, signIn, { input: { login, password } });
    expect(right.data).toMatchObject({ signIn: { token: null, refusals: [{ code: 'SIGN_IN_THROTTLED', field: null }] } });
    world.server.clock.advance(16 * 60_000);
    expect((await ask(null, signIn, { input: { login, password } })).data).toMatchObject({ signIn: { operator: { login }, refusals: [] } });
  });
});

describe('making a tenant', () => {
  it('gives its administrator a first password that signs in there', async () => {
    const { token } = await operator();
    const input = district();
    const { data } = await ask(token, createTenant, { input });
    const { password } = Object(data).createTenant;
    expect(data).toEqual({ createTenant: { tenant: { slug: input.slug, domain: null, plugins: [] }, login: 'admin', password, refusals: [] } });
    const signedIn = await world.server.ask(input, null, 'mutation ($input: SignInInput!) { signIn(input: $input) { person { name } refusals { code } } }', { input: { login: 'admin', password } });
    expect(signedIn.data).toEqual({ signIn: { person: { name: '郑海宁' }, refusals: [] } });
  });

  it('refuses what cannot be one, blaming the field, and makes nothing', async () => {
    const { token } = await operator();
    const taken = district();
    await ask(token, createTenant, { input: taken });
    const brand = { name: '某县红色项目', seal: '县', color: '#a62b23' };
    const cases = [
      [taken, 'SLUG_TAKEN', 'slug'],
      [district({ slug: 'No Good' }), 'SLUG_UNREADABLE', 'slug'],
      [district({ brand: { ...brand, color: '#ffee00' } }), 'COLOR_TOO_PALE', 'brand.color'],
      [district({ brand: { ...brand, seal: '某县' } }), 'SEAL_IS_ONE_CHARACTER', 'brand.seal'],
      [district({ administrator: { login: 'a b', name: '某人' } }), 'LOGIN_UNREADABLE', 'administrator.login'],
      [district({ root: { code: 'X', name: ' ', kind: '县委' } }), 'REQUIRED', 'root.name'],
    ] as const;
    const before = await owned('select count(*)::int as count from tenant');
    for (const [input, code, field] of cases) {
      const { data } = await ask(token, createTenant, { input });
      expect(data).toEqual({ createTenant: { tenant: null, login: null, password: null, refusals: [{ code, field }] } });
    }
    expect(await owned('select count(*)::int as count from tenant')).toEqual(before);
  });
});

describe('making an operator', () => {
  it('gives a first password that signs in, and refuses a login twice', async () => {
    const { token } = await operator();
    const login = `second-${(count += 1)}`;
    const { data } = await ask(token, newOperator, { input: { login, name: '何秀兰' } });
    const { password } = Object(data).createOperator;
    expect((await ask(null, signIn, { input: { login, password } })).data).toMatchObject({ signIn: { operator: { login, name: '何秀兰' } } });
    expect((await ask(token, newOperator, { input: { login, name: '别人' } })).data).toEqual({ createOperator: { operator: null, password: null, refusals: [{ code: 'LOGIN_TAKEN', field: 'login' }] } });
    expect((await ask(token, newOperator, { input: { login: '运营', name: '别人' } })).data).toMatchObject({ createOperator: { refusals: [{ code: 'LOGIN_UNREADABLE', field: 'login' }] } });
  });
});

describe('the platform’s audit', () => {
  it('names who did what to which tenant, with no password in it', async () => {
    const { token, login } = await operator();
    const input = district();
    const { data } = await ask(token, createTenant, { input });
    await ask(token, setDomain, { input: { slug: input.slug, domain: 'audit.example.org' } });
    const rows = await owned('select action, detail, (select login from platform_operator o where o.id = operator_id) as by from platform_event where subject = $1 order by id', [input.slug]);
    expect(rows).toEqual([
      { action: 'tenant.asked', detail: {}, by: login },
      { action: 'tenant.created', detail: { administrator: 'admin' }, by: login },
      { action: 'tenant.domainSet', detail: { from: null, to: 'audit.example.org' }, by: login },
    ]);
    await ask(null, signIn, { input: { login, password: 'wrong' } });
    expect((await owned('select action from platform_event where subject = $1 order by id', [login])).map(({ action }) => action)).toEqual(['operator.created', 'operator.signedIn', 'operator.signInFailed']);
    expect(JSON.stringify(await owned('select * from platform_event'))).not.toContain(Object(data).createTenant.password);
  });

  it('can be neither changed nor deleted by the application', async () => {
    await operator();
    await withClient(world.server.database.databaseUrl, async (client) => {
      await client.query(`select set_config('app.platform', 'on', false)`);
      expect((await client.query('select count(*)::int as count from platform_event')).rows[0].count).toBeGreaterThan(0);
      await expect(client.query(`update platform_event set subject = ''`)).rejects.toThrow(/permission denied/);
      await expect(client.query('delete from platform_event')).rejects.toThrow(/permission denied/);
    });
  });
});

describe('an operator sees nothing inside a tenant', () => {
  it('is nobody at a tenant’s address, by token and by cookie', async () => {
    const scene = await world.scene();
    const { token } = await operator();
    const query = '{ viewer { person { id } roles { role } } people(first: 10) { totalCount } }';
    const nobody = await scene.anonymous.ask(query);
    expect(await world.server.ask(scene.tenant, token, query)).toEqual(nobody);
    const byCookie = await world.server.http.inject({ method: 'POST', url: `/t/${scene.tenant.slug}/graphql`, headers: { 'content-type': 'application/json', cookie: world.server.cookie(scene.tenant, token) }, payload: JSON.stringify({ query }) });
    expect(Object(byCookie.json())).toMatchObject({ data: nobody.data });
  });

  it('and the platform’s transaction sees no row of any tenant’s table', async () => {
    const scene = await world.scene();
    await scene.as('resident', scene.units.grid, '邓雨桐');
    const tables: { name: string }[] = await owned(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['person', 'wish', 'session', 'event']));
    const seen = await world.server.kernel.platform.run('look', { requestId: 'test', operator: null }, async ({ em }) => {
      const counts: { name: string; rows: number }[] = [];
      for (const { name } of tables) {
        const [row] = await em.execute<{ rows: number }[]>(`select count(*)::int as rows from ${name}`);
        if (row && row.rows > 0) counts.push({ name, rows: row.rows });
      }
      return counts;
    });
    expect(seen).toEqual([]);
  });

  it('since only the kernel’s platform folder opens the platform’s tables, by one function', () => {
    const packages = fileURLToPath(new URL('../../../', import.meta.url));
    const sources = globSync('**/*.{ts,tsx}', { cwd: packages, exclude: ['**/{node_modules,dist,dist-types}', '**/*.test.ts'] });
    const naming = (pattern: RegExp) => sources.filter((path) => pattern.test(readFileSync(`${packages}${path}`, 'utf8'))).sort();
    expect(naming(/SET LOCAL app\.platform|set_config\('app\.platform/i)).toEqual(['server/kernel/src/database/database.ts']);
    expect(naming(/\.onPlatform\(/)).toEqual(['server/kernel/src/platform/platform.ts']);
    expect(naming(/\bplatform_(operator|session|event)\b/).every((path) => path.startsWith('server/kernel/src/platform/'))).toBe(true);
  });
});
