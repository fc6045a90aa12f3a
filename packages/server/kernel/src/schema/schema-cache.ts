import type { GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { unionMembers } from '../entity/union.js';
import type { FeatureSet } from '../features/feature-set.js';
import { Lru } from '../read/lru.js';
import { buildSchema, partsOf } from './build.js';
import { NodeResolver } from './read-resolvers.js';
import { SchemaCutter, type SubsetParts } from './subset.js';

/** Sets whose schemas a process keeps; what was asked for longest ago is made again. Tenants share far fewer. */
export const keptSchemas = 256;

/**
 * One schema per set of features, made when first asked for: that of all of them by type-graphql, every other one cut out
 * of it, which takes milliseconds and shares what does not differ (docs/adr/0006).
 */
export class SchemaCache {
  private readonly made = new Lru<GraphQLSchema>(keptSchemas);
  private cutter: SchemaCutter | undefined;

  /** @param everything The set that every other one is a part of. */
  constructor(private readonly everything: FeatureSet) {}

  /** The schema of a set. @throws when the declarations of all features do not fit together; boot asks for them once. */
  of(set: FeatureSet): GraphQLSchema {
    this.cutter ??= new SchemaCutter(buildSchema(this.everything));
    if (set === this.everything) return this.cutter.whole;
    const known = this.made.get(set.key);
    if (known) return known;
    const schema = this.cutter.cut(subsetParts(set)) ?? buildSchema(set);
    this.made.set(set.key, schema);
    return schema;
  }
}

function subsetParts(set: FeatureSet): SubsetParts {
  const { types, resolvers } = partsOf(set);
  const { objectTypes, interfaceTypes, unions } = getMetadataStorage();
  const names = new Map<unknown, string>([...objectTypes, ...interfaceTypes].map(({ target, name }) => [target, name]));
  const namesOf = (classes: readonly unknown[]): string[] => classes.flatMap((each) => names.get(each) ?? []);
  const members = unionMembers(set);
  return {
    types: namesOf(types),
    resolvers: new Set([NodeResolver, ...resolvers].flatMap(withAncestors)),
    unions: new Map(unions.map(({ name, symbol }) => [name, new Set(namesOf(members.get(symbol) ?? []))])),
  };
}

/** A resolver class and those that it extends, whose fields it has too. */
function withAncestors(resolver: object): object[] {
  const above: unknown = Object.getPrototypeOf(resolver);
  return typeof above === 'function' && above !== Function.prototype ? [resolver, ...withAncestors(above)] : [resolver];
}
