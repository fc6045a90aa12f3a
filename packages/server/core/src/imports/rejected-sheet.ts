import { HttpRefusal, writeSheet, type Cell, type RequestContext, type TenantRoute } from '@weixiang/kernel';
import { parseTypeId, type Language } from '@weixiang/shared';
import { Import } from './import.entity.js';
import { refusedRows } from './problem.store.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const words = { zh: { row: '行号', reason: '原因' }, en: { row: 'Row', reason: 'Reason' } } as const satisfies Record<Language, object>;

/** `GET /t/:tenant/imports/:id/rejected.xlsx`: the refused rows as they came, each with its number and the reason, to be mended and sent again. */
export const downloadRefusedRows: TenantRoute['handle'] = async (context, request, reply) => {
  const run = await revealedImport(context, String(Reflect.get(Object(request.params), 'id')));
  const name = `${(run.fileName ?? run.ledger).replace(/\.xlsx$/i, '')}-${words[context.language].reason}.xlsx`;
  return reply
    .type(xlsx)
    .header('content-disposition', `attachment; filename="rejected.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'private, no-store')
    .send(await sheetOf(context, run));
};

/** The same abilities as everywhere: an import that one may not see is not there. */
async function revealedImport({ actor, ability, kernel, tenant }: RequestContext, id: string): Promise<Import> {
  if (actor.kind === 'anonymous') throw new HttpRefusal(401, 'SIGNED_OUT');
  const parsed = parseTypeId(id);
  const run = parsed?.prefix === 'import' ? await kernel.database.inTenant(tenant.id, (em) => em.findOne(Import, { id: parsed.uuid })) : null;
  if (!run || !ability.can('read', run)) throw new HttpRefusal(404, 'NOT_FOUND');
  // The rows are as they came, names and telephones in full.
  if (!ability.can('reveal', run)) throw new HttpRefusal(403, 'FORBIDDEN');
  return run;
}

async function sheetOf({ kernel, tenant, language }: RequestContext, { id, headers }: Import): Promise<Buffer> {
  const { row, reason } = words[language];
  const own = headers.filter((header) => header !== row && header !== reason);
  const columns = [{ header: row, width: 8 }, { header: reason, width: 48 }, ...own.map((header) => ({ header }))];
  return kernel.database.inTenant(tenant.id, (em) => {
    async function* rows(): AsyncGenerator<(Cell | undefined)[]> {
      for await (const { line, reasons, cells } of refusedRows(em, kernel.cipher, tenant.id, id, language)) {
        yield [line, reasons, ...own.map((header) => (Object.hasOwn(cells, header) ? cells[header] : undefined))];
      }
    }
    // Whole before the transaction ends: its rows are read within it.
    return writeSheet(columns, rows());
  });
}
