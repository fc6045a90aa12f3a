import type { Text } from '../text.js';

/**
 * Chinese name → key of a vocabulary, as ledgers write it; `others` are further names that mean the same.
 * @example namesOf(WISH_CHANNELS).get('笑脸墙') // 'SMILE_WALL'
 */
export function namesOf<Key extends string>(
  vocabulary: Readonly<Record<Key, Text>>,
  others: Readonly<Record<string, Key>> = {},
): ReadonlyMap<string, Key> {
  // Object.entries widens keys to string; the record's keys are exactly Key.
  const terms = Object.entries(vocabulary) as [Key, Text][];
  return new Map([...terms.map(([key, { zh }]) => [zh, key] as const), ...Object.entries(others)]);
}
