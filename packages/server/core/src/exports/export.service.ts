import { Forbidden, HttpRefusal, indexOf, type LedgerExporter, type RequestContext, type Transaction } from '@weixiang/kernel';
import { Person } from '../people/person.entity.js';
import { LedgerExport } from './ledger-export.entity.js';

/**
 * The exporter of a ledger, if the actor may carry that ledger away, and says what for where its rows ask for that.
 * @throws HttpRefusal LEDGER_UNKNOWN, EXPORT_PURPOSE_REQUIRED; Forbidden.
 */
export function requireExporter({ features, actor, purpose }: Pick<RequestContext, 'features' | 'actor' | 'purpose'>, ledger: string): LedgerExporter {
  const exporter = indexOf(features).exporters.get(ledger);
  if (!exporter) throw new HttpRefusal(404, 'LEDGER_UNKNOWN', { ledger });
  if (!mayExport(actor, exporter)) throw new Forbidden(`export ${ledger}`);
  if (exporter.needsPurpose && purpose === null) throw new HttpRefusal(400, 'EXPORT_PURPOSE_REQUIRED');
  return exporter;
}

/** Whether the actor holds the ledger's permission at some unit; what they may read of it, their abilities say. */
export function mayExport({ grants }: RequestContext['actor'], { permission }: LedgerExporter): boolean {
  return grants.some(({ permissions }) => permissions.has(permission));
}

/** What was asked for: the rows of a list, and why where they hold what is read for a purpose alone. */
interface AskedExport {
  ledger: string;
  filter: Record<string, unknown>;
  purpose: string | null;
}

/** Writes down who takes what and what for, before the first row leaves: a file that was broken off is out too. */
export async function beginExport(tx: Transaction, asked: AskedExport): Promise<LedgerExport> {
  const exportedBy = tx.actor.personId === null ? null : await tx.peek(Person, tx.actor.personId);
  const begun = tx.create(LedgerExport, { ...asked, exportedBy });
  tx.announce('export.begun', begun, { ...asked });
  return begun;
}

/** Notes how many rows went out; the last was written when it `isWhole`. */
export async function endExport(tx: Transaction, id: string, { rows, isWhole }: { rows: number; isWhole: boolean }): Promise<void> {
  const begun = await tx.peek(LedgerExport, id);
  if (!begun) return;
  begun.rows = rows;
  if (isWhole) begun.finishedAt = tx.now;
  tx.announce(isWhole ? 'export.finished' : 'export.brokenOff', begun, { rows, purpose: begun.purpose });
}
