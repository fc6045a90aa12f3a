import type { FieldPolicy } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** Arguments that choose another list; `first` and `after` only choose the page of one. */
const listArguments = (args: Record<string, unknown> | null) =>
  Object.keys(args ?? {}).filter((name) => name !== 'first' && name !== 'after');

/** A connection of the schema whose pages join into one list as they arrive. */
export function connection(): FieldPolicy {
  return relayStylePagination(listArguments);
}
