import { registry } from '../entity/registry.js';
import { appendOnlyComment, type TenantRecord } from '../entity/record.js';
import type { OuterJob } from '../jobs/job.js';
import type { Transaction } from '../write/transaction.js';
import { indexRecords } from './entries.js';
import type { SearchedRecord } from './searched-record.js';
import { edition } from './tokens.js';

const batch = 500;

/**
 * Makes search know the records that were there before it did, that were cut in an older way, or whose plugin was off while
 * they were made: a batch a transaction, each going on where the one before left off.
 */
export const indexMissingRecords: OuterJob = {
  name: 'search.indexMissingRecords',
  async runOutside(kernel, tenant, _payload, signal) {
    for (const searched of kernel.featuresOf(tenant).features.flatMap(({ searches }) => searches ?? [])) {
      for (let after: string | null = null; ; ) {
        signal.throwIfAborted();
        after = await kernel.asSystem(tenant, 'job search.indexMissingRecords', (tx) => indexNext(tx, searched, after));
        if (after === null) break;
      }
    }
  },
};

/** Indexes the next batch of one kind; the id of its last record, or null when none is missing any more. */
async function indexNext(tx: Transaction, searched: SearchedRecord, after: string | null): Promise<string | null> {
  const table = registry.tableOf(searched.of());
  const meta = table && [...tx.em.getMetadata().getAll().values()].find((known) => known.class === table.entity);
  if (!meta) return null;
  // Nobody changes a record while its entry is made; of append-only ones nobody may, and locking them takes the right to.
  const lock = meta.comment === appendOnlyComment ? '' : 'for update of record';
  const missing = await tx.em.execute<{ id: string }[]>(
    `select record.id from "${meta.tableName}" record left join search_entry entry on entry.tenant_id = record.tenant_id and entry.record_id = record.id and entry.kind = ? and entry.edition = ?
     where record.tenant_id = ? and record.id > ? and entry.record_id is null order by record.id limit ${batch} ${lock}`,
    [table.prefix, edition, tx.tenant.id, after ?? '00000000-0000-0000-0000-000000000000'],
  );
  const ids = missing.map(({ id }) => id);
  if (ids.length === 0) return null;
  const records = await tx.em.find<TenantRecord>(meta.class as new () => TenantRecord, { id: { $in: ids } }); // every table class is one
  await indexRecords(tx, searched, records);
  return ids.at(-1) ?? null;
}
