import { execute, type ExecutionResult, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSchema } from '../schema/build.js';
import { actorsOf, contextOf } from './fixture/actors.fixture.js';
import { oracleOf, townScalars } from './fixture/said-again.fixture.js';
import { everything, openWorld, townAlone, withoutHealth, type World } from './fixture/world.fixture.js';
import { within } from '../permissions/ability.js';
import { oracleSchema, withPlainCursors } from '../testkit/oracle/index.js';
import { Random } from '../testkit/random.js';
import { randomDocument, type RandomDocument } from '../testkit/random-document.js';
import type { ReadPool } from './pool.js';
import { createReads, type ReadActorContext } from './reads.js';

// A nightly run can ask for more: WEIXIANG_READ_DOCUMENTS=2000.
const documents = Number(process.env['WEIXIANG_READ_DOCUMENTS'] ?? 150);
vi.setConfig({ testTimeout: 30_000 + documents * 100 });

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const schemas = new Map<ReadActorContext['features'], GraphQLSchema>();
function schemaOf({ features }: ReadActorContext): GraphQLSchema {
  const schema = schemas.get(features) ?? buildSchema(features);
  schemas.set(features, schema);
  return schema;
}

/** Valid random documents over what this reader's schema has. */
function* validDocuments(reader: ReadActorContext, salt: number, computed = false): Generator<RandomDocument> {
  const schema = schemaOf(reader);
  for (let seed = 0, made = 0; made < documents; seed++) {
    const document = randomDocument({ random: new Random(seed * 31 + salt), schema, context: oracleOf(world.here, reader), isComputed: computed, scalars: townScalars });
    // Fields of unlike types may have got one name.
    if (validate(schema, parse(document.source)).length > 0) continue;
    made++;
    yield document;
  }
}

/** Compares the compiled answer with graphql-js over naive resolvers; says whether it was all SQL, as far as it has no errors. */
async function compare(reader: ReadActorContext, oracle: GraphQLSchema, source: string, variables: Record<string, unknown>): Promise<boolean> {
  const schema = schemaOf(reader);
  const document = parse(source);
  const sent: string[] = [];
  const pool: Pick<ReadPool, 'run'> = {
    run: (tenantId, statements, record) => {
      sent.push(...statements.map(({ text: sql }) => sql));
      return world.pool.run(tenantId, statements, record);
    },
  };
  const reads = createReads(pool, reader);
  const text = await reads.operation({ schema, document, documentKey: source, operationName: null, variables });
  // One a root field, and one for the paths of all the units whose subtrees are asked for.
  const statements = sent.filter((sql) => !sql.startsWith('select json_object_agg(unit.id')).length;
  expect(sent.length - statements).toBeLessThanOrEqual(1);
  const actual = text === null ? await execute({ schema, document, variableValues: variables, contextValue: { reads } }) : { data: JSON.parse(text) };
  const expected = await execute({ schema: oracle, document, variableValues: variables, contextValue: oracleOf(world.here, reader) });
  expect(plainText(actual), [source, JSON.stringify(variables), ...sent].join('\n')).toBe(plainText(expected));
  const [operation] = document.definitions;
  if (operation?.kind === Kind.OPERATION_DEFINITION) expect(statements).toBeLessThanOrEqual(operation.selectionSet.selections.length);
  return text !== null || expected.errors !== undefined;
}

/** The answer's data as text. Of several errors graphql-js may meet another one first. */
function plainText({ data, errors }: ExecutionResult): string {
  return JSON.stringify({ data: withPlainCursors(data), isWhole: errors === undefined }, null, 1);
}

describe.each(['nobody', 'anonymous', 'resident', 'secretary', 'doctor', 'administrator'])('answers to %s', (name) => {
  const readerCalled = (): ReadActorContext => actorsOf(world.here)[name] ?? expect.fail(`There is no ${name}.`);

  it('equal graphql-js over naive resolvers and are all SQL, whatever is selected and whatever the variables are', async () => {
    const reader = readerCalled();
    const oracle = oracleSchema(reader.features);
    for (const { source, variables } of validDocuments(reader, name.length)) {
      expect(await compare(reader, oracle, source, variables()), source).toBe(true);
      await compare(reader, oracle, source, variables());
    }
  });

  it('are the same when node goes on with them, for fields that are computed there', async () => {
    const reader = readerCalled();
    const oracle = oracleSchema(reader.features);
    for (const { source, variables } of validDocuments(reader, 1_000 + name.length, true)) await compare(reader, oracle, source, variables());
  });
});

describe('plans', () => {
  it('serve every actor whose rules have the same shape', async () => {
    const readers = world.here.residents.slice(0, 3).map(({ id }, at) =>
      contextOf(world.here, id, ({ personId }, { can, cannot }) => {
        can('read', 'OrgUnit', { orgPath: within([String(world.here.communities[at]?.properties['orgPath'])]) });
        can('read', 'Wish', { author: { $in: [personId, world.here.residents[at + 1]?.id] } });
        cannot('read', 'Wish', { state: ['accepted', 'fulfilled', 'submitted'][at] });
        can('read', 'Person');
        can('reveal', 'Person', { orgUnit: world.here.communities[at]?.id });
        can('read', 'Supporter', { person: { $ne: personId } });
        can('read', 'Project', { type: ['education', 'health', 'general'][at] });
      }),
    );
    const [first] = readers;
    const oracles = readers.map(({ features }) => oracleSchema(features));
    for (const { source, variables } of validDocuments(first ?? expect.fail('There is nobody.'), 5_000)) {
      const values = variables();
      for (const [at, reader] of readers.entries()) await compare(reader, oracles[at] ?? expect.fail('There is no oracle.'), source, values);
    }
  });

  it.each([withoutHealth, townAlone])('of the features $key know no type of another', async (features) => {
    const administrator = contextOf(world.here, world.here.residents[0]?.id ?? null, (_, { can }) => can('manage', 'all'), { features });
    const oracle = oracleSchema(administrator.features);
    for (const { source, variables } of validDocuments(administrator, 9_000)) await compare(administrator, oracle, source, variables());
    expect(schemaOf(administrator)).not.toBe(schemas.get(everything));
  });
});
