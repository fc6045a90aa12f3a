import { createOperator, domainOf, pathAtDomain } from '@weixiang/kernel';
import { World, type Scene } from '@weixiang/core/testkit';
import { createAccounts } from '@weixiang/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from './installed.js';
import { servePages } from './pages.js';

const setDomain = 'mutation ($input: SetTenantDomainInput!) { setTenantDomain(input: $input) { tenant { slug domain } refusals { code field } } }';
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { token person { name } refusals { code } } }';

describe('a path at a tenant’s domain', () => {
  it('leads into that tenant and nowhere else', () => {
    expect(pathAtDomain('/', 'qiaocheng')).toBe('/t/qiaocheng/');
    expect(pathAtDomain('/graphql?x=1', 'qiaocheng')).toBe('/t/qiaocheng/graphql?x=1');
    expect(pathAtDomain('/t/qiaocheng/console', 'qiaocheng')).toBe('/t/qiaocheng/console');
    expect(pathAtDomain('/web/assets/a.js', 'qiaocheng')).toBe('/web/assets/a.js');
    expect(pathAtDomain('/t/jiayuguan/graphql', 'qiaocheng')).toBe('/t/qiaocheng/t/jiayuguan/graphql');
    expect(pathAtDomain('/t/qiaocheng-2/graphql', 'qiaocheng')).toBe('/t/qiaocheng/t/qiaocheng-2/graphql');
    expect(pathAtDomain('/platform/graphql', 'qiaocheng')).toBe('/t/qiaocheng/platform/graphql');
  });

  it('is one of a host name, Chinese ones too', () => {
    expect(domainOf(' Xiangmu.Example.GOV.cn ')).toBe('xiangmu.example.gov.cn');
    expect(domainOf('谯城.中国')).toMatch(/^xn--[a-z0-9]+\.xn--fiqs8s$/);
    for (const words of ['', 'localhost', '10.0.0.1', 'https://a.example.org', 'a.example.org:80', 'a.example.org/x', 'a b.example.org', '-a.example.org']) expect({ words, domain: domainOf(words) }).toEqual({ words, domain: null });
  });
});

describe('a tenant with a domain', () => {
  let world: World;
  let token: string;
  beforeAll(async () => {
    world = await World.start({ plugins });
    await servePages(world.server.http, world.server.kernel);
    const { platform } = world.server.kernel;
    const { password } = await platform.run('createOperator', { requestId: 'test', operator: null }, (tx) => createOperator(tx, { login: 'ops', name: '沈志远' }));
    const { session } = await platform.signIn({ login: 'ops', password }, { requestId: 'test', clientAddress: '127.0.0.1' });
    token = session.token;
  });
  afterAll(() => world.close());

  const post = async (url: string, query: string, variables: unknown, headers: Record<string, string>) => {
    const answer = await world.server.http.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify({ query, variables }) });
    return { status: answer.statusCode, cookies: answer.cookies, ...Object(answer.json()) };
  };
  const set = async (scene: Scene, domain: string | null) => (await post('/platform/graphql', setDomain, { input: { slug: scene.tenant.slug, domain } }, { authorization: `Bearer ${token}`, host: 'platform.example.org:4000' })).data.setTenantDomain;

  it('is served there at the root: API, sign-in and its cookie', async () => {
    const scene = await world.scene();
    await createAccounts(world.server.kernel, scene.tenant, [{ login: 'admin', name: '郑海宁', password: 'weixiang-demo', role: 'tenantAdministrator' }]);
    expect(await set(scene, 'Xiangmu.example.org')).toEqual({ tenant: { slug: scene.tenant.slug, domain: 'xiangmu.example.org' }, refusals: [] });
    const host = 'xiangmu.example.org:443';
    expect((await post('/graphql', '{ tenant { slug } }', {}, { host })).data).toEqual({ tenant: { slug: scene.tenant.slug } });
    const signedIn = await post('/graphql', signIn, { input: { login: 'admin', password: 'weixiang-demo' } }, { host, origin: `https://${host}` });
    const [cookie] = signedIn.cookies;
    expect(cookie).toMatchObject({ name: `wx_${scene.tenant.slug}`, path: '/', httpOnly: true, sameSite: 'Lax' });
    const own = { host, cookie: `${cookie.name}=${cookie.value}`, origin: `http://${host}` };
    expect((await post('/graphql', '{ viewer { person { name } } }', {}, own)).data).toEqual({ viewer: { person: { name: '郑海宁' } } });
    expect((await post('/graphql', '{ viewer { person { name } } }', {}, { ...own, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post(`/t/${scene.tenant.slug}/graphql`, signIn, { input: { login: 'admin', password: 'weixiang-demo' } }, { host })).cookies[0]).toMatchObject({ path: `/t/${scene.tenant.slug}` });
  });

  it('shows its pages there and says in them whose they are', async () => {
    const scene = await world.scene();
    await set(scene, 'pages.example.org');
    for (const url of ['/', '/console', '/wishes/new']) {
      const page = await world.server.http.inject({ url, headers: { host: 'pages.example.org' } });
      expect([200, 503]).toContain(page.statusCode); // 503 while the web is not built
      if (page.statusCode === 200) expect(page.body).toContain(`<meta name="weixiang-tenant" content="${scene.tenant.slug}">`);
    }
    const elsewhere = await world.server.http.inject({ url: `/t/${scene.tenant.slug}/` });
    expect(elsewhere.body).not.toContain('weixiang-tenant');
    expect((await world.server.http.inject({ url: '/healthz', headers: { host: 'pages.example.org' } })).json()).toEqual({ status: 'ok' });
  });

  it('shows neither another tenant there nor the platform', async () => {
    const [scene, other] = await Promise.all([world.scene(), world.scene()]);
    await set(scene, 'alone.example.org');
    const headers = { host: 'alone.example.org', authorization: `Bearer ${token}` };
    expect((await post(`/t/${other.tenant.slug}/graphql`, '{ tenant { slug } }', {}, headers)).status).toBe(404);
    expect((await post('/platform/graphql', '{ tenants { slug } }', {}, headers)).status).toBe(404);
  });

  it('leaves it at once when the domain is taken away, and other hosts are served as before', async () => {
    const scene = await world.scene();
    await set(scene, 'short.example.org');
    expect(await set(scene, null)).toEqual({ tenant: { slug: scene.tenant.slug, domain: null }, refusals: [] });
    expect((await post('/graphql', '{ tenant { slug } }', {}, { host: 'short.example.org' })).status).toBe(404);
    expect((await post(`/t/${scene.tenant.slug}/graphql`, '{ tenant { slug } }', {}, { host: 'short.example.org' })).status).toBe(200);
  });

  it('is refused a domain that is none, another’s, or the platform’s own, and an unknown tenant any', async () => {
    const [scene, other] = await Promise.all([world.scene(), world.scene()]);
    await set(scene, 'taken.example.org');
    const refused = (code: string, field: string) => ({ tenant: null, refusals: [{ code, field }] });
    expect(await set(other, 'taken.example.org')).toEqual(refused('DOMAIN_TAKEN', 'domain'));
    expect(await set(other, 'http://x.example.org')).toEqual(refused('DOMAIN_UNREADABLE', 'domain'));
    expect(await set(other, 'platform.example.org')).toEqual(refused('DOMAIN_IS_PLATFORM', 'domain'));
    expect(await set({ ...other, tenant: { ...other.tenant, slug: 'nowhere' } }, 'x.example.org')).toEqual(refused('NOT_FOUND', 'slug'));
  });
});
