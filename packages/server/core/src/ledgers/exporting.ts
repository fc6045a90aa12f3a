import { cellAt, type Cell, type ExportedNode } from '@weixiang/kernel';
import { dateIn, timeIn, type Text } from '@weixiang/shared';

/**
 * The ledger's word for a name of ours; null for none.
 * @example wordFor(WISH_CHANNELS, 'SMILE_WALL') // '笑脸墙'
 */
export function wordFor(vocabulary: Readonly<Record<string, Text>>, name: unknown): Cell | null {
  return typeof name === 'string' && Object.hasOwn(vocabulary, name) ? (vocabulary[name]?.zh ?? null) : null;
}

/**
 * What the states of a workflow are called, by their names.
 * @example wordFor(stateWords(demandLife), node['state'])
 */
export function stateWords({ states }: { states: Readonly<Record<string, { label: Text }>> }): Readonly<Record<string, Text>> {
  return Object.fromEntries(Object.entries(states).map(([name, { label }]) => [name, label]));
}

/** The day of an instant at a path of a record, for a column of dates. `dayAt(node, timeZone, 'createdAt') // '2026-05-19'` */
export function dayAt(node: ExportedNode, timeZone: string, ...path: readonly string[]): Cell | null {
  const at = cellAt(node, ...path);
  return typeof at === 'string' ? dateIn(new Date(at), timeZone) : null;
}

/** Its hour and minute. `timeAt(node, timeZone, 'lesson', 'startsAt') // '16:30'` */
export function timeAt(node: ExportedNode, timeZone: string, ...path: readonly string[]): Cell | null {
  const at = cellAt(node, ...path);
  return typeof at === 'string' ? timeIn(new Date(at), timeZone) : null;
}
