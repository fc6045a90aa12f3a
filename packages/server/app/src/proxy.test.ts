import { createAccounts } from '@weixiang/core';
import { World } from '@weixiang/core/testkit';
import { createHttpServer } from '@weixiang/kernel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from './installed.js';

const proxy = '192.0.2.7';
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { token refusals { code } } }';

describe('behind a proxy', () => {
  let world: World;
  let http: FastifyInstance;
  beforeAll(async () => {
    world = await World.start({ plugins });
    http = await createHttpServer(world.server.kernel, { routes: [], maxUploadBytes: 1_000, trustProxy: proxy });
  });
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  async function withAccount() {
    const scene = await world.scene();
    await createAccounts(world.server.kernel, scene.tenant, [{ login: 'admin', name: '郑海宁', password: 'weixiang-demo', role: 'tenantAdministrator' }]);
    return (password: string, remoteAddress: string, headers: Record<string, string>) =>
      http.inject({
        method: 'POST',
        url: `/t/${scene.tenant.slug}/graphql`,
        remoteAddress,
        headers: { 'content-type': 'application/json', ...headers },
        payload: JSON.stringify({ query: signIn, variables: { input: { login: 'admin', password } } }),
      });
  }

  it('keeps the cookie to HTTPS where the proxy says so, and believes nobody else', async () => {
    const ask = await withAccount();
    const said = { 'x-forwarded-proto': 'https' };
    const behind = await ask('weixiang-demo', proxy, said);
    expect(behind.cookies).toMatchObject([{ secure: true }]);
    expect(behind.headers['strict-transport-security']).toBe('max-age=31536000');
    const direct = await ask('weixiang-demo', '198.51.100.4', said);
    expect(direct.cookies[0]).not.toHaveProperty('secure');
    expect(direct.headers).not.toHaveProperty('strict-transport-security');
  });

  it('counts failures by the client’s address, which nobody but the proxy can name', async () => {
    const ask = await withAccount();
    const code = async (...sent: Parameters<typeof ask>) => Object((await ask(...sent)).json()).data.signIn.refusals[0]?.code ?? 'done';
    for (let time = 0; time < 5; time += 1) expect(await code('wrong', proxy, { 'x-forwarded-for': '203.0.113.1' })).toBe('SIGN_IN_FAILED');
    expect(await code('weixiang-demo', proxy, { 'x-forwarded-for': '203.0.113.1' })).toBe('SIGN_IN_THROTTLED');
    expect(await code('weixiang-demo', proxy, { 'x-forwarded-for': '203.0.113.2' })).toBe('done');
    for (let time = 0; time < 5; time += 1) expect(await code('wrong', '198.51.100.4', { 'x-forwarded-for': `203.0.113.${10 + time}` })).toBe('SIGN_IN_FAILED');
    expect(await code('weixiang-demo', '198.51.100.4', { 'x-forwarded-for': '203.0.113.99' })).toBe('SIGN_IN_THROTTLED');
  });
});
