import { GraphQLError } from 'graphql';

/** The client asked for something that cannot be: said plainly, with the code that GraphQL servers use for it. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** The client sent a value that PostgreSQL can make nothing of. */
export function unreadableInput(): GraphQLError {
  return badInput('A value in the arguments is out of range or cannot be read.');
}

// Out of range, no such day, a character that text cannot hold, not of the type; a message with such a character in it.
const unreadable = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05', '08P01']);

/** Whether PostgreSQL, whichever driver asked it, could not make a value of what the client sent. */
export function isUnreadableValue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && unreadable.has(error.code);
}
