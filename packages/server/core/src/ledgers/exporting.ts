import type { Cell } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';

/**
 * The ledger's word for a name of ours; null for none.
 * @example wordFor(WISH_CHANNELS, 'SMILE_WALL') // '笑脸墙'
 */
export function wordFor(vocabulary: Readonly<Record<string, Text>>, name: unknown): Cell | null {
  return typeof name === 'string' && Object.hasOwn(vocabulary, name) ? (vocabulary[name]?.zh ?? null) : null;
}
