import { Forbidden, HttpRefusal, LEDGER_LIMITS, RecordRef, Refusal, takeUpload, type RequestContext, type TenantRoute } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import { queueImport, requireImporter } from './import.service.js';

const answers = new Map([['1', true], ['true', true], ['0', false], ['false', false]]);

/** `POST /t/:tenant/imports/:ledger?dryRun=1` with the part `file`: stores the file, queues its import, answers `{ id }`. */
export const receiveLedger: TenantRoute['handle'] = async (context, request, reply) => {
  const ledger = String(Reflect.get(Object(request.params), 'ledger'));
  requireSender(context, ledger);
  const isDryRun = wantsDryRun(Object(request.query));
  const file = await takeUpload(context, request, { part: 'file', kind: 'imports', maxBytes: LEDGER_LIMITS.maxBytes });
  const sent = { ledger, fileName: file.name, file, isDryRun };
  try {
    const result = await context.write('queueImport', {}, async (tx) => ({ import: await queueImport(tx, sent) }));
    if (!(result.import instanceof RecordRef)) throw new HttpRefusal(400, result.refusals[0]?.code ?? 'INTERNAL');
    return await reply.code(202).send({ id: toTypeId('import', result.import.id) });
  } catch (error) {
    await context.kernel.files.of(context.tenant.id).remove(file.key);
    throw error;
  }
};

/** Who writes `?dryRun` or `?dryRun=yes` wants a rehearsal, and must not be given the real thing for a misspelling. */
function wantsDryRun(query: object): boolean {
  if (!('dryRun' in query)) return false;
  const isWanted = answers.get(String(query.dryRun));
  if (isWanted === undefined) throw new HttpRefusal(400, 'DRY_RUN_UNCLEAR');
  return isWanted;
}

/** Asked before a byte of the file is taken. */
function requireSender(context: RequestContext, ledger: string): void {
  if (context.actor.kind === 'anonymous') throw new HttpRefusal(401, 'SIGNED_OUT');
  try {
    requireImporter(context, ledger);
  } catch (error) {
    if (error instanceof Forbidden) throw new HttpRefusal(403, 'IMPORT_FORBIDDEN');
    if (error instanceof Refusal) throw new HttpRefusal(404, error.code, error.values);
    throw error;
  }
}
