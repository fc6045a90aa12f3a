import { addingRows } from '../database/add-rows.js';
import { arrayText } from '../database/array-text.js';
import { bound, boundValues } from '../database/bound.js';
import { withNext } from '../database/gathered.js';
import { literalOf, rowsOf } from '../database/literals.js';
import { registry } from '../entity/registry.js';
import type { TenantRecord } from '../entity/record.js';
import type { RecordedChange } from '../events/change-recorder.js';
import type { Transaction } from '../write/transaction.js';
import { followedProperties, hasStandIns, ownKind, searchedIn, type SearchedRecord, tableOfSearched } from './searched-record.js';
import { edition, entryTokens } from './tokens.js';

/** A record as search is to know it; no tokens when it is gone. */
interface Entry {
  recordId: string;
  kind: string;
  tokens: readonly string[];
}

/** Brings what records are found by up to what this transaction made of them. */
export async function followChanges(tx: Transaction, changes: readonly RecordedChange[]): Promise<void> {
  const created = new Map<string, Entry[]>();
  const changed = new Map<string, Entry[]>();
  for (const { kind, subject, entity, changes: touched } of changes) {
    const table = registry.tableBySubject(subject);
    const searched = table && searchedIn(tx.features, table.entity);
    if (!searched || (kind === 'changed' && !followedProperties(searched).some((property) => property in touched))) continue;
    const entries = entriesOf(searched, entity).map((entry) => (kind === 'removed' ? { ...entry, tokens: [] } : entry));
    if (kind === 'created' || created.has(entity.id)) created.set(entity.id, entries);
    else changed.set(entity.id, entries);
  }
  const fresh = [...created.values()].flat().filter(({ tokens }) => tokens.length > 0);
  if (fresh.length >= many) await addMany(tx, fresh);
  else for (const entry of fresh) await addNew(tx, entry);
  if (changed.size > 0) await replace(tx, [...changed.values()].flat());
}

/** Makes the entries of records that have none yet, or one of an older edition. */
export async function indexRecords(tx: Transaction, searched: SearchedRecord, records: readonly TenantRecord[]): Promise<void> {
  if (records.length > 0) await replace(tx, records.flatMap((record) => entriesOf(searched, record)));
}

/** What a record is found by: by everybody who may read it, and by who sees its own texts where others stand in for them. */
function entriesOf(searched: SearchedRecord, record: TenantRecord): Entry[] {
  const { texts, codes, numbers } = searched;
  const { prefix, standIns } = tableOfSearched(searched);
  const read = (property: string | undefined): string[] => {
    const value: unknown = property === undefined ? undefined : Reflect.get(record, property);
    return typeof value === 'string' && value !== '' ? [value] : typeof value === 'number' ? [String(value)] : [];
  };
  const own = texts.flatMap(read);
  const shown = texts.map((property) => standIns.get(property)?.property ?? property).flatMap(read);
  const entry = { recordId: record.id, kind: prefix, tokens: entryTokens(shown, [...codes, ...numbers].flatMap(read)) };
  if (!hasStandIns(searched)) return [entry];
  const isSame = own.length === shown.length && own.every((text, at) => text === shown[at]);
  return [entry, { recordId: record.id, kind: ownKind(prefix), tokens: isSame ? [] : entryTokens(own, []) }];
}

/** From so many new entries on, statements of their own for entries and for tokens are worth it. */
const many = 50;

/** New entries of many records, in statements that are planned once. */
async function addMany(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  const kept = entries.map(({ recordId, kind, tokens }) => boundValues([recordId, kind, edition, arrayText(tokens)]));
  const statements = addingRows('search_entry (tenant_id, record_id, kind, edition, tokens)', [tx.tenant.id], kept);
  for (const [kind, found] of [...foundBy(entries)].toSorted(byKey)) {
    const tokens = [...found].toSorted(byKey).flatMap(([token, ids]) => ids.map((id) => boundValues([token, id])));
    statements.push(...addingRows('search_token (tenant_id, kind, token, record_id)', [tx.tenant.id, kind], tokens));
  }
  for (const sql of statements) await tx.em.execute(withNext(sql));
}

/** Which records are found by a token, by kind and token; ids in order. */
function foundBy(entries: readonly Entry[]): Map<string, Map<string, string[]>> {
  const kinds = new Map<string, Map<string, string[]>>();
  for (const { kind, recordId, tokens } of entries.toSorted((a, b) => compare(a.recordId, b.recordId))) {
    const found = kinds.get(kind) ?? new Map<string, string[]>();
    kinds.set(kind, found);
    for (const token of tokens) {
      const ids = found.get(token);
      if (ids) ids.push(recordId);
      else found.set(token, [recordId]);
    }
  }
  return kinds;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compare(a, b);
}

/** Tokens that one statement adds at most. Each number of them is a statement of its own, planned once a connection, which takes a quarter less than writing it out. */
const mostAtOnce = 64;

/** A new entry. Looking for what is in the way costs as much again as adding. */
async function addNew(tx: Transaction, { recordId, kind, tokens }: Entry): Promise<void> {
  const [first = [], ...others] = batches(tokens, mostAtOnce);
  await tx.em.execute(withNext(bound(addingEntry(first.length), boundValues([tx.tenant.id, kind, recordId, ...first, edition, arrayText(tokens)]))));
  for (const more of others) await tx.em.execute(withNext(bound(addingTokens(more.length), boundValues([tx.tenant.id, kind, recordId, ...more]))));
}

function addingEntry(tokens: number): string {
  return `with kept as (insert into search_entry (tenant_id, kind, record_id, edition, tokens) values ($1, $2, $3, $${tokens + 4}, $${tokens + 5})) ${addingTokens(tokens)}`;
}

function addingTokens(tokens: number): string {
  return `insert into search_token (tenant_id, kind, record_id, token) values ${Array.from({ length: tokens }, (_, at) => `($1, $2, $3, $${at + 4})`).join(', ')}`;
}

/** In place of what there is, in one statement that goes out with the next: nobody waits for it. */
async function put(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  for (const batch of batches(entries, 1_000)) {
    const kept = rowsOf(batch.map(({ recordId, kind, tokens }) => [tx.tenant.id, recordId, kind, edition, arrayText(tokens)]));
    // In the order of the index, and the same for all who write at once.
    const tokens = batch.flatMap(({ recordId, kind, tokens: words }) => words.map((token) => ({ kind, token, recordId }))).toSorted(inOrder);
    await tx.em.execute(
      withNext(
        `with kept as (
           insert into search_entry (tenant_id, record_id, kind, edition, tokens) values ${kept}
           on conflict (tenant_id, record_id, kind) do update set tokens = excluded.tokens, edition = excluded.edition
         )
         insert into search_token (tenant_id, kind, record_id, token) values ${tokenRows(tx.tenant.id, tokens)} on conflict do nothing`,
      ),
    );
  }
}

interface TokenRow {
  kind: string;
  token: string;
  recordId: string;
}

function inOrder(a: TokenRow, b: TokenRow): number {
  return compare(a.kind, b.kind) || compare(a.token, b.token) || compare(a.recordId, b.recordId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Everything but the token is said over and over: kinds and ids have nothing in them to be escaped. */
function tokenRows(tenantId: string, tokens: readonly TokenRow[]): string {
  return tokens.map(({ kind, token, recordId }) => `('${tenantId}','${kind}','${recordId}',${literalOf(token)})`).join(',');
}

/** Takes away what the records are no longer found by, and adds the rest. The records' own rows are locked, so nobody else does. */
async function replace(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  const ids = [...new Set(entries.map(({ recordId }) => recordId))];
  const stored = await tx.em.execute<{ record_id: string; kind: string; tokens: string[] }[]>(
    `select record_id, kind, tokens from search_entry where tenant_id = ? and record_id in (${ids.map(() => '?').join(', ')})`,
    [tx.tenant.id, ...ids],
  );
  const before = new Map(stored.map(({ record_id: id, kind, tokens }) => [`${id} ${kind}`, tokens]));
  for (const { recordId, kind, tokens } of entries) {
    const kept = new Set(tokens);
    const stale = (before.get(`${recordId} ${kind}`) ?? []).filter((token) => !kept.has(token));
    if (stale.length === 0) continue;
    await tx.em.execute('delete from search_token where tenant_id = ? and kind = ? and token = any(?::text[]) and record_id = ?', [tx.tenant.id, kind, arrayText(stale), recordId]);
    if (tokens.length === 0) await tx.em.execute('delete from search_entry where tenant_id = ? and record_id = ? and kind = ?', [tx.tenant.id, recordId, kind]);
  }
  const present = entries.filter(({ tokens }) => tokens.length > 0);
  if (present.length > 0) await put(tx, present);
}

function* batches<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
