/**
 * Strings as the text that PostgreSQL reads an array from: one value, however many there are, for {@link prepared} statements.
 * @example await tx.em.execute(prepared('select id from wish where id = any(?::uuid[])'), [arrayText(ids)])
 */
export function arrayText(values: readonly string[]): string {
  if (values.length === 0) return '{}';
  const isPlain = !/["\\]/.test(values.join(''));
  return `{"${(isPlain ? values : values.map((value) => value.replaceAll(/["\\]/g, '\\$&'))).join('","')}"}`;
}
