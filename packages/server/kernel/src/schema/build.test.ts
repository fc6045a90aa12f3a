import { isInterfaceType, isObjectType, parse, validateSchema } from 'graphql';
import { Field, ObjectType } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import { TenantRecord, TenantTable } from '../entity/record.js';
import { Sensitive } from '../entity/registry.js';
import { FeatureCatalogue } from '../features/catalogue.js';
import { buildSchema } from './build.js';
import { library } from './fixture/core.fixture.js';
import { loans } from './fixture/loans.fixture.js';
import { novels } from './fixture/novels.fixture.js';
import { Node } from './node.js';
import { printSorted } from './print.js';
import { SchemaCache } from './schema-cache.js';
import { undescribed } from './undescribed.js';
import { onlyWrites } from './writes.js';

const catalogue = new FeatureCatalogue([library], [novels, loans]);
const core = catalogue.setFor([]);
const withNovels = catalogue.setFor(['novels']);
const everything = catalogue.everything;

describe('a schema per set of features', () => {
  it('holds what its features declare and nothing of the others', () => {
    const printed = printSorted(buildSchema(core));
    expect(printed).not.toMatch(/Novel|Chapter|Loan|loanCount|shout/);
    expect(printSorted(buildSchema(withNovels))).toMatch(/type NovelBook implements Book & Node/);
    expect(printSorted(buildSchema(withNovels))).not.toMatch(/Loan|loanCount|shout/);
    expect(printSorted(buildSchema(everything))).toMatch(/loanCount/);
  });

  it('comes out the same whatever was built before it', () => {
    const first = printSorted(buildSchema(core));
    const second = printSorted(buildSchema(withNovels));
    const third = printSorted(buildSchema(everything));
    for (let round = 0; round < 7; round += 1) {
      expect(printSorted(buildSchema(everything))).toBe(third);
      expect(printSorted(buildSchema(core))).toBe(first);
      expect(printSorted(buildSchema(withNovels))).toBe(second);
    }
  });

  it('is valid GraphQL with everything described', () => {
    for (const set of [core, withNovels, everything]) {
      expect(validateSchema(buildSchema(set))).toEqual([]);
      expect(undescribed(buildSchema(set))).toEqual([]);
    }
  });

  it('gives an interface what its class inherits, and variants the interfaces of the interface', () => {
    const schema = buildSchema(withNovels);
    const book = schema.getType('Book');
    if (!isInterfaceType(book)) throw new Error('Book is an interface');
    expect(Object.keys(book.getFields()).toSorted()).toEqual(['availableSteps', 'createdAt', 'id', 'printedOn', 'shelf', 'state', 'title', 'version']);
    const novel = schema.getType('NovelBook');
    if (!isObjectType(novel)) throw new Error('NovelBook is an object type');
    expect(novel.getInterfaces().map(({ name }) => name)).toEqual(['Book', 'Node']);
    expect(Object.keys(novel.getFields())).toEqual(expect.arrayContaining(['chapters', 'chapterCount', 'version', 'availableSteps']));
    expect(schema.getPossibleTypes(book).map(({ name }) => name).toSorted()).toEqual(['NovelBook', 'PlainBook']);
  });

  it('knows which mutations only write, by their parameters', () => {
    const schema = new SchemaCache(everything).of(withNovels);
    const writes = (document: string, name?: string): boolean => onlyWrites(schema, parse(document), name);
    expect(writes('mutation { lendBook { book { id } } }')).toBe(true);
    expect(writes('mutation { a: lendBook { book { id } } lendBook { book { id } } }')).toBe(true);
    expect(writes('mutation { lendBook { book { id } } writeNovel }')).toBe(false);
    expect(writes('mutation { ...Lending } fragment Lending on Mutation { lendBook { book { id } } }')).toBe(false);
    expect(writes('query Q { lendBook } mutation M { lendBook }', 'Q')).toBe(false);
    expect(writes('query Q { lendBook } mutation M { lendBook }', 'M')).toBe(true);
    expect(writes('mutation { toString }')).toBe(false);
  });

  it('gives lists their connection, filter, sort and arguments', () => {
    const printed = printSorted(buildSchema(core));
    expect(printed).toMatch(/enum BookSort \{/);
    expect(printed).toMatch(/input BookFilter \{/);
    expect(printed).not.toMatch(/ShelfFilter/);
    const { books } = buildSchema(core).getQueryType()?.getFields() ?? {};
    expect(books?.args.map(({ name, type, defaultValue }) => `${name}: ${String(type)} = ${String(defaultValue)}`)).toEqual([
      'first: Int = 20',
      'after: String = undefined',
      'filter: BookFilter = undefined',
      'sort: BookSort = NEWEST',
    ]);
  });

  it('is not built when a sensitive field promises never to be null', () => {
    @TenantTable({ name: 'diary', prefix: 'diary' })
    @ObjectType({ description: 'A diary.', implements: Node })
    class Diary extends TenantRecord implements Node {
      @Sensitive({ kind: 'clinical', mask: 'hide' })
      @Field(() => String, { description: 'What nobody reads.' })
      words!: string;
    }
    const diaries = { ...library, entities: [...(library.entities ?? []), Diary] };
    expect(() => buildSchema({ key: 'core', plugins: [], features: [diaries] })).toThrow('Diary.words is sensitive and must be nullable');
  });

  it('is built once', () => {
    const cache = new SchemaCache(everything);
    expect(cache.of(core)).toBe(cache.of(catalogue.setFor(['nobody knows it'])));
  });
});
