import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import type { FeatureSet } from '../../features/feature-set.js';
import { registry } from '../../entity/registry.js';
import { modelOf, type ReadTable, type ReadType } from '../../read/model.js';

/** The rows that a GraphQL type stands for. */
interface RecordType {
  table: ReadTable;
  type: ReadType;
}

const recordTypes = new WeakMap<FeatureSet, ReadonlyMap<string, RecordType>>();

/** What a GraphQL type of records stands for, an interface for the first of its variants; undefined for any other type. */
export function recordTypeOf(features: FeatureSet, name: string): RecordType | undefined {
  let known = recordTypes.get(features);
  if (!known) recordTypes.set(features, (known = recordTypesOf(features)));
  return known.get(name);
}

function recordTypesOf(features: FeatureSet): ReadonlyMap<string, RecordType> {
  const model = modelOf(features);
  const entities = new Set(features.features.flatMap((feature) => feature.entities ?? []));
  const tables = registry.tables().filter(({ entity }) => entities.has(entity)).map(({ entity }) => model.rowsOf(entity).table);
  return new Map(
    tables.flatMap((table) => {
      const types = model.typesOf(table);
      const [first] = types;
      return [...(first ? [[table.graph.typeName, { table, type: first }] as const] : []), ...types.map((type) => [type.typeName, { table, type }] as const)];
    }),
  );
}

/** Whether SQL answers a field: a root read, or a field of a record that no resolver makes in node. True for all other types. */
export function isCompiled(schema: GraphQLSchema, features: FeatureSet, owner: GraphQLNamedType, { name, extensions }: GraphQLField<unknown, unknown>): boolean {
  if (owner === schema.getQueryType()) return name === 'node' || modelOf(features).rootRead(name) !== undefined;
  const record = recordTypeOf(features, owner.name);
  if (!record) return true;
  const { table, type } = record;
  if (type.computed.has(name)) return false;
  if (type.many.has(name) || type.oneOf.has(name) || type.sqlFields.has(name)) return true;
  return extensions['computed'] !== true && (table.columns.has(name) || table.relations.has(name) || table.embedded.has(name));
}
