import { type Caller, type Scene, World } from '@weixiang/core/testkit';
import { registry } from '@weixiang/kernel';
import { addRandomRows, Random, type TestServer } from '@weixiang/kernel/testkit';
import { newId, toTypeId } from '@weixiang/shared';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from './installed.js';
import { inOrderFor, nestedPlaces, type Place, placesOf, waysInto } from './testkit/places.js';
import { populate } from './testkit/populate.js';
import { hasReached, probe, type Probe } from './testkit/probes.js';

/** An id, and the GraphQL type of the record that it names. */
interface KnownId {
  id: string;
  typeName: string;
}

// A nightly run can put every id in every place, and come to a place by several ways: CROSSED_IDS=60 CROSSED_WAYS=3.
const others = Number(process.env['CROSSED_IDS'] ?? 1);
const waysEach = Number(process.env['CROSSED_WAYS'] ?? 1);

/** An id that nobody has. */
const nobodys = toTypeId('unit', newId());

/**
 * Every place that takes an id is asked: each argument of each field of each type, and each member of it. A place in a record
 * is asked by one way of all that lead there, since its type compiles and answers it the same by whichever. It is a way by
 * which the asker comes to a record, so that the place is answered and not only compiled. Which way that is, and which ids
 * beside those that the place is called after, is drawn for the place's name and stays so from run to run.
 */
describe('an id of another tenant', { timeout: 240_000 }, () => {
  let world: World;
  let here: Scene;
  let there: Scene;
  let schema: GraphQLSchema;
  let admin: Caller;
  let foreign: KnownId[];
  let queries: Probe[];
  beforeAll(async () => {
    world = await World.start({ plugins });
    [here, there] = await Promise.all([world.scene(), world.scene()]);
    await fill(world.server, here, new Random(5));
    await fill(world.server, there, new Random(6));
    schema = world.server.kernel.schemas.of(world.server.kernel.featuresOf(here.tenant));
    admin = await here.as('tenantAdministrator', here.units.district);
    foreign = await idsOf(there);
    queries = [...rootPlaces('Query').map((place) => probe('query', place)), ...(await nestedProbes())];
  });
  afterAll(() => world.close());

  it('exists in every table that ids name', async () => {
    const prefixes = new Set(foreign.map(({ id }) => id.slice(0, id.lastIndexOf('_'))));
    expect(prefixes.size).toBeGreaterThan(35);
  });

  it('is put into every place of every type, in a record wherever it stands in one', () => {
    const places = [...rootPlaces('Query'), ...nestedPlaces(schema)].map(({ name }) => name);
    expect([...new Set(queries.map(({ place }) => place))]).toEqual(places);
    expect(places).toEqual(expect.arrayContaining(['Query.node.id', 'OrgUnit.children.filter.within', 'Project.demands.filter.ids', 'PlainProject.demands.filter.ids', 'EducationProject.courses.filter.within']));
    expect(places.length).toBeGreaterThan(250);
  });

  it('reads in every argument of every query, filters and nested lists included, exactly as an id that nobody has', async () => {
    for (const each of queries) {
      const { status, data, errors } = await admin.ask(each.document, each.variables(nobodys));
      expect({ place: each.place, status, isReached: hasReached({ data }) }).toEqual({ place: each.place, status: 200, isReached: each.isNested });
      const absent = { place: each.place, data, errors: errors?.map(({ message }) => message), leaks: [] };
      for (const id of idsFor(each, foreign)) {
        const answer = await admin.ask(each.document, each.variables(id));
        expect({ place: each.place, data: answer.data, errors: answer.errors?.map(({ message }) => message), leaks: leaksIn(answer, id) }).toEqual(absent);
      }
    }
  });

  it('would have been found if it were one’s own: the same documents find own records', async () => {
    const own = await idsOf(here);
    const found = new Set<string>();
    for (const each of queries) {
      for (const id of idsFor(each, own, 0)) {
        const { data } = await admin.ask(each.document, each.variables(id));
        if (/"id":"|"(?:totalCount|count)":[1-9]/.test(JSON.stringify(data))) found.add(each.place);
      }
    }
    expect(found.size).toBeGreaterThan(120);
  });

  it('is refused as absent in every argument of every mutation, and changes nothing there', async () => {
    const probes = rootPlaces('Mutation').map((place) => probe('mutation', place));
    expect(probes.length).toBeGreaterThan(100);
    const before = await snapshot(there);
    for (const each of probes) {
      for (const id of idsFor(each, foreign)) {
        const answer = await admin.ask(each.document, each.variables(id));
        const internal = answer.errors?.filter(({ extensions }) => extensions?.['code'] === 'INTERNAL') ?? [];
        expect({ place: each.place, status: answer.status, leaks: leaksIn(answer, id), internal }).toEqual({ place: each.place, status: 200, leaks: [], internal: [] });
      }
    }
    expect(await snapshot(there)).toEqual(before);
  });

  function rootPlaces(name: 'Query' | 'Mutation'): Place[] {
    const root = schema.getType(name);
    return isObjectType(root) ? placesOf(root) : [];
  }

  /** Of each place in a record as many probes as it has ways that lead the asker to one, `waysEach` at most. */
  async function nestedProbes(): Promise<Probe[]> {
    const ways = waysInto(schema);
    const probes: Probe[] = [];
    for (const place of nestedPlaces(schema)) {
      let chosen = 0;
      for (const way of inOrderFor(place.name, ways.get(place.parent.name) ?? [], (each) => each.join(' '))) {
        if (chosen === waysEach) break;
        const drawn = probe('query', place, way);
        if (!hasReached(await admin.ask(drawn.document, drawn.variables(nobodys)))) continue;
        probes.push(drawn);
        chosen += 1;
      }
    }
    return probes;
  }

  /** Ids of the other tenant anywhere in the answer; the one that was sent may come back in an error's words only. */
  function leaksIn({ data }: { data: unknown }, sent: string): string[] {
    const text = JSON.stringify(data) ?? '';
    return foreign.map(({ id }) => id).filter((id) => text.includes(id) && !(id === sent && text.includes('"refusals"') && !text.includes(`"id":"${id}"`)));
  }
});

/** Has a tenant hold rows of every noun: there is something to leak then, and a record in which to ask for it. */
async function fill(server: TestServer, scene: Scene, random: Random): Promise<void> {
  await populate(scene);
  await addRandomRows(server, scene.tenant, { random, each: 4, except: ['OrgUnit', 'VocabularyTerm', 'RoleAssignment'], often: [], copied: ['workflowName', 'workflowVersion', 'month'] });
}

/** Places that are called after what a record is to them. */
const calledOtherwise = new Map([
  ...['within', 'parent', 'target', 'to', 'units', 'children'].map((name) => [name, 'OrgUnit'] as const),
  ...['kind', 'kinds', 'category', 'aspect', 'level'].map((name) => [name, 'VocabularyTerm'] as const),
  ...['lead', 'teacher', 'owner'].map((name) => [name, 'Person'] as const),
  ['round', 'EvaluationRound'],
  ['corrects', 'Notice'],
  ['assignment', 'RoleAssignment'],
]);

/** The id of what a place is called after and `few` others, drawn for the place; all where its name does not tell. */
function idsFor({ name, place }: Probe, known: readonly KnownId[], few = others): string[] {
  const called = (calledOtherwise.get(name) ?? name).toLowerCase();
  const isMeant = ({ typeName }: KnownId): boolean => called.includes(typeName.toLowerCase());
  if (!known.some(isMeant)) return known.map(({ id }) => id);
  const drawn = inOrderFor(place, known.filter((one) => !isMeant(one)), ({ typeName }) => typeName).slice(0, few);
  return [...known.filter(isMeant), ...drawn].map(({ id }) => id);
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
