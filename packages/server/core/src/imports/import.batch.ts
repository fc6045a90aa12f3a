import { type LedgerRow, type RowProblem, type Transaction, withNext } from '@weixiang/kernel';
import { Interrupted, isInterruption } from './import.error.js';
import { requestOf, type ImportRun } from './import.context.js';
import { keepProblems } from './problem.store.js';
import { stumbledOver, tallyOf, type RowTally } from './row-tally.js';

/**
 * Imports rows in one transaction, together with what became of them and the mark of how far the import is: either all
 * of it is there or nothing, whatever dies in between. When a row brings the importer to fall, the rows go one by one
 * and that row alone is refused.
 */
export async function importBatch(run: ImportRun, rows: readonly LedgerRow[], rowsDone: number): Promise<void> {
  try {
    await commit(run, rows, rowsDone, (tx) => tallied(run, tx, rows));
  } catch (error) {
    if (isInterruption(error)) throw error;
    const [row] = rows;
    if (rows.length > 1) {
      for (const [at, one] of rows.entries()) await importBatch(run, [one], rowsDone + at);
    } else if (row) {
      run.kernel.log.error({ err: error, tenantId: run.tenant.id, import: run.id, row: row.row }, 'an importer failed on a row; the row was refused');
      await commit(run, rows, rowsDone, async () => stumbledOver(row));
    }
  }
}

/** Lets the importer have the rows and sums up its answers. What the database refuses of them shows with what comes next. */
export async function tallied({ importer }: ImportRun, tx: Transaction, rows: readonly LedgerRow[]): Promise<RowTally> {
  const warnings: RowProblem[] = [];
  const outcomes = await importer.importRows(tx, rows, (problem) => warnings.push(problem));
  await tx.em.flush();
  return tallyOf(importer.ledger, rows, outcomes, warnings);
}

async function commit(run: ImportRun, rows: readonly LedgerRow[], rowsDone: number, work: (tx: Transaction) => Promise<RowTally>): Promise<void> {
  const { kernel, tenant, id, startedBy } = run;
  await kernel.asSystem(
    tenant,
    requestOf(id),
    async (tx) => {
      await claim(tx, id, rowsDone);
      const tally = await work(tx);
      tx.em.clear(); // what was flushed need not be looked through for changes again
      await noteTally(tx, id, tally, rows.length);
    },
    startedBy,
  );
}

/** Holds the import's row until the commit, so that a process that lost its turn unawares cannot do rows again. */
async function claim(tx: Transaction, id: string, rowsDone: number): Promise<void> {
  const [row] = await tx.em.execute<{ rows_done: number }[]>(
    `select rows_done from ledger_import where tenant_id = ? and id = ? and state = 'running' for update`,
    [tx.tenant.id, id],
  );
  if (row?.rows_done !== rowsDone) throw new Interrupted('another process goes on with it');
}

/** Moves the counts of an import; by SQL, since a count that grows needs no history. */
export async function noteTally(tx: Transaction, id: string, { accepted, unchanged, rejected, problems }: RowTally, rows: number): Promise<void> {
  await keepProblems(tx.em, tx.tenant.id, id, problems, tx.now);
  const warnings = problems.filter(({ isWarning }) => isWarning).length;
  await tx.em.execute(
    withNext(`update ledger_import set rows_done = rows_done + ?, accepted = accepted + ?, unchanged = unchanged + ?,
       rejected_count = rejected_count + ?, warning_count = warning_count + ? where tenant_id = ? and id = ?`),
    [rows, accepted, unchanged, rejected, warnings, tx.tenant.id, id],
  );
}
