import { isUuid } from '@weixiang/shared';
import { badInput } from './bad-input.js';

/**
 * The values that a cursor carries, as text: one for each sort property, the id last; null where the property is null.
 * PostgreSQL writes them (see marks.ts), node reads them.
 *
 * @throws GraphQLError BAD_USER_INPUT when the text is no cursor of a list in this order.
 */
export function decodeCursor(cursor: unknown, sort: string, length: number): (string | null)[] {
  const content = parsed(cursor);
  if (!Array.isArray(content)) throw badInput('after is not a cursor of this list.');
  const [order, ...values]: unknown[] = content;
  if (order !== sort) throw badInput('after is a cursor of another order: ask for the first page of this order first.');
  const isWhole = values.length === length && values.every((value) => value === null || typeof value === 'string') && isUuid(values.at(-1));
  if (!isWhole) throw badInput('after is not a cursor of this list.');
  return values;
}

function parsed(cursor: unknown): unknown {
  if (typeof cursor !== 'string') return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
