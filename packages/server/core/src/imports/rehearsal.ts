import { besideTransaction, type LedgerRow, type Transaction } from '@weixiang/kernel';
import { Interrupted, isInterruption } from './import.error.js';
import { noteTally, tallied } from './import.batch.js';
import { requestOf, type ImportRun } from './import.context.js';
import { batchesAfter, openLedger } from './ledger-batches.js';
import { forgetProblems } from './problem.store.js';
import { stumbledOver, type RowTally } from './row-tally.js';

/** Rows that are rehearsed. One transaction holds them all, and may not grow without end. */
export const rehearsedRows = 20_000;

/** Thrown at the end of a rehearsal, so that nothing of it stays. */
class CurtainFall extends Error {}

/**
 * A dry run: every batch in one transaction that is rolled back, so that rows may refer to rows before them and yet
 * nothing stays. What it finds is written beside it as it goes, in transactions of its own; after a crash it begins
 * again. Of a longer file the first {@link rehearsedRows} rows are rehearsed and a warning says so.
 */
export async function rehearse(run: ImportRun): Promise<void> {
  const { kernel, tenant, id, importer, startedBy, signal } = run;
  const write = async (tx: Transaction): Promise<never> => {
    tx.rehearse();
    await beside(run, startOver);
    let done = 0;
    for await (const rows of batchesAfter(await openLedger(run.path, importer), 0)) {
      if (signal.aborted) throw new Interrupted('the server stops');
      const part = rows.slice(0, rehearsedRows - done);
      for (const tally of await tryOut(run, tx, part)) await beside(run, (other) => noteTally(other, id, tally, tally.accepted + tally.unchanged + tally.rejected));
      done += part.length;
      if (part.length < rows.length || done === rehearsedRows) break;
    }
    await sayHowFar(run, done);
    await importer.finish?.(tx);
    throw new CurtainFall();
  };
  try {
    await kernel.asSystem(tenant, requestOf(id), write, startedBy);
  } catch (error) {
    if (!(error instanceof CurtainFall)) throw error;
  }
}

/** Tries rows together, or one by one when one of them brings the importer to fall. */
async function tryOut(run: ImportRun, tx: Transaction, rows: readonly LedgerRow[]): Promise<RowTally[]> {
  await tx.em.execute('savepoint rehearsed');
  try {
    const tally = await tallied(run, tx, rows);
    await tx.settle(); // what the database refuses is refused here
    return [tally];
  } catch (error) {
    if (isInterruption(error)) throw error;
    await tx.em.execute('rollback to savepoint rehearsed');
    tx.em.clear();
    const [row] = rows;
    if (rows.length === 1 && row) {
      run.kernel.log.error({ err: error, tenantId: run.tenant.id, import: run.id, row: row.row }, 'an importer failed on a rehearsed row');
      return [stumbledOver(row)];
    }
    const tallies: RowTally[] = [];
    for (const one of rows) tallies.push(...(await tryOut(run, tx, [one])));
    return tallies;
  } finally {
    // What was flushed is in the transaction; in memory it would only grow.
    tx.em.clear();
  }
}

/** A small transaction beside the rehearsal, for what should be seen at once and stay. */
function beside({ kernel, tenant, id }: ImportRun, write: (tx: Transaction, id: string) => Promise<void>): Promise<void> {
  return besideTransaction(() => kernel.asSystem(tenant, requestOf(id), (tx) => write(tx, id)));
}

/** The counts and problems of a rehearsal that was cut short go; what was noted about its headers stays. */
async function startOver(tx: Transaction, id: string): Promise<void> {
  await forgetProblems(tx.em, tx.tenant.id, id);
  await tx.em.execute(
    `update ledger_import set rows_done = 0, accepted = 0, unchanged = 0, rejected_count = 0,
       warning_count = (select count(*) from import_problem kept where kept.tenant_id = ? and kept.import_id = ?)
     where tenant_id = ? and id = ?`,
    [tx.tenant.id, id, tx.tenant.id, id],
  );
}

async function sayHowFar(run: ImportRun, done: number): Promise<void> {
  if (done < rehearsedRows) return;
  await beside(run, (tx, id) =>
    noteTally(
      tx,
      id,
      {
        accepted: 0,
        unchanged: 0,
        rejected: 0,
        problems: [{ row: 1, column: null, code: 'REHEARSED_IN_PART', message: { zh: `只试了前 ${rehearsedRows} 行`, en: `Only the first ${rehearsedRows} rows were rehearsed` }, isWarning: true }],
      },
      0,
    ),
  );
}
