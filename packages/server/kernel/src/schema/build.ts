import { isInterfaceType, isNonNullType, isObjectType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { registry } from '../entity/registry.js';
import type { RecordClass } from '../entity/record.js';
import { unionMembers } from '../entity/union.js';
import type { ResolverClass } from '../feature.js';
import type { FeatureSet } from '../features/feature-set.js';
import { manyResolver, NodeResolver, rootReadResolver } from './read-resolvers.js';
import { DateTimeScalar } from './scalars.js';
import { withScopedMetadata } from './scoped-metadata.js';
import { wire } from './wire.js';

const rootDescriptions = {
  Query: 'Everything that can be read. Lists are Relay connections; what you may not see reads as absent.',
  Mutation: 'Everything that can be changed. Each mutation takes one `input` and answers with what it changed, or with `refusals`.',
  Subscription: 'Everything that can be followed as it happens.',
} as const;

/**
 * The schema of a set of features, and of nothing else that happens to be loaded, by type-graphql: a tenth of a second for
 * core alone. {@link SchemaCache} asks once, for the set of all, and cuts the others out of it.
 * @example buildSchema(catalogue.everything)
 */
export function buildSchema(set: FeatureSet): GraphQLSchema {
  const { resolvers, types } = partsOf(set);
  const reads = set.features.flatMap((feature) => feature.reads ?? []);
  const schema = withScopedMetadata({ resolvers: [NodeResolver, ...resolvers], unions: unionMembers(set) }, () =>
    buildSchemaSync({
      resolvers: [NodeResolver, ...resolvers],
      orphanedTypes: [...types],
      scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
      pubSub: noBus,
      validate: false,
    }),
  );
  for (const [name, description] of Object.entries(rootDescriptions)) {
    const root = schema.getType(name);
    if (root) root.description = description;
  }
  wire(schema, new Set(['node', ...reads.map(({ name }) => name)]));
  refuseHiddenNonNull(schema);
  return schema;
}

/** Classes that a set of features declares: those with root fields and computed fields, and those that are types. */
export function partsOf({ features }: FeatureSet): SchemaParts {
  const types = features.flatMap((feature) => [...(feature.entities ?? []), ...(feature.graphTypes ?? [])]);
  const reads = features.flatMap((feature) => feature.reads ?? []);
  return { types, resolvers: [...reads.map(rootReadResolver), ...manyResolvers(types), ...features.flatMap((feature) => feature.resolvers ?? [])] };
}

/** What a schema is made of. */
export interface SchemaParts {
  types: readonly RecordClass[];
  resolvers: readonly ResolverClass[];
}

/** List fields of these types, as far as what they list is in the set too. */
function manyResolvers(types: readonly RecordClass[]) {
  const inSet = new Set(types);
  return types.flatMap((owner) =>
    [...listFieldsOf(owner)].filter((many) => inSet.has(many.list().of())).map((many) => manyResolver(owner, many)),
  );
}

function listFieldsOf(owner: RecordClass) {
  const table = registry.tableOf(owner);
  return table?.graphClass === owner ? table.many.values() : registry.ownDeclarations(owner).many.values();
}

/** A field that abilities can hide is null for some; the compiled text cannot bubble a null upwards. */
function refuseHiddenNonNull(schema: GraphQLSchema): void {
  const own = registry.variants().map(({ typeName, graphClass }) => ({ typeName, sensitive: registry.ownDeclarations(graphClass).sensitive }));
  for (const { typeName, sensitive } of [...registry.tables(), ...own]) {
    const type = schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const name of sensitive.keys()) {
      const field = type.getFields()[name];
      if (field && isNonNullType(field.type)) throw new Error(`${typeName}.${name} is sensitive and must be nullable: who may not see it gets null.`);
    }
  }
}

/** Resolvers of subscriptions name their source with `subscribe`; type-graphql asks for a bus of its own all the same. */
const noBus: PubSub = {
  publish: () => undefined,
  subscribe: (topic) => {
    throw new Error(`Nothing is published on ${topic}: give the subscription a \`subscribe\` function.`);
  },
};
