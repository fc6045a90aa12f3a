import { newId } from '@weixiang/shared';
import { arrayText } from '../database/array-text.js';
import type { TenantRecord } from '../entity/record.js';
import { registry } from '../entity/registry.js';
import type { Transaction } from '../write/transaction.js';

/**
 * Sensitive values of a record for a document that leaves the product, by the rule of every other read: whom they concern
 * sees them, who may reveal them does for a stated purpose, which is recorded, and to anybody else they are null.
 * @example const { learnerName } = await openValues(tx, certificate, ['learnerName'], context.purpose)
 */
export async function openValues<T extends TenantRecord, Property extends keyof T & string>(
  tx: Transaction,
  record: T,
  properties: readonly Property[],
  purpose: string | null,
): Promise<Partial<Pick<T, Property>>> {
  const table = registry.tableOf(record.constructor as never); // a record's constructor is its class
  if (!table) throw new Error(`${record.constructor.name} is no table.`);
  const open: Partial<Pick<T, Property>> = {};
  const recorded: Property[] = [];
  for (const property of properties) {
    const sensitivity = table.sensitive.get(property);
    if (!sensitivity) throw new Error(`${table.typeName}.${property} is not declared sensitive.`);
    const isOwn = tx.actor.personId !== null && sensitivity.concerns !== undefined && idOf(Reflect.get(record, sensitivity.concerns)) === tx.actor.personId;
    if (!isOwn && (!tx.may('reveal', record) || purpose === null)) continue;
    open[property] = record[property];
    if (!isOwn) recorded.push(property);
  }
  if (recorded.length > 0) await writeDown(tx, table.subject, record.id, recorded, purpose);
  return open;
}

async function writeDown(tx: Transaction, subject: string, id: string, properties: readonly string[], purpose: string | null): Promise<void> {
  if (tx.actor.personId === null) return; // the product reads for itself
  await tx.em.execute(
    'insert into read_record (tenant_id, id, at, person_id, subject, subject_id, fields, purpose, request_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [tx.tenant.id, newId(), tx.now, tx.actor.personId, subject, id, arrayText(properties.toSorted()), purpose, tx.requestId],
  );
}

function idOf(related: unknown): unknown {
  return typeof related === 'object' && related !== null && 'id' in related ? related.id : related;
}
