import { createHash } from 'node:crypto';
import { withNext } from '../database/gathered.js';
import { RecordRef, type WriteInput } from './write.js';
import { refuse } from '../refusal.js';
import type { Transaction } from './transaction.js';

/** How long an answer is kept for replay. */
export const answersKeptForHours = 24;
const longestKey = 200;

/** A stored answer: plain JSON in which records are named. */
type StoredAnswer = Record<string, unknown>;

/**
 * The answer that this key was given before, if it was. Two requests with one key at once: the second waits for the
 * first's commit and then replays its answer.
 * @throws Refusal IDEMPOTENCY_KEY_REUSED when the content differs; TOO_LONG.
 */
export async function replayed(tx: Transaction, operation: string, input: WriteInput): Promise<StoredAnswer | null> {
  if (!input.idempotencyKey) return null;
  if (input.idempotencyKey.length > longestKey) throw refuse('TOO_LONG', 'idempotencyKey', { limit: longestKey });
  const key = keyOf(tx, input.idempotencyKey);
  const hash = hashOf(operation, input);
  const inserted = await tx.em.execute<{ key: string }[]>(
    `insert into idempotency_key (tenant_id, key, content_hash, created_at) values (?, ?, ?, ?)
     on conflict (tenant_id, key) do update set content_hash = excluded.content_hash, created_at = excluded.created_at, answer = null
       where idempotency_key.created_at < ?
     returning key`,
    [tx.tenant.id, key, hash, tx.now, new Date(tx.now.getTime() - answersKeptForHours * 3_600_000)],
  );
  if (inserted.length > 0) return null;
  const [kept] = await tx.em.execute<{ content_hash: string; answer: StoredAnswer | null }[]>(
    'select content_hash, answer from idempotency_key where tenant_id = ? and key = ?',
    [tx.tenant.id, key],
  );
  if (kept?.content_hash !== hash) throw refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
  return revive(kept.answer ?? {});
}

/** Keeps the answer for replay, in the transaction that made it. */
export async function remember(tx: Transaction, input: WriteInput, answer: Record<string, unknown>): Promise<void> {
  if (!input.idempotencyKey) return;
  await tx.em.execute(withNext('update idempotency_key set answer = ?::json where tenant_id = ? and key = ?'), [
    JSON.stringify(answer, (_key, value: unknown) => (value instanceof RecordRef ? { $record: [value.subject, value.id] } : value)),
    tx.tenant.id,
    keyOf(tx, input.idempotencyKey),
  ]);
}

/** Keys belong to who sent them: nobody replays another's answer. */
function keyOf(tx: Transaction, key: string): string {
  return `${tx.actor.personId ?? 'anonymous'} ${key}`;
}

function hashOf(operation: string, input: WriteInput): string {
  return createHash('sha256').update(`${operation} ${JSON.stringify(input, Object.keys(flatten(input)).sort())}`).digest('hex');
}

/** Every key at every depth, since JSON.stringify's list of keys holds for all levels. */
function flatten(value: unknown, keys: Record<string, true> = {}): Record<string, true> {
  if (typeof value !== 'object' || value === null) return keys;
  for (const [key, inner] of Object.entries(value)) {
    keys[key] = true;
    flatten(inner, keys);
  }
  return keys;
}

function revive(value: StoredAnswer): StoredAnswer {
  const reviveOne = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(reviveOne);
    if (typeof inner !== 'object' || inner === null || !('$record' in inner) || !Array.isArray(inner.$record)) return inner;
    const [subject, id] = inner.$record;
    return new RecordRef(String(subject), String(id));
  };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reviveOne(inner)]));
}
