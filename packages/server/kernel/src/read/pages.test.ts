import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorsOf } from './fixture/actors.fixture.js';
import { ask } from './fixture/asking.fixture.js';
import { openWorld, type World } from './fixture/world.fixture.js';
import type { ReadActorContext } from './reads.js';

let world: World;
let administrator: ReadActorContext;
let resident: ReadActorContext;
beforeAll(async () => {
  world = await openWorld();
  const actors = actorsOf(world.here);
  administrator = actors['administrator'] ?? expect.fail('There is no administrator.');
  resident = actors['resident'] ?? expect.fail('There is no resident.');
});
afterAll(() => world?.close());

const cursorOf = (...values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');
const anId = '01961c2e-5d0b-7a3f-9c55-0c1f2a9be701';

describe('pages of a list', () => {
  // Every order has ties, and PRIORITY and ANSWERED have rows without a value.
  it.each(['NEWEST', 'PRIORITY', 'ANSWERED', 'WORDS'])('join up to the whole list in the order %s', async (sort) => {
    for (const reader of [administrator, resident]) {
      const { data: whole } = await ask(world, reader, '{ wishes(first: 100, sort: ' + sort + ') { nodes { id } totalCount pageInfo { hasNextPage } } }');
      expect(whole.wishes.pageInfo.hasNextPage).toBe(false);
      const seen: unknown[] = [];
      for (let after: string | null = null, pages = 0; pages < 40; pages++) {
        const { data } = await ask(world, reader, `query ($after: String) { wishes(first: 7, sort: ${sort}, after: $after) { nodes { id } edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`, { after });
        const { nodes, edges, pageInfo, totalCount } = data.wishes;
        seen.push(...nodes);
        expect(totalCount).toBe(whole.wishes.totalCount);
        expect(pageInfo).toMatchObject({ hasPreviousPage: after !== null, startCursor: edges[0].cursor, endCursor: edges.at(-1).cursor });
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(seen).toEqual(whole.wishes.nodes);
      expect(seen.length).toBe(whole.wishes.totalCount);
    }
  });

  it('go on inside each record of an outer list', async () => {
    const query = `query ($after: String) { orgUnits(filter: { isRoot: true }) { nodes { children(first: 2, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } } } }`;
    const first = (await ask(world, administrator, query)).data.orgUnits.nodes[0].children;
    const second = (await ask(world, administrator, query, { after: first.pageInfo.endCursor })).data.orgUnits.nodes[0].children;
    expect([first.nodes.length, first.pageInfo.hasNextPage, second.nodes.length, second.pageInfo.hasNextPage]).toEqual([2, true, 1, false]);
  });

  it('are empty past the end, with the count of the whole list', async () => {
    const { data } = await ask(world, administrator, `{ wishes(after: "${cursorOf('NEWEST', '1900-01-01', anId)}") { nodes { id } edges { cursor } totalCount pageInfo { hasNextPage startCursor endCursor } } }`);
    expect(data.wishes).toEqual({ nodes: [], edges: [], totalCount: 70, pageInfo: { hasNextPage: false, startCursor: null, endCursor: null } });
  });

  it('have cursors that say nothing of what the reader may not see', async () => {
    const { data } = await ask(world, resident, '{ people(sort: NAME, first: 100) { edges { cursor node { id } } } }');
    const cursors: string[] = data.people.edges.map(({ cursor }: { cursor: string }) => Buffer.from(cursor, 'base64url').toString());
    const names = world.here.residents.slice(1).map(({ properties }) => String(properties['name']));
    expect(cursors.filter((cursor) => names.some((name) => cursor.includes(name)))).toEqual([]);
  });
});

describe('a page that cannot be', () => {
  it.each([0, -1, 101, 2_147_483_647])('is refused for first: %d', async (first) => {
    const { data, errors, sql } = await ask(world, administrator, 'query ($first: Int) { orgUnits { nodes { wishes(first: $first) { totalCount } } } }', { first });
    expect(errors?.map(({ message, path, extensions }) => ({ message, path, extensions }))).toEqual([
      { message: 'first must be a whole number from 1 to 100.', path: ['orgUnits'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect([data, sql]).toEqual([null, []]);
  });

  it('takes the usual size for null', async () => {
    const { data } = await ask(world, administrator, '{ wishes(first: null) { nodes { id } } }');
    expect(data.wishes.nodes).toHaveLength(20);
  });

  it.each([
    ['nonsense', 'after is not a cursor of this list.'],
    ['', 'after is not a cursor of this list.'],
    [cursorOf('NEWEST'), 'after is not a cursor of this list.'],
    [cursorOf('NEWEST', '2026-01-01', 'no id'), 'after is not a cursor of this list.'],
    [cursorOf('NEWEST', { a: 1 }, anId), 'after is not a cursor of this list.'],
    [cursorOf('NEWEST', '2026-01-01', '2026-01-01', anId), 'after is not a cursor of this list.'],
    [cursorOf('WORDS', '2026-01-01', anId), 'after is a cursor of another order: ask for the first page of this order first.'],
    [cursorOf('NEWEST', '2026-02-31', anId), 'A value in the arguments is out of range or cannot be read.'],
    [cursorOf('NEWEST', "'; drop table wish; --", anId), 'A value in the arguments is out of range or cannot be read.'],
  ])('is refused for the cursor %s', async (after, message) => {
    const { errors } = await ask(world, administrator, 'query ($after: String) { wishes(after: $after, sort: NEWEST) { nodes { id } } }', { after });
    expect(errors?.map((error) => [error.message, error.extensions['code'], error.path])).toEqual([[message, 'BAD_USER_INPUT', ['wishes']]]);
  });

  it.each(['\u0000', '99999999999-01-01'])('is refused for values that PostgreSQL cannot hold: %j', async (search) => {
    const { errors, data } = await ask(world, administrator, 'query ($search: String) { wishes(filter: { search: $search }) { totalCount } }', { search });
    if (search === '\u0000') expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    else expect(data.wishes.totalCount).toBe(0);
  });
});

describe('ids in arguments', () => {
  it('read as absent when they are malformed, of another noun, or nobody’s', async () => {
    const [wish] = (await ask(world, administrator, '{ wishes(first: 1) { nodes { id } } }')).data.wishes.nodes;
    const other = wish.id.replace('wish_', 'person_');
    for (const id of ['', 'wish_', 'nonsense', other, anId, 'wish_01jregejrbf8zssnac3wn9qsr1']) {
      const { data, errors } = await ask(world, administrator, 'query ($id: ID!) { wish(id: $id) { id } node(id: $id) { id } wishes(filter: { orgUnit: $id, within: $id, backedBy: $id }) { totalCount } orgUnits(filter: { ids: [$id] }) { totalCount } }', { id });
      expect([data, errors]).toEqual([{ wish: null, node: null, wishes: { totalCount: 0 }, orgUnits: { totalCount: 0 } }, undefined]);
    }
    expect((await ask(world, administrator, 'query ($id: ID!) { node(id: $id) { id __typename } }', { id: wish.id })).data.node).toEqual({ id: wish.id, __typename: 'Wish' });
  });
});
