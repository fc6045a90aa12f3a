import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { RecordClass } from '../entity/record.js';
import { registry } from '../entity/registry.js';
import { modelOf } from '../read/model.js';
import { isCompiled } from './oracle/compiled.js';
import type { OracleContext } from './oracle/reader.js';
import { cursorsOf, type Paged, pagedOf } from './paged-lists.js';
import type { Random } from './random.js';
import { type DocumentMaterial, literalOf, type Place, prefixByName, RandomValues } from './random-values.js';

/** A document, and values for its variables: others each time it is asked. */
export interface RandomDocument {
  source: string;
  variables(): Record<string, unknown>;
  /** Names of what it asks for, as {@link Asked} has them. */
  asks: ReadonlySet<string>;
}

/** Makes a document over a schema: every field and argument comes up sooner or later. Fields of unlike types may have got one name: validate it. */
export function randomDocument(material: DocumentMaterial): RandomDocument {
  return new Writer(material).document();
}

/** A document that has this many leads no further; some would have ten thousand. */
const mostAliases = 60;

class Writer {
  private readonly variables = new Map<string, { type: string; value(): unknown }>();
  private readonly fragments: string[] = [];
  private readonly asks = new Set<string>();
  private readonly random: Random;
  private readonly schema: GraphQLSchema;
  private readonly context: OracleContext;
  private readonly values: RandomValues;
  private counter = 0;

  constructor(private readonly material: DocumentMaterial) {
    ({ random: this.random, schema: this.schema, context: this.context } = material);
    this.values = new RandomValues(material, this.asks);
  }

  document(): RandomDocument {
    const query = this.schema.getQueryType();
    if (!query) throw new Error('The schema has no queries.');
    const fields = Object.values(query.getFields()).filter((field) => this.isWritable(query, field));
    // Some fields lie deep: the records behind a figure of a report.
    const depth = this.random.chance(0.15) ? 6 : 4;
    const fresh = fields.filter((field) => this.isFresh(query, field, depth));
    const roots = Array.from({ length: 1 + this.random.below(3) }, (_, at) => this.field(query, this.random.pick(fresh.length > 0 && this.random.chance(0.7) ? fresh : fields), depth, `r${at}`));
    const declared = [...this.variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ');
    return {
      source: `query Random${declared ? `(${declared})` : ''} { ${roots.join(' ')} ${this.random.chance(0.1) ? 't: __typename' : ''} }\n${this.fragments.join('\n')}`,
      variables: () => Object.fromEntries([...this.variables].map(([name, { value }]) => [name, value()])),
      asks: this.asks,
    };
  }

  private field(owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>, depth: number, alias: string): string {
    this.note(owner, field);
    const type = getNamedType(field.type);
    const args = this.arguments(owner, field);
    return `${alias}: ${field.name}${args}${this.directive()}${isCompositeType(type) ? this.selection(type, depth - 1) : ''}`;
  }

  private directive(): string {
    if (!this.random.chance(0.08)) return '';
    const name = this.random.pick(['skip', 'include']);
    const value = (): boolean => this.random.chance(0.5);
    return ` @${name}(if: ${this.random.chance(0.5) ? String(value()) : this.variable('Boolean!', value)})`;
  }

  /** Aliases come from few names in a fixed relation to the field and its arguments, so that equal keys can merge. */
  private selection(type: GraphQLNamedType, depth: number): string {
    const parts: string[] = [];
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (!this.isWanted(type, field, depth)) continue;
        const alias = `${field.name.slice(0, 3)}${++this.counter}`;
        const isPlain = isLeafType(getNamedType(field.type)) && field.args.length === 0 && this.random.chance(0.7);
        if (isPlain) this.note(type, field);
        parts.push(isPlain ? field.name : this.field(type, field, depth, alias));
      }
    }
    if (isAbstractType(type)) {
      // Of many at once two would give one name to unlike fields.
      const possible = this.schema.getPossibleTypes(type);
      for (const one of this.random.some(possible, Math.min(0.5, 3 / possible.length))) parts.push(this.fragment(one, depth));
      for (const shared of this.random.some(this.interfacesOf(type), 0.3)) parts.push(this.fragment(shared, depth));
    }
    if (isObjectType(type) && this.random.chance(0.1)) parts.push(this.fragment(this.random.pick([type, ...type.getInterfaces()]), depth));
    if (this.random.chance(0.2)) parts.push(this.random.pick(['__typename', 'name: __typename', 'kind: __typename']).replace(/^(name|kind)/, `t${++this.counter}`));
    return ` { ${this.shuffled(parts.length > 0 ? parts : ['__typename']).join(' ')} }`;
  }

  /** What members of a union have in common with each other. */
  private interfacesOf(type: GraphQLNamedType): GraphQLNamedType[] {
    return isUnionType(type) ? [...new Set(type.getTypes().flatMap((member) => [...member.getInterfaces()]))] : [];
  }

  private isWanted(owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>, depth: number): boolean {
    if (!this.isWritable(owner, field)) return false;
    const isFresh = this.isFresh(owner, field, depth);
    if (isLeafType(getNamedType(field.type))) return this.random.chance(isFresh ? 0.8 : 0.4);
    if (depth <= 0 || this.counter > mostAliases) return false;
    if (['nodes', 'edges', 'node', 'pageInfo'].includes(field.name)) return this.random.chance(isFresh ? 0.8 : 0.6);
    // About as many from a type that leads to everything as from one that leads to little.
    const others = isUnionType(owner) || !('getFields' in owner) ? [] : Object.values(owner.getFields()).filter(({ type }) => !isLeafType(getNamedType(type)));
    return this.random.chance(Math.min(isFresh ? 0.8 : 0.25, (isFresh ? 4 : 1.5) / others.length));
  }

  private isWritable(owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>): boolean {
    return this.material.isComputed || isCompiled(this.schema, this.context.reader.features, owner, field);
  }

  private isFresh(owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>, depth: number): boolean {
    return this.material.asked?.leadsToNew(owner, field, depth) ?? false;
  }

  private note(owner: GraphQLNamedType, { name }: { name: string }): void {
    this.asks.add(`${owner.name}.${name}`);
  }

  private fragment(type: GraphQLObjectType | GraphQLNamedType, depth: number): string {
    const body = this.selection(type, depth);
    if (this.random.chance(0.6)) return `... on ${type.name}${this.directive()}${body}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name}${body}`);
    return this.random.chance(0.2) ? `...${name} ...${name}` : `...${name}`;
  }

  private arguments(owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>): string {
    const list = pagedOf(this.context.reader.features, field);
    const given = field.args.flatMap((argument) => {
      const name = `${owner.name}.${field.name}(${argument.name})`;
      if (argument.name === 'after' && list) return [];
      if (!isNonNullType(argument.type) && this.random.chance(this.material.asked?.has(name) === false ? 0.2 : 0.5)) return [];
      this.asks.add(name);
      return [`${argument.name}: ${this.argument(argument, { name: argument.name, prefix: this.prefixFor(owner, field, argument) })}`];
    });
    const sort = given.find((text) => text.startsWith('sort: '))?.slice(6);
    if (!list || sort?.startsWith('$') || !this.random.chance(this.material.asked?.has(`${owner.name}.${field.name}(after)`) === false ? 0.8 : 0.3)) return given.length > 0 ? `(${given.join(', ')})` : '';
    const after = this.after(list, sort);
    if (after === null) return given.length > 0 ? `(${given.join(', ')})` : '';
    this.asks.add(`${owner.name}.${field.name}(after)`);
    return `(${[...given, `after: ${after}`].join(', ')})`;
  }

  private argument(argument: GraphQLArgument, place: Place): string {
    const value = (): unknown => this.values.of(argument.type, place);
    return this.random.chance(0.4) ? this.variable(String(argument.type), value) : literalOf(argument.type, value());
  }

  private after(list: Paged, sort: string | undefined): string | null {
    const cursor = cursorsOf(this.random, this.context, list, sort === 'null' ? undefined : sort);
    if (!cursor) return null;
    return this.random.chance(0.5) ? JSON.stringify(cursor()) : this.variable('String', () => (this.random.chance(0.2) ? null : cursor()));
  }

  /** The prefix of the ids that an argument is about: what its root field reads. */
  private prefixFor(owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>, argument: GraphQLArgument): string | undefined {
    if (owner !== this.schema.getQueryType() || argument.name !== 'id') return prefixByName(argument.name);
    const read = modelOf(this.context.reader.features).rootRead(field.name);
    return read?.kind === 'one' ? registry.tableOf(read.of())?.prefix ?? variantPrefix(read.of()) : undefined;
  }

  private variable(type: string, value: () => unknown): string {
    const name = `v${this.variables.size}`;
    this.variables.set(name, { type, value });
    return `$${name}`;
  }

  private shuffled<T>(items: readonly T[]): T[] {
    return items.map((item) => ({ item, at: this.random.next() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
  }
}

function variantPrefix(of: RecordClass): string | undefined {
  const variant = registry.variants().find(({ graphClass }) => graphClass === of);
  return variant && registry.tableOf(variant.of)?.prefix;
}
