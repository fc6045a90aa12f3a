import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@weixiang/shared';
import { addingRows } from '../database/add-rows.js';
import { boundValues } from '../database/bound.js';
import { withNext } from '../database/gathered.js';
import { prepared } from '../database/prepared.js';
import type { Transaction } from '../write/transaction.js';
import type { RecordedChange } from './change-recorder.js';

interface EventRow {
  name: string;
  subject: string;
  subjectId: string;
  payload: Record<string, unknown>;
}

/**
 * Writes the transaction's events: one for each record that changed, named by its announcement if there is one, and
 * one for each announcement about a record that did not change. Call after the last flush, with what it wrote.
 */
export async function writeEvents(tx: Transaction, changes: readonly RecordedChange[]): Promise<number> {
  const rows = eventsOf(changes, tx);
  const batch = 1_000;
  for (let from = 0; from < rows.length; from += batch) await insert(tx, rows.slice(from, from + batch));
  return rows.length;
}

function eventsOf(changes: readonly RecordedChange[], tx: Transaction): EventRow[] {
  const announced = new Map(tx.announcements.map((announcement) => [announcement.record.id, announcement]));
  const rows = new Map<string, EventRow>();
  for (const change of changes) {
    const before = rows.get(change.entity.id);
    const announcement = announced.get(change.entity.id);
    const name = announcement?.name ?? before?.name ?? `${lowerFirst(change.subject)}.${change.kind}`;
    const merged = { ...(before?.payload['changes'] as object | undefined), ...change.changes }; // payloads are made below
    rows.set(change.entity.id, {
      name,
      subject: change.subject,
      subjectId: change.entity.id,
      payload: { ...announcement?.data, changes: merged },
    });
  }
  for (const { name, record, data } of tx.announcements) {
    if (!rows.has(record.id)) rows.set(record.id, { name, subject: record.constructor.name, subjectId: record.id, payload: data });
  }
  return [...rows.values()];
}

const columns = 'tenant_id, id, created_at, name, subject, subject_id, actor_id, request_id, payload, salt, commitment';
const insertOne = prepared(`insert into event (${columns}) values (${columns.split(', ').map(() => '?').join(', ')})`);

async function insert(tx: Transaction, rows: readonly EventRow[]): Promise<void> {
  const salts = randomBytes(16 * rows.length);
  const events = rows.map(({ name, subject, subjectId, payload: told }, at) => {
    const salt = salts.subarray(16 * at, 16 * (at + 1));
    const payload = jsonOf(told);
    return [tx.tenant.id, newId(), tx.now, name, subject, subjectId, tx.actor.personId, tx.requestId, payload, salt, commitmentOf(salt, payload)];
  });
  const [only] = events;
  if (only && events.length === 1) await tx.em.execute(withNext(insertOne), only);
  else for (const sql of addingRows(`event (${columns})`, [], events.map(boundValues))) await tx.em.execute(withNext(sql));
}

/** What stands in the chain for a payload: erasing payload and salt later leaves it valid and says nothing. */
export function commitmentOf(salt: Buffer, payload: string): Buffer {
  return createHash('sha256').update(salt).update(payload).digest();
}

/** Half a character, which only programs send, is kept as the record's own column keeps it; JSON could hold it and no reader's SQL would take it. */
function jsonOf(payload: EventRow['payload']): string {
  const json = JSON.stringify(payload);
  return /\\ud[89a-f]/.test(json) ? JSON.stringify(payload, wellFormed) : json;
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
