import { type Answered, Asked, oracleReads, type OracleContext, Random, randomDocument, withPlainCursors } from '@weixiang/kernel/testkit';
import { World } from '@weixiang/core/testkit';
import { type DocumentNode, execute, type ExecutionResult, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from './installed.js';
import { type Asker, type Askers, askersIn } from './testkit/askers.js';
import { saidAgain } from './testkit/said-again.js';

// A nightly run can ask for more: WEIXIANG_READ_DOCUMENTS=10000, and for others: WEIXIANG_READ_SEED=1.
const documents = Number(process.env['WEIXIANG_READ_DOCUMENTS'] ?? 800);
const firstSeed = Number(process.env['WEIXIANG_READ_SEED'] ?? 0) * 1_000_000;
const timeout = 120_000 + documents * 200;

// What texts are looked for with, and days and instants around those of the example.
const scalars = {
  String: ['灯', '%', '_', '\\', "'", '"', '', '社区', '希望', 'QC', 'QC-01', 'Q-01', '1', '孩子 活动', '路灯', '加座椅', '墙', '自己', '199', 'education', 'communitySecretary', 'wish'],
  Date: ['2026-02-28', '2025-01-31', '2024-02-29', '2025-09-01', '2026-05-19', '2026-06-30'],
  DateTime: ['2026-03-01T08:30:00.120Z', '2026-05-01T16:30:00.120+08:00', '2025-10-01T00:00:00Z'],
};

/**
 * The product's own schema, core and all plugins, over the example's data. The measure is graphql-js over naive resolvers:
 *
 * - Whatever the compiler answers (records, relations, lists with their filters, orders, cursors and counts, tallies, search,
 *   masks, stand-ins, encrypted values, fields that are SQL, `null` for what is hidden) they find in memory, by CASL and plain
 *   JavaScript, from rows read with `select`. Only how texts are cut for search is the product's own.
 * - What resolvers make in node, the same resolvers make for both. Proven is what they are given of a record and how the
 *   records that they name are read, not what they make of it.
 */
describe('answers over the whole product', { timeout }, () => {
  let world: World;
  let askers: Askers;
  beforeAll(async () => {
    world = await World.start({ plugins });
    askers = await askersIn(world);
  }, timeout);
  afterAll(() => world?.close());

  /** In turn somebody of the example's tenants and of the small one. */
  function askerAt(turn: number): Asker {
    const some = askers.everybody.filter(({ isOrderly }) => isOrderly === (turn % 2 === 0));
    return some[Math.floor(turn / 2) % some.length] ?? expect.fail('There is nobody.');
  }

  it('equal graphql-js over naive resolvers, whoever asks, for every field and argument', async () => {
    const { asking } = askers.everybody.find(({ asking: { context } }) => context.features.plugins.length === plugins.length) ?? expect.fail('Nobody has every plugin.');
    const asked = new Asked(asking.schema);
    const seen = { documents: 0, comparisons: 0, compiled: 0, partial: 0, values: 0, nulls: 0 };
    for (let seed = firstSeed; seen.documents < documents; seed += 1) {
      const asker = askerAt(seed);
      const isComputed = seed % 3 !== 0;
      const { schema } = asker.asking;
      const { source, variables, asks } = randomDocument({ random: new Random(seed * 31 + 7), schema, context: contextOf(asker), isComputed, scalars, strangers: askers.strangers, asked });
      const document = parse(source);
      // Fields of unlike types may have got one name.
      if (validate(schema, document).length > 0) continue;
      seen.documents += 1;
      // The second time with other values: by the plan that is kept, and in node by what was compiled for it.
      for (let times = 0; times < 2; times += 1) {
        const { actual, expected } = await compare(asker, document, source, variables());
        if (!isComputed && !expected.errors) expect(actual.isCompiled, source).toBe(true);
        if (asker.isOrderly) expect(actual.faults, source).toEqual([]);
        seen.comparisons += 1;
        seen.compiled += Number(actual.isCompiled);
        seen.partial += Number(expected.errors !== undefined);
        count(actual.data, seen);
      }
      asked.add(asks);
    }
    if (process.env['WEIXIANG_READ_DOCUMENTS']) console.log(seen); // a nightly run is asked how much it saw
    expect(asked.missing()).toEqual([]);
    // Equal because there was nothing to see would prove nothing.
    expect(seen.values / seen.comparisons).toBeGreaterThan(10);
  });
});

function contextOf({ asking, rows }: Asker): OracleContext {
  return { rows, reader: asking.reader, again: saidAgain, revealed: new Set() };
}

/** Asks the product and the oracle, and compares the data, whether it is whole, and which sensitive values had to be recorded. */
async function compare(asker: Asker, document: DocumentNode, source: string, variables: Record<string, unknown>): Promise<{ actual: Answered; expected: ExecutionResult }> {
  const { asking, oracle } = asker;
  const context = contextOf(asker);
  const contextValue = { ...asking.context, ...context, reads: oracleReads(() => context) };
  const expected = await execute({ schema: oracle, document, variableValues: variables, contextValue });
  const actual = await asking.ask(document, source, variables);
  const question = [asker.name, source, JSON.stringify(variables)].join('\n');
  expect(plainText(actual), question).toBe(plainText(expected));
  // Of a partial answer more is read than shows.
  if (!expected.errors) expect([...actual.revealed].toSorted(), question).toEqual([...context.revealed].toSorted());
  return { actual, expected };
}

/** The answer's data as text. Of several errors graphql-js may meet another one first. */
function plainText({ data, errors }: Pick<ExecutionResult, 'errors'> & { data?: unknown }): string {
  return JSON.stringify({ data: withPlainCursors(data), isWhole: errors === undefined }, null, 1);
}

function count(value: unknown, seen: { values: number; nulls: number }): void {
  if (value === null || value === undefined) seen.nulls += 1;
  else if (typeof value === 'object') for (const inner of Object.values(value)) count(inner, seen);
  else seen.values += 1;
}
