import { GraphQLError, type GraphQLResolveInfo, parse, execute } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toTypeId } from '@weixiang/shared';
import { buildSchema } from '../schema/build.js';
import { RecordRef } from '../write/write.js';
import { contextOf } from './fixture/actors.fixture.js';
import { ask } from './fixture/asking.fixture.js';
import { OrgUnit, Wish } from './fixture/town.fixture.js';
import { everything, openWorld, type World } from './fixture/world.fixture.js';
import { createReads, type ReadActorContext } from './reads.js';

let world: World;
let administrator: ReadActorContext;
beforeAll(async () => {
  world = await openWorld();
  administrator = contextOf(world.here, world.here.residents[0]?.id ?? null, (_, { can }) => can('manage', 'all'));
});
afterAll(() => world?.close());

/** Runs a query whose field `wish` answers with records that a resolver named, as a mutation's payload does. */
async function askNamed(source: string, refs: RecordRef | RecordRef[], reader = administrator, field = 'wish'): Promise<{ data: unknown; sql: string[]; raw: unknown[] }> {
  const schema = buildSchema(everything);
  const reads = createReads(world.pool, reader);
  const raw: unknown[] = [];
  const definition = schema.getQueryType()?.getFields()[field];
  if (!definition) throw new Error(`There is no ${field}.`);
  definition.resolve = async (_source: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    const value = await reads.field(info, refs);
    raw.push(value);
    return value;
  };
  world.takeStatements();
  const { data, errors } = await execute({ schema, document: parse(source), contextValue: { reads } });
  if (errors) throw new GraphQLError(errors.map(({ message }) => message).join());
  return { data: JSON.parse(JSON.stringify(data)), sql: world.takeStatements().map(({ text }) => text), raw };
}

const anyWish = () => world.here.rows.of(Wish)[3] ?? expect.fail();
const id = toTypeId('wish', '00000000-0000-0000-0000-000000000000');

describe('records that a resolver names', () => {
  it('are read back for whatever is selected, under response keys, with what computed fields need', async () => {
    const wish = anyWish();
    const { raw, sql } = await askNamed(`{ a: wish(id: "${id}") { text: words unit: orgUnit { name } summary } }`, new RecordRef('Wish', wish.id));
    expect(sql).toHaveLength(1);
    expect(raw[0]).toMatchObject({
      text: wish.properties['words'],
      unit: { name: world.here.rows.find(wish.properties['orgUnit'])?.properties['name'], __typename: 'OrgUnit' },
      __typename: 'Wish',
      $: { orgUnit: wish.properties['orgUnit'], orgPath: wish.properties['orgPath'], state: wish.properties['state'], words: wish.properties['words'], recordedOn: wish.properties['recordedOn'] },
    });
    expect(raw[0]).not.toHaveProperty('summary');
  });

  it('named in the same tick with the same selection are one statement', async () => {
    const [first, second] = world.here.rows.of(Wish);
    const { sql, data } = await askNamed(`{ wish(id: "${id}") { id } }`, [new RecordRef('Wish', first?.id ?? ''), new RecordRef('Wish', second?.id ?? '')]).catch((error: unknown) => ({ sql: world.takeStatements().map(({ text }) => text), data: error }));
    expect(sql).toHaveLength(1);
    expect(data).toBeInstanceOf(GraphQLError); // a list where the schema has one record
  });

  it('that are absent or may not be read are null', async () => {
    const reader = contextOf(world.here, null, (_, { can }) => can('read', 'Wish', { isPublic: true }));
    const hidden = world.here.rows.of(Wish).find(({ properties }) => properties['isPublic'] === false);
    const query = `{ wish(id: "${id}") { id words } }`;
    expect((await askNamed(query, new RecordRef('Wish', hidden?.id ?? ''), reader)).data).toEqual({ wish: null });
    expect((await askNamed(query, new RecordRef('Wish', world.here.tenantId))).data).toEqual({ wish: null });
    expect((await askNamed(query, new RecordRef('Nothing', world.here.tenantId))).data).toEqual({ wish: null });
    expect((await askNamed(query, new RecordRef('Wish', world.elsewhere.rows.of(Wish)[0]?.id ?? ''))).data).toEqual({ wish: null });
    expect((await askNamed(query, new RecordRef('Wish', hidden?.id ?? ''), contextOf(world.here, null, () => undefined))).data).toEqual({ wish: null });
  });

  it('show as the type that their row is of', async () => {
    const project = world.here.rows.all().find(({ properties }) => properties['type'] === 'education');
    const { data } = await askNamed(`{ project(id: "${id}") { __typename ... on EducationProject { sign courseCount courses(first: 1) { nodes { title project { sign } } } } } }`, new RecordRef('Project', project?.id ?? ''), administrator, 'project');
    const sign = `education: ${String(project?.properties['name'])}`;
    expect(data).toEqual({ project: { __typename: 'EducationProject', sign, courseCount: 3, courses: { nodes: [{ title: '书法', project: { sign } }] } } });
  });
});

describe('an operation', () => {
  it('is left to graphql-js when something in it is no record', async () => {
    const schema = buildSchema(everything);
    const reads = createReads(world.pool, administrator);
    const operation = (source: string, variables: Record<string, unknown> = {}, operationName: string | null = null) =>
      reads.operation({ schema, document: parse(source), documentKey: source, operationName, variables });
    expect(await operation('{ __schema { queryType { name } } }')).toBeNull();
    expect(await operation('{ wishes(first: 1) { nodes { summary } } }')).toBeNull();
    expect(await operation('query A { wishes(first: 1) { totalCount } } query B { __typename }')).toBeNull();
    expect(await operation('query A { wishes(first: 1) { totalCount } } query B { __typename }', {}, 'B')).toBe('{"__typename":"Query"}');
    expect(await operation('query ($first: Int) { wishes(first: $first) { totalCount } }', { first: 'many' })).toBeNull();
    expect(await operation('query ($first: Int!) { wishes(first: $first) { totalCount } }')).toBeNull();
    expect(await operation('{ wishes(first: 1) { totalCount nodes { words @skip(if: true) summary @include(if: false) } } }')).toBe('{"wishes":{"totalCount":70,"nodes":[{}]}}');
  });

  it('throws what is nobody’s mistake but ours', async () => {
    await world.admin.query('alter table wish rename column note to memo');
    try {
      await expect(ask(world, administrator, '{ wishes { nodes { note } } }')).rejects.toThrow('column wish1.note does not exist');
    } finally {
      await world.admin.query('alter table wish rename column memo to note');
    }
  });

  it('merges what is selected twice, and keeps the order of the selection', async () => {
    const { text } = await ask(world, administrator, `{ orgUnits(filter: { isRoot: true }) { nodes { name ...A kind { en } ... on OrgUnit { kind { zh2: zh } name } } totalCount } } fragment A on OrgUnit { parent { id } kind { zh } }`);
    const root = world.here.rows.of(OrgUnit)[0]?.properties;
    const { zh, en } = Object(root?.['kind']);
    expect(text).toBe(`{"orgUnits":{"nodes":[{"name":${JSON.stringify(root?.['name'])},"parent":null,"kind":${JSON.stringify({ zh, en, zh2: zh })}}],"totalCount":1}}`);
  });
});
