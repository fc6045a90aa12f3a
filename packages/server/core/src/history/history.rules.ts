import { registry } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import { getNamedType, type GraphQLObjectType } from 'graphql';

/**
 * Of what changed in a record, what its type shows, by the same names; related records by the ids that the API gives them.
 * What is kept beside (whose account it is, the fingerprint of a ledger's row) is nobody's to read, and would let them find
 * out by trying what is masked.
 */
export function shownChanges(changes: object, type: GraphQLObjectType): Record<string, unknown> {
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(changes).flatMap(([property, values]) => {
      const field = fields[property];
      if (!field) return [];
      const related = [...registry.tables()].find(({ typeName }) => typeName === getNamedType(field.type).name);
      return [[property, related && Array.isArray(values) ? values.map((value) => idOf(related.prefix, value)) : values]];
    }),
  );
}

function idOf(prefix: string, value: unknown): unknown {
  return typeof value === 'string' && value.length === 36 ? toTypeId(prefix, value) : value;
}
