import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLedger, type LedgerImporter, type LedgerRow, type RowOutcome, type RowProblem } from '@weixiang/kernel';
import type { Scene } from './scene.js';

/** What became of a ledger's rows. */
export interface LedgerTally {
  accepted: number;
  unchanged: number;
  rejected: RowProblem[];
  warnings: RowProblem[];
}

/** Rows of a batch unless a test says otherwise; few, so that tests cross its border. */
const fewRows = 100;

/** A file of the example district. `exampleLedger('projects')` */
export function exampleLedger(name: string): string {
  return fileURLToPath(new URL(`../../../../../examples/qiaocheng/${name}.xlsx`, import.meta.url));
}

/** The rows of a sheet that was downloaded, cells by header. */
export async function sheetRows(sheet: Buffer): Promise<LedgerRow['cells'][]> {
  const path = join(await mkdtemp(join(tmpdir(), 'weixiang-sheet-')), 'sheet.xlsx');
  await writeFile(path, sheet);
  const rows: LedgerRow['cells'][] = [];
  for await (const { cells } of await readLedger(path)) rows.push(cells);
  return rows;
}

/** Imports a file through an importer, batch by batch, as the product does. */
export async function importFile(scene: Scene, importer: LedgerImporter, path: string, batchSize = fewRows): Promise<LedgerTally> {
  const { required, optional, distinct, record } = importer;
  const rows: LedgerRow[] = [];
  for await (const row of await readLedger(path, { required, optional, distinct, record })) rows.push(row);
  return importRows(scene, importer, rows, batchSize);
}

/** The same for rows that a test wrote: cells by header. */
export function importCells(scene: Scene, importer: LedgerImporter, cells: readonly LedgerRow['cells'][]): Promise<LedgerTally> {
  const seen = new Map<string, number>();
  const rows = cells.map((own, at): LedgerRow => {
    const content = JSON.stringify(Object.entries(own).toSorted());
    const occurrence = seen.get(content) ?? 0;
    seen.set(content, occurrence + 1);
    return { row: at + 2, cells: own, content, occurrence };
  });
  return importRows(scene, importer, rows, fewRows);
}

async function importRows({ write }: Scene, importer: LedgerImporter, rows: readonly LedgerRow[], batchSize: number): Promise<LedgerTally> {
  const tally: LedgerTally = { accepted: 0, unchanged: 0, rejected: [], warnings: [] };
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = rows.slice(from, from + batchSize);
    const outcomes = await write((tx) => importer.importRows(tx, batch, (warning) => tally.warnings.push(warning)));
    for (const outcome of outcomes) note(tally, outcome);
  }
  if (importer.finish) await write((tx) => importer.finish?.(tx) ?? Promise.resolve());
  return tally;
}

function note(tally: LedgerTally, outcome: RowOutcome): void {
  if (outcome.kind === 'rejected') tally.rejected.push(...outcome.problems);
  else tally[outcome.kind] += 1;
}
