import { Forbidden, HttpRefusal, indexOf, type LedgerExporter, type RequestContext, type Transaction } from '@weixiang/kernel';
import { Person } from '../people/person.entity.js';
import { LedgerExport } from './ledger-export.entity.js';

/** The exporter of a ledger, if the actor may carry that ledger away. @throws HttpRefusal LEDGER_UNKNOWN; Forbidden. */
export function requireExporter({ features, actor }: Pick<RequestContext, 'features' | 'actor'>, ledger: string): LedgerExporter {
  const exporter = indexOf(features).exporters.get(ledger);
  if (!exporter) throw new HttpRefusal(404, 'LEDGER_UNKNOWN', { ledger });
  if (!mayExport(actor, exporter)) throw new Forbidden(`export ${ledger}`);
  return exporter;
}

/** Whether the actor holds the ledger's permission at some unit; what they may read of it, their abilities say. */
export function mayExport({ grants }: RequestContext['actor'], { permission }: LedgerExporter): boolean {
  return grants.some(({ permissions }) => permissions.has(permission));
}

/** Writes down who takes what, before the first row leaves: a file that was broken off is out too. */
export async function beginExport(tx: Transaction, { ledger }: LedgerExporter, filter: Record<string, unknown>): Promise<LedgerExport> {
  const exportedBy = tx.actor.personId === null ? null : await tx.peek(Person, tx.actor.personId);
  const begun = tx.create(LedgerExport, { ledger, filter, exportedBy });
  tx.announce('export.begun', begun, { ledger, filter });
  return begun;
}

/** Notes how many rows went out; the last was written when it `isWhole`. */
export async function endExport(tx: Transaction, id: string, { rows, isWhole }: { rows: number; isWhole: boolean }): Promise<void> {
  const begun = await tx.peek(LedgerExport, id);
  if (!begun) return;
  begun.rows = rows;
  if (isWhole) begun.finishedAt = tx.now;
  tx.announce(isWhole ? 'export.finished' : 'export.brokenOff', begun, { rows });
}
