import { execute, parse, subscribe } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from './build.js';
import { Execution } from './execution.js';
import { catalogue, openLibrary } from './fixture/world.fixture.js';

/** Each with the number of its errors. */
const documents: [string, number][] = [
  ['{ book(id: "b") { id title state printedOn createdAt shelf { title label { zh } } } }', 0],
  ['{ b: book(id: "b") { name: title t: __typename s: shelf { words: label { en chinese: zh } } } }', 0],
  ['{ books(first: 2) { nodes { ... on NovelBook { chapters: chapterCount } ...Common } edges { cursor node { id } } totalCount pageInfo { hasNextPage endCursor } } } fragment Common on Book { title availableSteps { name label { en } allowed reason to } }', 0],
  ['{ reader { name favourite { wide: width(inches: true) narrow: width title } seen { t: title width } } }', 0],
  ['{ node(id: "b") { __typename id ... on PlainBook { state } ... on Shelf { title } } }', 0],
  ['{ bookCounts { key count } }', 0],
  ['query ($s: [BookState!]!, $at: DateTime, $on: Date, $json: JSON, $input: LendBookInput) { echo(state: $s, at: $at, on: $on, json: $json, input: $input) }', 0],
  ['query ($on: Date) { echo(state: [IN], at: "2025-03-01T08:30:00+08:00", on: $on, json: { a: [1, $on, null] }, input: { book: "b", idempotencyKey: null }) }', 0],
  ['query ($skip: Boolean!) { book(id: "b") { id @skip(if: $skip) title @include(if: $skip) } }', 0],
  ['mutation { first: lendBook(input: { book: "book-1" }) { book { title state ... on NovelBook { chapterCount } } refusals { code } } second: lendBook(input: { book: "book-2" }) { book { __typename title availableSteps { label { en } } ... on NovelBook { chapterCount } } } }', 0],
  ['{ a: broken(by: "refusal") b: broken(by: "fault") book(id: "b") { title } }', 2],
  ['{ shelves { nodes { title } } }', 1],
];

describe('an operation run in node', () => {
  it.each(documents)('answers the same compiled as interpreted: %s', async (text, faults) => {
    const { context } = await openLibrary();
    const schema = buildSchema(catalogue.everything);
    const document = parse(text);
    const variables = { skip: true, s: ['LENT', 'IN'], at: '2025-03-01T08:30:00Z', on: '2025-03-01', json: { deep: [{ a: null }] }, input: { book: 'b' } };
    const execution = new Execution(schema, true);
    const request = { document, operationName: null, variables, context };
    const interpreted = await execute({ schema, document, variableValues: variables, contextValue: context });
    expect(interpreted.errors?.length ?? 0).toBe(faults);
    for (let use = 1; use <= 3; use += 1) {
      const answer = await execution.run(request);
      expect(plain(answer.data)).toEqual(plain(interpreted.data));
      expect(answer.errors?.map(({ message, path }) => ({ message, path })).toSorted(byMessage)).toEqual(
        interpreted.errors?.map(({ message, path }) => ({ message, path })).toSorted(byMessage),
      );
    }
  });

  it.each([
    '{ book(id: "b") { id ... @include(if: false) { title } state title } }',
    'query ($no: Boolean!) { book(id: "b") { title @include(if: $no) id title } }',
    '{ book(id: "b") { ...Left @skip(if: true) id title } } fragment Left on Book { title }',
    '{ book(id: "b") { ... @skip(if: true) { ...Left } id title } } fragment Left on Book { title }',
  ])('answers in the order of what is selected, also where a directive leaves something out: %s', async (text) => {
    const { context } = await openLibrary();
    const schema = buildSchema(catalogue.everything);
    const document = parse(text);
    const variables = { no: false };
    const interpreted = await execute({ schema, document, variableValues: variables, contextValue: context });
    const execution = new Execution(schema, true);
    for (let use = 1; use <= 3; use += 1) {
      const { data } = await execution.run({ document, operationName: null, variables, context });
      expect(JSON.stringify(data)).toBe(JSON.stringify(interpreted.data));
    }
  });

  it('brings rows, enums, days and instants through unchanged', async () => {
    const { ask } = await openLibrary();
    const { json } = await ask('{ books { nodes { id state printedOn createdAt ... on NovelBook { chapterCount } } } }');
    expect(json.data).toEqual({
      books: {
        nodes: [
          { id: 'book-1', state: 'LENT', printedOn: '2024-12-31', createdAt: '2025-03-01T08:30:00.000Z' },
          { id: 'book-2', state: 'IN', printedOn: null, createdAt: '2025-03-02T08:30:00.000Z', chapterCount: 120 },
        ],
      },
    });
  });

  it('reads a record back once, however much is selected of it', async () => {
    const { ask, reads } = await openLibrary();
    const { json } = await ask('mutation { lendBook(input: { book: "book-2" }) { book { __typename title shelf { title } availableSteps { label { en } } } refusals { code } } }');
    expect(json.data).toEqual({
      lendBook: { book: { __typename: 'NovelBook', title: '红楼梦', shelf: { title: 'FROM LOANS' }, availableSteps: [{ label: { en: 'Lend 红楼梦' } }] }, refusals: [] },
    });
    expect(reads.fieldsRead).toEqual(['book']);
  });

  it('reads back each record that a subscription brings', async () => {
    const { context } = await openLibrary();
    const schema = buildSchema(catalogue.everything);
    const stream = await subscribe({ schema, document: parse('subscription { bookLent { __typename title } }'), contextValue: context });
    const brought: unknown[] = [];
    if (Symbol.asyncIterator in stream) for await (const { data } of stream) brought.push(plain(data));
    expect(brought).toEqual([{ bookLent: { __typename: 'PlainBook', title: '静夜思' } }, { bookLent: { __typename: 'NovelBook', title: '红楼梦' } }]);
  });

  it('gives resolvers the properties they asked for, and their arguments', async () => {
    const { ask } = await openLibrary();
    const { json } = await ask('{ reader { seen { width wide: width(inches: true) novelCount } } }');
    expect(json.data).toEqual({ reader: { seen: [{ width: 2, wide: 1, novelCount: 7 }, { width: 2, wide: 1, novelCount: 7 }] } });
  });
});

const byMessage = (a: { message: string }, b: { message: string }): number => a.message.localeCompare(b.message);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
