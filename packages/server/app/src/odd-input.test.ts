import { verdict, World, type Caller, type Scene } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from './installed.js';

const makeWish = 'mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } refusals { code field } } }';
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { refusals { code } } }';

describe('a client that sends odd things', () => {
  let world: World;
  let scene: Scene;
  let resident: Caller;
  beforeAll(async () => {
    world = await World.start({ plugins });
    scene = await world.scene();
    resident = await scene.as('resident', scene.units.grid);
  });
  afterAll(() => world.close());

  const wish = (more: object) => resident.ask(makeWish, { input: { orgUnit: scene.units.grid.id, words: '楼道的灯坏了', channel: 'ONLINE_HOME', ...more } });
  const post = (headers: Record<string, string>) =>
    world.server.http.inject({ method: 'POST', url: `/t/${scene.tenant.slug}/graphql`, headers: { 'content-type': 'application/json', ...headers }, payload: '{"query":"{ viewer { today } }"}' });

  it('is told that characters which no text can hold cannot be read, wherever it writes them', async () => {
    expect(verdict(await wish({ words: 'a\u0000b' }))).toBe('BAD_USER_INPUT');
    expect(verdict(await wish({ idempotencyKey: 'a\u0000b' }))).toBe('BAD_USER_INPUT');
    expect(verdict(await resident.ask('{ wishes(filter: { search: "a\\u0000b" }) { totalCount } }'))).toBe('BAD_USER_INPUT');
    expect(verdict(await scene.anonymous.ask(signIn, { input: { login: 'admin', password: 'a\u0000b' } }))).toBe('SIGN_IN_FAILED');
  });

  it('may send half a character, which is kept as a mark that stands for it, in the record and in its event', async () => {
    expect(verdict(await wish({ words: '车棚\ud800' }))).toBe('done');
    const rows = await scene.write((tx) => tx.em.execute(`select wish.words, event.payload #>> '{changes,words,1}' as told from wish join event on event.subject_id = wish.id where words like '车棚%'`));
    expect(rows).toEqual([{ words: '车棚\ufffd', told: '车棚\ufffd' }]);
  });

  it('gives its attempts names of a sensible length', async () => {
    expect(verdict(await wish({ idempotencyKey: 'k'.repeat(201) }))).toBe('TOO_LONG idempotencyKey');
    expect(verdict(await wish({ idempotencyKey: 'k'.repeat(200) }))).toBe('done');
  });

  it('searches for words of a sensible length', async () => {
    const search = (words: string) => resident.ask('query ($filter: WishFilter) { wishes(filter: $filter) { totalCount } }', { filter: { search: words } });
    expect(verdict(await search('灯'.repeat(201)))).toBe('BAD_USER_INPUT');
    expect((await search('灯'.repeat(200))).data).toEqual({ wishes: { totalCount: 1 } }); // by its character
  });

  it('may write a purpose that is not percent-encoded', async () => {
    expect((await post({ 'x-purpose': '100% visits' })).statusCode).toBe(200);
  });

  it('names its request only in letters that logs and records can hold', async () => {
    expect((await post({ 'x-request-id': 'trace-7:a.b' })).headers['x-request-id']).toBe('trace-7:a.b');
    for (const odd of ['a b', `"},{"level":50`, 'x'.repeat(101)]) expect((await post({ 'x-request-id': odd })).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
