/**
 * SQL: the path in a column lies in one of these subtrees, the units themselves included. Paths are text under "C", where
 * '/' is next to '.' and before whatever a label is made of: a subtree is one range. Unlike `<@`, comparisons of text are
 * leakproof, so that an index on the path is used under row level security (docs/adr/0024).
 *
 * @example inSubtrees('wish.org_path', ['a.b'], bind) // "(wish.org_path >= $2 and wish.org_path < $3)", binds 'a.b' and 'a.b/'
 */
export function inSubtrees(column: string, paths: readonly string[], bind: (bound: string) => string): string {
  if (paths.length === 0) return 'false';
  return `(${paths.map((path) => between(column, bind(path), bind(endOfSubtree(path)))).join(' or ')})`;
}

/** SQL: the path in a column lies in the subtree that begins and ends here. */
export function between(column: string, path: string, end: string): string {
  return `${column} >= ${path} and ${column} < ${end}`;
}

/** Binds for SQL written by hand: takes values in the order of their question marks. `inSubtrees('wish.org_path', paths, bindInto(values))` */
export function bindInto(values: unknown[]): (value: unknown) => string {
  return (value) => {
    values.push(value);
    return '?';
  };
}

/** What no path of the subtree reaches, and every later path does. `endOfSubtree('a.b') // 'a.b/'` */
export function endOfSubtree(path: string): string {
  return `${path}/`;
}
