/** The label of a unit in a path: its UUID without dashes. `orgLabel('01961c2e-5d0b-7a3f-9c55-0c1f2a9be701') // '01961c2e5d0b7a3f9c550c1f2a9be701'` */
export function orgLabel(uuid: string): string {
  return uuid.replaceAll('-', '').toLowerCase();
}

/**
 * The path of a unit below its parent; without a parent the unit is a root.
 * @example childPath(null, root) // 'aaaa…'; childPath('aaaa…', child) // 'aaaa….bbbb…'
 */
export function childPath(parentPath: string | null, uuid: string): string {
  return parentPath === null || parentPath === '' ? orgLabel(uuid) : `${parentPath}.${orgLabel(uuid)}`;
}

/** The path through these units, from the root down. `orgPath([root, street, community])` */
export function orgPath(uuids: readonly string[]): string {
  return uuids.map(orgLabel).join('.');
}

/** The units of a path as UUIDs, from the root down. `unitsOfPath('aaaa….bbbb…') // ['aaaa-…', 'bbbb-…']` */
export function unitsOfPath(path: string): string[] {
  if (path === '') return [];
  return path.split('.').map((label) => label.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

/** The paths of the units on a path, the root's first and its own last. `pathsDownTo('a.b.c') // ['a', 'a.b', 'a.b.c']` */
export function pathsDownTo(path: string): string[] {
  return path.split('.').map((_, at, labels) => labels.slice(0, at + 1).join('.'));
}

/** Whether a path lies in the subtree of another, itself included. */
export function isWithinPath(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}
