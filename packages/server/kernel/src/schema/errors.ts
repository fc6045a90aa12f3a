import { say, type Text } from '@weixiang/shared';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../log.js';
import { messageOf } from '../messages.js';
import { isUnreadableValue, unreadableInput } from '../read/bad-input.js';
import { Forbidden, Refusal } from '../refusal.js';
import type { RequestContext } from '../request/context.js';
import { isTooLong } from './limits.js';

const forbidden: Text = { zh: '您没有这项权限。', en: 'You are not allowed to do this.' };
const internal: Text = { zh: '系统出了问题，请稍后再试；反馈时请附上请求编号。', en: 'Something went wrong here. Try again later, and quote the request id when you report it.' };

/**
 * What the client learns of an error: FORBIDDEN and nothing else; BAD_USER_INPUT with the refusal's words; GraphQL's own
 * errors as they are; INTERNAL with the request id for all the rest, which goes to the log.
 */
export function tellClient(error: GraphQLError, { features, language, requestId }: Pick<RequestContext, 'features' | 'language' | 'requestId'>, log: Logger): GraphQLError {
  const cause = causeOf(error);
  // At a field, an error of GraphQL's own without a code is a value that breaks its type's promise: ours, not the client's.
  if (cause instanceof GraphQLError && (hasCode(cause) || !error.path)) return error;
  if (cause instanceof Forbidden) return retold(error, say(forbidden, language), { code: 'FORBIDDEN' });
  if (cause instanceof Refusal) {
    const { code, field, values } = cause;
    return retold(error, say(messageOf(features, code, values), language), { code: 'BAD_USER_INPUT', refusal: code, field });
  }
  if (isUnreadableValue(cause)) {
    // Nearly always the client's; the log keeps it for the time when it was ours.
    log.warn({ err: cause, requestId, path: error.path?.join('.') }, 'the database could not read a value');
    return retold(error, unreadableInput().message, { code: 'BAD_USER_INPUT' });
  }
  log.error({ err: cause, requestId, path: error.path?.join('.') }, 'a GraphQL field failed');
  return retold(error, say(internal, language), { code: 'INTERNAL', requestId });
}

/** Longest message that goes out, in UTF-16 units. */
const longestMessage = 1_000;

/** Last look at every error before it goes out; only what Apollo itself makes of a request is still new here. */
export function formatError({ message, ...others }: GraphQLFormattedError): GraphQLFormattedError {
  // GraphQL quotes what it was sent, be it a megabyte.
  const formatted = { ...others, message: message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message };
  const { extensions } = formatted;
  if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR') return { ...formatted, message: internal.en, extensions: { code: 'INTERNAL' } };
  if (extensions?.['code'] === 'GRAPHQL_PARSE_FAILED' && isTooLong(formatted.message)) {
    return { ...formatted, extensions: { ...extensions, code: 'DOCUMENT_TOO_LONG' } };
  }
  return formatted;
}

/** Errors of compiled executions may have no extensions at all, whatever the type says. */
function hasCode({ extensions }: { extensions?: { code?: unknown } }): boolean {
  return extensions?.code !== undefined;
}

/** The innermost error; graphql-js wraps what resolvers throw, once a level. */
function causeOf(error: GraphQLError): Error {
  const { originalError } = error;
  if (!originalError || originalError === error) return error;
  return originalError instanceof GraphQLError ? causeOf(originalError) : originalError;
}

function retold({ nodes, source, positions, path, locations }: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError {
  const told = new GraphQLError(message, { nodes, source, positions, path, extensions });
  // Compiled executions know the place and no longer the nodes.
  if (!told.locations && locations) Object.defineProperty(told, 'locations', { value: locations, enumerable: true });
  return told;
}
