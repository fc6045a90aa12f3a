import { registry } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import { getNamedType, type GraphQLObjectType } from 'graphql';

/**
 * Of what changed in a record, what its type shows, by the same names; related records by the ids that the API gives them.
 * What is kept beside (whose account it is, the fingerprint of a ledger's row) is nobody's to read, and would let them find
 * out by trying what is masked. Where something stands in for a text, it stands in here too, whoever reads: an older text
 * is nobody's to take back from a history.
 */
export function shownChanges(changes: object, type: GraphQLObjectType): Record<string, unknown> {
  const fields = type.getFields();
  const standIns = [...registry.tables()].find(({ typeName }) => typeName === type.name)?.standIns;
  return Object.fromEntries(
    Object.entries(changes).flatMap(([property, values]) => {
      const field = fields[property];
      if (!field) return [];
      const standIn = standIns?.get(property);
      if (standIn) return [[property, Reflect.get(changes, standIn.property) ?? hidden]];
      const related = [...registry.tables()].find(({ typeName }) => typeName === getNamedType(field.type).name);
      return [[property, related && Array.isArray(values) ? values.map((value) => idOf(related.prefix, value)) : values]];
    }),
  );
}

/** What stands for values that are not shown, before and after. */
const hidden = ['•', '•'] as const;

function idOf(prefix: string, value: unknown): unknown {
  return typeof value === 'string' && value.length === 36 ? toTypeId(prefix, value) : value;
}
