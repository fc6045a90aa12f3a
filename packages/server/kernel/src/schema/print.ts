import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/**
 * The schema as text in a stable order, for the committed `schema.graphql` files: a diff in one is part of the review.
 * @example writeFileSync('docs/schema/core.graphql', printSorted(schemas.of(core)))
 */
export function printSorted(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
