import { readLedger, type Ledger, type LedgerImporter, type LedgerRow } from '@weixiang/kernel';

/** Rows that are one transaction. */
export const rowsPerBatch = 500;

/** Opens a file as the ledger that an importer takes. @throws LedgerFileError */
export function openLedger(path: string, { required, optional, distinct, record }: LedgerImporter): Promise<Ledger> {
  return readLedger(path, { required, optional, distinct, record });
}

/**
 * The rows after the first `skip`, in batches. Every row is read again from the start: how often a row was seen before in
 * its file must be right after a crash, too.
 */
export async function* batchesAfter(ledger: Ledger, skip: number): AsyncGenerator<LedgerRow[]> {
  let seen = 0;
  let batch: LedgerRow[] = [];
  for await (const row of ledger) {
    seen += 1;
    if (seen <= skip) continue;
    batch.push(row);
    if (batch.length < rowsPerBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The same batches, each read while the one before is imported: the file is unpacked while the database works. */
export async function* readAhead(batches: AsyncGenerator<LedgerRow[]>): AsyncGenerator<LedgerRow[]> {
  try {
    for (let next = batches.next(); ; ) {
      const { value, done } = await next;
      if (done) return;
      next = batches.next();
      next.catch(() => undefined); // thrown when its turn comes
      yield value;
    }
  } finally {
    await batches.return(undefined);
  }
}
