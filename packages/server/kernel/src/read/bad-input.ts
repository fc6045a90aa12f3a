import { GraphQLError } from 'graphql';

/** The client asked for something that cannot be: said plainly, with the code that GraphQL servers use for it. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
