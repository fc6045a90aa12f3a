/**
 * SQL with numbered values as the ORM reads it, a question mark for each use of a value.
 * @example numbered('select $1, $2, $1', ['a', 'b']) // { sql: 'select ?, ?, ?', values: ['a', 'b', 'a'] }
 */
export function numbered(sql: string, values: readonly unknown[]): { sql: string; values: unknown[] } {
  const used: unknown[] = [];
  const text = sql.replaceAll(/\$(\d+)/g, (_, number: string) => {
    used.push(values[Number(number) - 1]);
    return '?';
  });
  return { sql: text, values: used };
}
