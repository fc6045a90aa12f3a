import { getNullableType, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLSchema, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { toTypeId } from '@weixiang/shared';
import { registry } from '../entity/registry.js';
import type { Asked } from './asked.js';
import type { OracleContext } from './oracle/reader.js';
import { listsOf } from './paged-lists.js';
import type { Random } from './random.js';

/** What random documents are made of beside the schema. */
export interface DocumentMaterial {
  random: Random;
  schema: GraphQLSchema;
  /** Whose rows the ids and cursors are of. */
  context: OracleContext;
  /** Whether fields come up that are made in node. */
  isComputed: boolean;
  /** Values of scalars by name, on top of ids; `String` is what texts are looked for with. */
  scalars: Readonly<Record<string, readonly unknown[]>>;
  /** Ids of another tenant's records. */
  strangers?: readonly string[];
  /** What was asked before: what was not, and what leads there, comes up more often. */
  asked?: Asked;
}

/** Where a value is asked for: what takes it, and the list that it narrows. */
export interface Place {
  name: string;
  /** Prefix of the ids that fit. */
  prefix?: string | undefined;
}

/** Values for arguments: ids of records that are there, mostly of the noun that is meant. */
export class RandomValues {
  /** @param asks Gets the names of the fields of inputs that values have. */
  constructor(
    private readonly material: DocumentMaterial,
    private readonly asks: Set<string>,
  ) {}

  /** A value as JSON has it: enums by name. */
  of(type: GraphQLInputType, place: Place): unknown {
    if (!isNonNullType(type) && this.material.random.chance(0.1)) return null;
    const bare = getNullableType(type);
    if (isListType(bare)) return Array.from({ length: this.material.random.below(3) }, () => this.of(bare.ofType, place)).filter((value) => value !== null);
    if (isEnumType(bare)) return this.material.random.pick(bare.getValues()).name;
    if (isInputObjectType(bare)) return this.object(bare);
    return this.scalar(bare.name, place);
  }

  private object(type: GraphQLInputObjectType): unknown {
    const list = listsOf(this.material.context.reader.features).find(({ name }) => `${name}Filter` === type.name);
    const all = Object.values(type.getFields());
    // Few at once: what meets many conditions is mostly nothing.
    const fields = all.filter((field) => {
      return isNonNullType(field.type) || this.material.random.chance(this.material.asked?.has(`${type.name}.${field.name}`) === false ? 0.5 : Math.min(0.2, 1.2 / all.length));
    });
    return Object.fromEntries(
      fields.map((field) => {
        this.asks.add(`${type.name}.${field.name}`);
        const test = list?.filter[field.name]?.test;
        const prefix = test?.kind === 'refers' ? test.prefix : test?.kind === 'inSubtree' ? 'unit' : prefixByName(field.name);
        return [field.name, this.of(field.type, { name: field.name, prefix })];
      }),
    );
  }

  private scalar(type: string, { name, prefix }: Place): unknown {
    const { random } = this.material;
    if (type === 'Int') return name === 'first' ? random.pick([1, 2, 3, 5, 100, 100]) : random.below(5);
    if (type === 'Boolean') return random.chance(0.5);
    if (type === 'ID') return this.id(prefix);
    if (name === 'kinds') return random.pick(registry.tables()).prefix;
    if (type === 'String' && random.chance(0.3)) return this.text();
    const [first, ...others] = this.material.scalars[type] ?? [];
    if (first === undefined) throw new Error(`There are no values of ${type}.`);
    return random.pick([first, ...others]);
  }

  /** A text that some record has, or how it begins. */
  private text(): string {
    const { random, context } = this.material;
    const row = random.pick(context.rows.of(random.pick(context.rows.entities())));
    const texts = Object.values(row.properties).filter((value) => typeof value === 'string' && value.length > 0 && value.length < 100);
    const text = String(random.pick(texts));
    return random.chance(0.5) ? text : [...text].slice(0, 1 + random.below(4)).join('');
  }

  /** Mostly of a record that fits; of another one, of none, or no id at all now and then. */
  private id(wanted: string | undefined): string {
    const { random, context, strangers = [] } = this.material;
    if (strangers.length > 0 && random.chance(0.05)) return random.pick(strangers);
    const fitting = wanted === undefined || random.chance(0.2) ? [] : context.rows.of(registry.tableByPrefix(wanted)?.entity);
    const row = random.pick(fitting.length > 0 ? fitting : context.rows.of(random.pick(context.rows.entities())));
    const prefix = registry.tableOf(row.entity)?.prefix ?? '';
    if (random.chance(0.1)) return random.pick(['', 'wish_', 'not an id', row.id, toTypeId('wish', row.id), toTypeId(prefix, random.uuid())]);
    return toTypeId(prefix, row.id);
  }
}

/** Arguments are called after what they name: `orgUnit`, `person`. */
export function prefixByName(name: string): string | undefined {
  const called = { within: 'OrgUnit', parent: 'OrgUnit' }[name] ?? name;
  return registry.tables().find(({ typeName }) => typeName.toLowerCase() === called.toLowerCase())?.prefix;
}

/** A value as a document writes it. */
export function literalOf(type: GraphQLInputType, value: unknown): string {
  const bare = getNullableType(type);
  if (value === null || value === undefined) return 'null';
  if (isListType(bare)) return `[${(Array.isArray(value) ? value : []).map((item) => literalOf(bare.ofType, item)).join(', ')}]`;
  if (isEnumType(bare)) return String(value);
  if (isInputObjectType(bare)) {
    const fields = bare.getFields();
    return `{ ${Object.entries(value).flatMap(([name, inner]) => (fields[name] ? [`${name}: ${literalOf(fields[name].type, inner)}`] : [])).join(', ')} }`;
  }
  return JSON.stringify(value);
}
