import { indexOf, LedgerFileError, type Kernel, type RowProblem, type Tenant } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';
import { inRun, requestOf, type ImportRun } from './import.context.js';
import { Import, ImportState } from './import.entity.js';
import { ImportError, Interrupted, isInterruption } from './import.error.js';
import { failImport, finishImport, startImport } from './import.service.js';
import { importBatch } from './import.batch.js';
import { batchesAfter, openLedger, readAhead } from './ledger-batches.js';
import { keepProblems } from './problem.store.js';
import { rehearse } from './rehearsal.js';

/** Headers that our own sheet of refused rows adds; whoever mends that sheet and sends it again need not be warned. */
const ownHeaders = new Set(['行号', '原因', 'Row', 'Reason']);

/**
 * Takes one import from where it is to its end. Whatever ends it, it is in one of three conditions: done; failed, saying
 * why; or still under way, and the next call goes on with the first row that is not done.
 * @throws Interrupted, or what the database threw when it went away; the import then goes on later.
 */
export async function runImport(kernel: Kernel, tenant: Tenant, id: string, signal: AbortSignal): Promise<void> {
  const files = kernel.files.of(tenant.id);
  const known = await kernel.asSystem(tenant, requestOf(id), async (tx) => tx.em.findOneOrFail(Import, { id }));
  try {
    const importer = indexOf(kernel.featuresOf(tenant)).importers.get(known.ledger);
    if (!importer) throw new ImportError({ zh: `没有“${known.ledger}”这种台账，或它的插件已停用`, en: `There is no ledger ${known.ledger}, or its plugin is disabled` });
    if (!(await files.has(known.fileKey))) throw new ImportError({ zh: '上传的文件不在了，请重新上传', en: 'The file that was sent is gone; please send it again' });
    const startedBy = known.startedBy?.id ?? null;
    await files.lend(known.fileKey, (path) => through({ kernel, tenant, id, importer, path, startedBy, signal }, known));
  } catch (error) {
    if (isInterruption(error)) throw error;
    // What is wrong with a file its sender is told; the log is for what is wrong with us.
    if (isOfTheFile(error)) kernel.log.info({ reason: error.text.en, tenantId: tenant.id, import: id }, 'an import was refused');
    else kernel.log.error({ err: error, tenantId: tenant.id, import: id }, 'an import failed');
    await kernel.asSystem(tenant, requestOf(id), async (tx) => failImport(tx, await tx.em.findOneOrFail(Import, { id }), reasonOf(error, id)));
  }
  await files.remove(known.fileKey);
}

/** From where it is to its end. */
async function through(run: ImportRun, known: Import): Promise<void> {
  if (known.state === ImportState.queued) await begin(run);
  if (known.isDryRun) await rehearse(run);
  else await importRows(run, known.rowsDone);
  await inRun(run, async (tx, it) => {
    if (!it.isDryRun) await run.importer.finish?.(tx);
    finishImport(tx, it);
  });
}

/** Reads the file through once before anything is imported: a file that breaks off in the middle leaves nothing behind. */
async function begin(run: ImportRun): Promise<void> {
  const ledger = await openLedger(run.path, run.importer);
  const { headers, extraHeaders } = ledger;
  let total = 0;
  for await (const _ of ledger) {
    total += 1;
    if (run.signal.aborted) throw new Interrupted('the server stops');
  }
  const warnings = extraHeaders.filter((header) => !ownHeaders.has(header)).map(extraColumn);
  await inRun(run, async (tx, it) => {
    startImport(tx, it, { total, headers });
    it.warningCount = warnings.length;
    await keepProblems(tx.em, tx.tenant.id, it.id, warnings.map((warning) => ({ ...warning, isWarning: true })), tx.now);
  });
}

async function importRows(run: ImportRun, rowsDone: number): Promise<void> {
  let done = rowsDone;
  for await (const rows of readAhead(batchesAfter(await openLedger(run.path, run.importer), done))) {
    if (run.signal.aborted) throw new Interrupted('the server stops');
    await importBatch(run, rows, done);
    done += rows.length;
  }
}

function extraColumn(header: string): RowProblem {
  return { row: 1, column: header, code: 'EXTRA_COLUMN', message: { zh: `台账没有“${header}”这一列，没有读取`, en: `The ledger has no column “${header}”; it was not read` } };
}

function isOfTheFile(error: unknown): error is LedgerFileError | ImportError {
  return error instanceof LedgerFileError || error instanceof ImportError;
}

function reasonOf(error: unknown, id: string): Text {
  if (isOfTheFile(error)) return error.text;
  return { zh: `系统出了问题，导入没有完成。反馈时请附上编号 ${requestOf(id)}`, en: `Something went wrong here and the import did not finish. Quote ${requestOf(id)} when you report it` };
}
