import { Forbidden, holdsAtRoot, indexOf, refuse, stepTo, type LedgerImporter, type StoredFile, type Transaction } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';
import { Person } from '../people/person.entity.js';
import { Import, ImportState } from './import.entity.js';
import { importLife } from './import.workflow.js';

/** Name of the job that works through a tenant's imports. */
export const importJobName = 'imports.run';

/** A file that was sent to be imported. */
export interface SentLedger {
  ledger: string;
  fileName: string | null;
  file: StoredFile;
  isDryRun: boolean;
}

/**
 * Puts an import into the tenant's queue. Imports of a tenant run one after the other, in the order in which they came,
 * so that ledgers that build on each other can be sent in a row.
 * @throws Refusal LEDGER_UNKNOWN; Forbidden.
 */
export async function queueImport(tx: Transaction, { ledger, fileName, file, isDryRun }: SentLedger): Promise<Import> {
  requireImporter(tx, ledger);
  const startedBy = tx.actor.personId === null ? null : await tx.peek(Person, tx.actor.personId);
  const run = tx.create(Import, { ledger, fileName, fileKey: file.key, fileHash: file.hash, isDryRun, startedBy });
  tx.announce('import.queued', run);
  wakeImports(tx);
  return run;
}

/** The importer of a ledger, if the actor may use it. @throws Refusal LEDGER_UNKNOWN; Forbidden. */
export function requireImporter({ features, actor }: Pick<Transaction, 'features' | 'actor'>, ledger: string): LedgerImporter {
  const importer = indexOf(features).importers.get(ledger);
  if (!importer) throw refuse('LEDGER_UNKNOWN', 'ledger', { ledger });
  if (!holdsAtRoot(actor, importer.permission)) throw new Forbidden(`import ${ledger}`);
  return importer;
}

/** Asks for the job that works through the tenant's imports; one that waits already is enough. */
export function wakeImports(tx: Transaction): void {
  tx.enqueue({ name: importJobName, payload: {}, key: importJobName });
}

/** The import is under way: the file was read through once and holds so many rows. */
export function startImport(tx: Transaction, run: Import, { total, headers }: { total: number; headers: readonly string[] }): void {
  run.state = step(tx, run, 'start');
  run.total = total;
  run.headers = [...headers];
}

/** Every row was looked at. */
export function finishImport(tx: Transaction, run: Import): void {
  run.state = step(tx, run, 'finish');
  run.finishedAt = tx.now;
  tx.announce('import.finished', run, { accepted: run.accepted, unchanged: run.unchanged, rejected: run.rejectedCount });
}

/** The file as a whole cannot be imported. */
export function failImport(tx: Transaction, run: Import, why: Text): void {
  run.state = step(tx, run, 'fail');
  run.finishedAt = tx.now;
  run.failureText = why;
  tx.announce('import.failed', run);
}

function step(tx: Transaction, { state }: Import, name: string): ImportState {
  const next = stepTo(tx, importLife, name, { state, path: '' });
  const found = Object.values(ImportState).find((each) => each === next);
  if (!found) throw new Error(`${next} is no state of an import.`);
  return found;
}
