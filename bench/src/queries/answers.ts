import { parseTypeId } from '@weixiang/shared';

/** An answer as every engine would give it: ids are UUIDs, and cursors, which are each engine's own, left out. */
export function normalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value === 'string') return parseTypeId(value)?.uuid ?? value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'endCursor')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, normalised(inner)]),
  );
}

/** The value at a path of names in an answer. */
export function at(answer: unknown, ...names: string[]): unknown {
  return names.reduce((value: unknown, name) => Object(value)[name], answer);
}
