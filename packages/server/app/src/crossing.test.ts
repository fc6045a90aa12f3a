import { World, type Scene } from '@weixiang/core/testkit';
import { registry, type FeatureSet } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from './installed.js';
import { populate } from './testkit/populate.js';

/** One place of the schema that takes an id, and a document that puts one there. */
interface Probe {
  /** `mutation acceptWish.input.id`, `wishes.filter.within`. */
  place: string;
  kind: 'query' | 'mutation';
  document: string;
  /** What the place is called after: `demand`, and for an `id` the field that takes it, `acceptWish`. */
  name: string;
  /** Variables with this id in that place, and whatever else is required filled in. */
  variables(id: string): Record<string, unknown>;
}

/** An id, and the GraphQL type of the record that it names. */
interface KnownId {
  id: string;
  typeName: string;
}

// A nightly run can put every id in every place: CROSSED_IDS=30.
const others = Number(process.env['CROSSED_IDS'] ?? 3);

// Thousands of requests: several for each place of the schema that takes an id.
describe('an id of another tenant', { timeout: 240_000 }, () => {
  let world: World;
  let here: Scene;
  let there: Scene;
  let schema: GraphQLSchema;
  let foreign: KnownId[];
  beforeAll(async () => {
    world = await World.start({ plugins });
    [here, there] = await Promise.all([world.scene(), world.scene()]);
    await populate(here);
    await populate(there);
    const set: FeatureSet = world.server.kernel.featuresOf(here.tenant);
    schema = world.server.kernel.schemas.of(set);
    foreign = await idsOf(there);
  });
  afterAll(() => world.close());

  it('exists in every table that ids name', async () => {
    const prefixes = new Set(foreign.map(({ id }) => id.slice(0, id.lastIndexOf('_'))));
    expect(prefixes.size).toBeGreaterThan(12);
  });

  it('reads as absent in every argument of every query, filters and nested lists included', async () => {
    const admin = await here.as('tenantAdministrator', here.units.district);
    const probes = probesOf(schema, 'query');
    expect(probes.length).toBeGreaterThan(20);
    for (const [at, probe] of probes.entries()) {
      for (const id of idsFor(probe, at, foreign)) {
        const answer = await admin.ask(probe.document, probe.variables(id));
        expect({ place: probe.place, leaks: leaksIn(answer, id) }).toEqual({ place: probe.place, leaks: [] });
      }
    }
  });

  it('would have been found if it were one’s own: the same documents find own records', async () => {
    const admin = await here.as('tenantAdministrator', here.units.district);
    const own = await idsOf(here);
    const found = new Set<string>();
    for (const [at, probe] of probesOf(schema, 'query').entries()) {
      for (const id of idsFor(probe, at, own)) {
        const { data } = await admin.ask(probe.document, probe.variables(id));
        if (/"id":"|"totalCount":[1-9]/.test(JSON.stringify(data))) found.add(probe.place);
      }
    }
    expect(found.size).toBeGreaterThan(30);
  });

  it('is refused as absent in every argument of every mutation, and changes nothing there', async () => {
    const admin = await here.as('tenantAdministrator', here.units.district);
    const probes = probesOf(schema, 'mutation');
    expect(probes.length).toBeGreaterThan(30);
    const before = await snapshot(there);
    for (const [at, probe] of probes.entries()) {
      for (const id of idsFor(probe, at, foreign)) {
        const answer = await admin.ask(probe.document, probe.variables(id));
        expect({ place: probe.place, leaks: leaksIn(answer, id), status: answer.status }).toMatchObject({ place: probe.place, leaks: [] });
        expect({ place: probe.place, internal: answer.errors?.filter(({ extensions }) => extensions?.['code'] === 'INTERNAL') ?? [] }).toEqual({ place: probe.place, internal: [] });
      }
    }
    expect(await snapshot(there)).toEqual(before);
  });

  /** Ids of the other tenant anywhere in the answer; the one that was sent may come back in an error's words only. */
  function leaksIn({ data }: { data: unknown }, sent: string): string[] {
    const text = JSON.stringify(data) ?? '';
    return foreign.map(({ id }) => id).filter((id) => text.includes(id) && !(id === sent && text.includes('"refusals"') && !text.includes(`"id":"${id}"`)));
  }
});

/** Places that are called after what a record is to them. */
const calledOtherwise = new Map([
  ...['within', 'parent'].map((name) => [name, 'OrgUnit'] as const),
  ...['kind', 'kinds', 'category', 'aspect', 'level'].map((name) => [name, 'VocabularyTerm'] as const),
  ['round', 'EvaluationRound'],
]);

/** The id of what a place is called after and some others in turn, so that each comes to many places; all where its name does not tell. */
function idsFor({ name }: Probe, at: number, known: readonly KnownId[]): string[] {
  const called = (calledOtherwise.get(name) ?? name).toLowerCase();
  const isMeant = ({ typeName }: { typeName: string }): boolean => called.includes(typeName.toLowerCase());
  if (!registry.tables().some(isMeant)) return known.map(({ id }) => id);
  const rest = known.filter((one) => !isMeant(one));
  const inTurn = rest.map((_, offset) => rest[(at * others + offset) % rest.length]).slice(0, others);
  return [...known.filter(isMeant), ...inTurn].flatMap((one) => (one ? [one.id] : []));
}

/** One id of each table that holds rows. */
async function idsOf(scene: Scene): Promise<KnownId[]> {
  return scene.write(async (tx) => {
    const ids: KnownId[] = [];
    for (const { entity, prefix, typeName } of registry.tables()) {
      const table = tx.em.getMetadata().find(entity)?.tableName;
      if (!table) continue;
      const rows = await tx.em.execute<{ id: string }[]>(`select id from ${table} where tenant_id = ? limit 1`, [tx.tenant.id]);
      ids.push(...rows.map(({ id }) => ({ id: toTypeId(prefix, id), typeName })));
    }
    return ids;
  });
}

/** Everything a tenant has, counted and summed: equal before and after means nothing changed. */
async function snapshot(scene: Scene): Promise<Record<string, unknown>> {
  return scene.write(async (tx) => {
    const state: Record<string, unknown> = {};
    for (const { entity } of registry.tables()) {
      const table = tx.em.getMetadata().find(entity)?.tableName;
      if (!table || table === 'event') continue;
      const rows = await tx.em.execute<unknown[]>(`select count(*)::int as count, coalesce(sum(version), 0)::int as versions from ${table} where tenant_id = ?`, [tx.tenant.id]);
      state[table] = rows[0];
    }
    return state;
  });
}

/** Every place of the schema's root fields, and of nested lists, that takes an id. */
function probesOf(schema: GraphQLSchema, kind: 'query' | 'mutation'): Probe[] {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const fields = Object.values(root?.getFields() ?? {});
  return fields.flatMap((field) => [
    ...placesOf(field).map((path) => probe(kind, field, path, selectionOf(field))),
    ...(kind === 'query' ? nestedProbes(field) : []),
  ]);
}

/** Paths to ids inside a field's arguments: `input.id`, `filter.within`. */
function placesOf(field: { args: readonly GraphQLArgument[] }): string[][] {
  return field.args.flatMap((arg) => idsIn(arg).map((path) => [arg.name, ...path]));
}

function idsIn({ type }: { type: GraphQLInputType }, depth = 0): string[][] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [[]];
  if (!isInputObjectType(named) || depth > 3) return [];
  return Object.values(named.getFields()).flatMap((inner) => idsIn(inner, depth + 1).map((path) => [inner.name, ...path]));
}

function probe(kind: Probe['kind'], field: GraphQLField<unknown, unknown>, path: string[], selection: string): Probe {
  const used = field.args.filter(({ name, type }) => name === path[0] || isNonNullType(type));
  const head = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const args = used.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    place: `${kind} ${field.name}.${path.join('.')}`,
    name: /^ids?$/.test(path.at(-1) ?? '') ? field.name : String(path.at(-1)),
    kind,
    document: `${kind} (${head}) { ${field.name}(${args})${selection} }`,
    variables: (id) => Object.fromEntries(used.map((arg) => [arg.name, valueOf(arg.type, arg.name === path[0] ? path.slice(1) : null, id)])),
  };
}

/** `orgUnits { nodes { wishes(filter: …) } }`: lists inside lists. */
function nestedProbes(field: GraphQLField<unknown, unknown>): Probe[] {
  const connection = getNamedType(field.type);
  if (!isObjectType(connection) || !connection.name.endsWith('Connection')) return [];
  const node = getNamedType(connection.getFields()['nodes']?.type);
  if (!isObjectType(node)) return [];
  return Object.values(node.getFields()).flatMap((inner) =>
    placesOf(inner).map((path) => {
      const nested = probe('query', inner, path, selectionOf(inner));
      const [, head = '', body = ''] = /^query (\(.*?\)) \{ (.*) \}$/s.exec(nested.document) ?? [];
      return { ...nested, place: `query ${field.name}.${inner.name}.${path.join('.')}`, document: `query ${head} { ${field.name} { nodes { ${body} } } }` };
    }),
  );
}

/** Every id that the answer could hold. */
function selectionOf(field: GraphQLField<unknown, unknown>, depth = 0): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (!('getFields' in type) || isInputObjectType(type)) return ' { __typename }';
  const inner = Object.values(type.getFields()).filter(({ args, type: innerType }) => !args.some((arg) => isNonNullType(arg.type)) && (isLeafType(getNamedType(innerType)) || depth < 2));
  const chosen = inner.filter(({ name, type: innerType }) => ['id', 'nodes', 'totalCount', 'code', 'field', 'refusals'].includes(name) || (depth < 2 && !isLeafType(getNamedType(innerType)) && !getNamedType(innerType).name.endsWith('Connection')));
  if (chosen.length === 0) return ' { __typename }';
  return ` { ${chosen.map((one) => `${one.name}${selectionOf(one, depth + 1)}`).join(' ')} }`;
}

/** A value for an input: the id in its place, and the least that the other required places accept. */
function valueOf(type: GraphQLInputType, path: readonly string[] | null, id: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, path, id);
  if (isListType(type)) return [valueOf(type.ofType, path, id)];
  if (path?.length === 0) return id;
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const chosen = Object.values(named.getFields()).filter(({ name, type: inner }) => name === path?.[0] || isNonNullType(inner));
    return Object.fromEntries(chosen.map((field: GraphQLInputField) => [field.name, valueOf(field.type, field.name === path?.[0] ? path.slice(1) : null, id)]));
  }
  if (isEnumType(named)) return named.getValues()[0]?.name;
  return { ID: id, Int: 1, Float: 1, Boolean: true, Date: '2026-05-19', DateTime: '2026-05-19T02:00:00.000Z' }[named.name] ?? '一二三';
}
