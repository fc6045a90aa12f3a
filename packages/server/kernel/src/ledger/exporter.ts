import type { Text } from '@weixiang/shared';
import type { Cell } from './row.js';
import type { SheetColumn } from './sheet.stream.js';

/** A record as the export's own selection gives it: plain JSON, keyed by field. */
export type ExportedNode = Readonly<Record<string, unknown>>;

/**
 * How records become the same ledger that they came from. It says which list of the API is asked and what is selected, so
 * that whoever exports gets what they may read, masked as they would see it, and not a row more.
 * @example { ledger: 'partners', permission: 'partner.read', list: 'partners', filter: 'PartnerFilter', sort: 'NAME', columns, selection: 'name creditCode', cellsOf: ({ name }) => ({ 名称: text(name) }) }
 */
export interface LedgerExporter {
  /** The ledger of the importer that takes it back: `wishes`. A list that no ledger fills goes out under a name of its own: `people`. */
  ledger: string;
  /** What it is called, where the console has no word for it: a plugin’s. */
  label?: Text;
  /** Permission that must be held at some unit: the public wall is read page by page, not carried off whole. */
  permission: string;
  /** Whether its rows hold sensitive values: it goes out for a stated purpose alone, which each reading of them is recorded with. */
  needsPurpose?: boolean;
  /** Root list of the API. */
  list: string;
  /** GraphQL type of its filter. */
  filter: string;
  /** What is left out unless the filter says otherwise: `{ isOpen: true }`. */
  base?: Readonly<Record<string, unknown>>;
  /** Value of its sort; the order of the rows. */
  sort: string;
  /** Headers in their order: where there is an importer, all that it takes and no other. */
  columns: readonly SheetColumn[];
  /** Fields of a record, as GraphQL. Nothing computed: only what the selection compiler reads. */
  selection: string;
  /** The cells of one record by header; null leaves one empty. Days and hours are those of the tenant’s zone. */
  cellsOf(node: ExportedNode, timeZone: string): Readonly<Record<string, Cell | null>>;
}

/**
 * What stands at a path of an exported record, as a cell; null where there is nothing.
 * @example cellAt(node, 'orgUnit', 'code')
 */
export function cellAt(node: ExportedNode, ...path: readonly string[]): Cell | null {
  const found = path.reduce<unknown>((value, key) => Object(value)[key], node);
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? found : null;
}
