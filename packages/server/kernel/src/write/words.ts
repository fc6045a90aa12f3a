import { refuse } from '../refusal.js';

/**
 * The words of a required field, without the white space around them.
 * @throws Refusal REQUIRED or TOO_LONG, blaming the field.
 * @example requiredWords(input.name, 'name', 100)
 */
export function requiredWords(words: string | null | undefined, field: string, limit: number): string {
  const trimmed = optionalWords(words, field, limit);
  if (trimmed === null) throw refuse('REQUIRED', field);
  return trimmed;
}

/** The same for a field that may be empty: null then. `optionalWords('  ', 'plan', 1000) // null` */
export function optionalWords(words: string | null | undefined, field: string, limit: number): string | null {
  const trimmed = (words ?? '').trim();
  if ([...trimmed].length > limit) throw refuse('TOO_LONG', field, { limit });
  return trimmed === '' ? null : trimmed;
}
