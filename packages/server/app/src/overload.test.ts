import { World } from '@weixiang/core/testkit';
import { createHttpServer } from '@weixiang/kernel';
import { expect, it, onTestFinished } from 'vitest';

it('answers as many as there are places for, tells the rest at once when to come again, and stays in good health', async () => {
  const world = await World.start();
  onTestFinished(() => world.close());
  const { tenant } = await world.scene();
  const http = await createHttpServer(world.server.kernel, { routes: [], maxUploadBytes: 1_000, admission: { places: 1, rushMs: 1, rushLastsMs: 1, usualMs: 1 } });
  onTestFinished(() => http.close());
  const ask = (language: string) =>
    http.inject({ method: 'POST', url: `/t/${tenant.slug}/graphql`, headers: { 'content-type': 'application/json', 'accept-language': language }, payload: JSON.stringify({ query: '{ wishes { totalCount } }' }) });
  const answers = await Promise.all(Array.from({ length: 40 }, () => ask('zh')));
  const accepted = answers.filter(({ statusCode }) => statusCode === 200);
  const refused = answers.filter(({ statusCode }) => statusCode === 503);
  expect(accepted.length).toBeGreaterThan(0);
  expect(refused.length).toBeGreaterThan(20);
  expect(accepted.length + refused.length).toBe(40);
  for (const { headers } of refused) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(refused[0]?.json()).toEqual({ errors: [{ message: '现在使用的人很多，请稍候再试。', extensions: { code: 'OVERLOADED' } }] });
  expect((await http.inject('/healthz')).statusCode).toBe(200);
  expect((await ask('en')).statusCode).toBe(200);
});
