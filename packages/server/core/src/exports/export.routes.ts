import { HttpRefusal, RecordRef, streamSheet, type Cell, type RequestContext, type TenantRoute } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { exportedRows } from './exported-rows.js';
import { beginExport, endExport, requireExporter } from './export.service.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * `GET /t/:tenant/exports/:ledger?filter={…}&purpose=…`: the records of a list as the ledger that its importer takes back.
 * `filter` is the list's own filter as JSON; `purpose` says why sensitive values are read, as the header x-purpose does.
 */
export const downloadLedger: TenantRoute['handle'] = async (context, request, reply) => {
  if (context.actor.kind === 'anonymous') throw new HttpRefusal(401, 'SIGNED_OUT');
  const exporter = requireExporter(context, String(Reflect.get(Object(request.params), 'ledger')));
  const filter = filterOf(Reflect.get(Object(request.query), 'filter'));
  const rows = await exportedRows(context, exporter, filter);
  const begun = await context.write('exportLedger', {}, async (tx) => ({ export: await beginExport(tx, { ledger: exporter.ledger, filter, purpose: context.purpose }) }));
  if (!(begun.export instanceof RecordRef)) throw new HttpRefusal(500, 'INTERNAL');
  const name = `${exporter.ledger}-${dateIn(context.now, context.tenant.timeZone)}.xlsx`;
  return reply
    .type(xlsx)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(streamSheet(exporter.columns, counted(context, begun.export.id, rows)));
};

/** What the list was filtered by. @throws HttpRefusal FILTER_INVALID when it is no object. */
function filterOf(words: unknown): Record<string, unknown> {
  if (words === undefined || words === '') return {};
  try {
    const filter: unknown = JSON.parse(String(words));
    if (typeof filter === 'object' && filter !== null && !Array.isArray(filter)) return { ...filter };
  } catch {
    // Said below, as for everything else that is no filter.
  }
  throw new HttpRefusal(400, 'FILTER_INVALID');
}

/** Counts what goes out, and writes the count down at the end, wherever the end is. */
async function* counted({ kernel, tenant, actor, requestId }: RequestContext, id: string, rows: AsyncIterable<(Cell | null)[]>): AsyncGenerator<(Cell | null)[]> {
  let count = 0;
  let isWhole = false;
  try {
    for await (const row of rows) {
      yield row;
      count += 1;
    }
    isWhole = true;
  } finally {
    await kernel.asSystem(tenant, requestId, (tx) => endExport(tx, id, { rows: count, isWhole }), actor.personId);
  }
}

/** Sheets out, beside the sheets in. */
export const exportRoutes: readonly TenantRoute[] = [{ method: 'GET', path: '/exports/:ledger', handle: downloadLedger }];
