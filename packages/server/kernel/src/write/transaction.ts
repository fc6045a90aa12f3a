import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId, parseTypeId, type Language } from '@weixiang/shared';
import { exchangeOf } from '../database/exchange.js';
import { lookUp } from '../database/look-up.js';
import { prepared } from '../database/prepared.js';
import type { TenantRecord } from '../entity/record.js';
import { registry } from '../entity/registry.js';
import type { FeatureSet } from '../features/feature-set.js';
import type { JobPayload } from '../jobs/job.js';
import { subjectOf, type AppAbility } from '../permissions/ability.js';
import type { Actor } from '../permissions/actor.js';
import { Forbidden, refuse } from '../refusal.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import { addRecords } from './new-records.js';

/** A concrete class of records. */
export type TableClass<T extends TenantRecord> = new () => T;

/** A fact that a service announces about a record; it names the event that the change leaves behind. */
export interface Announcement {
  name: string;
  record: TenantRecord;
  data: Record<string, unknown>;
}

/** A job asked for; it is added in this transaction, so it runs only if this commits. */
export interface JobRequest {
  name: string;
  payload: JobPayload;
  /** Earliest time; now when left out. */
  at?: Date;
  /** Replaces a waiting job with the same key. */
  key?: string;
}

/** What {@link Transaction.load} takes beside the id. */
export interface LoadOptions {
  /** The version that the client saw; another one refuses `CHANGED_MEANWHILE`. */
  version?: number | null;
  /** Input field to blame when there is no such record. */
  field?: string;
}

/** A hint for the subscribers of every process once this has committed; see the kernel's signals. */
export interface Signal {
  topic: string;
  keys: readonly string[];
}

/** What the kernel puts into a transaction. */
export interface TransactionParts {
  em: EntityManager;
  tenant: Tenant;
  features: FeatureSet;
  actor: Actor;
  ability: AppAbility;
  language: Language;
  now: Date;
  requestId: string;
}

/**
 * One write of one tenant, from the first look to the commit. Services get it as their first argument and know
 * neither GraphQL nor connections.
 */
export class Transaction implements TransactionParts {
  readonly em: EntityManager;
  readonly tenant: Tenant;
  readonly features: FeatureSet;
  readonly actor: Actor;
  readonly ability: AppAbility;
  readonly language: Language;
  readonly now: Date;
  readonly requestId: string;
  /** What was announced and asked for; the kernel writes it before the commit. */
  readonly announcements: Announcement[] = [];
  readonly jobs: JobRequest[] = [];
  readonly signals: Signal[] = [];
  /** Run after the commit, in this process: caches to drop, waiters to wake. */
  readonly afterCommit: (() => void)[] = [];
  /** Next number while it is only a rehearsal. */
  private rehearsed: number | null = null;

  constructor(parts: TransactionParts) {
    this.em = parts.em;
    this.tenant = parts.tenant;
    this.features = parts.features;
    this.actor = parts.actor;
    this.ability = parts.ability;
    this.language = parts.language;
    this.now = parts.now;
    this.requestId = parts.requestId;
  }

  /**
   * The record with this id (TypeID or UUID), locked for this transaction, if the actor may read it and do `action` to it.
   * @throws Refusal NOT_FOUND when it is absent, another tenant's, or not to be seen; CHANGED_MEANWHILE.
   * @throws Forbidden when it may be seen but not acted on.
   */
  async load<T extends TenantRecord>(table: TableClass<T>, id: string, action: string, options: LoadOptions = {}): Promise<T> {
    const record = await this.peek(table, id, LockMode.PESSIMISTIC_WRITE);
    if (!record || !this.may('read', record)) throw refuse('NOT_FOUND', options.field ?? 'id');
    this.require(action, record);
    if (options.version != null && options.version !== record.version) throw refuse('CHANGED_MEANWHILE', 'version');
    return record;
  }

  /**
   * A record that another one will point at, if the actor may read it; not locked.
   * @throws Refusal NOT_FOUND, blaming `field`.
   */
  async refer<T extends TenantRecord>(table: TableClass<T>, id: string, field: string): Promise<T> {
    const record = await this.peek(table, id);
    if (!record || !this.may('read', record)) throw refuse('NOT_FOUND', field);
    return record;
  }

  /** Like {@link refer}, for an optional id. */
  async referOptional<T extends TenantRecord>(table: TableClass<T>, id: string | null | undefined, field: string): Promise<T | null> {
    return id == null ? null : this.refer(table, id, field);
  }

  /** The record with this id, or null; asks no ability. For the product's own look-ups. */
  async peek<T extends TenantRecord>(table: TableClass<T>, id: string, lockMode?: LockMode): Promise<T | null> {
    const uuid = uuidOf(table, id);
    if (!uuid) return null;
    const key = { tenantId: this.tenant.id, id: uuid };
    const isHeardOf = this.em.getUnitOfWork().getById<TenantRecord>(table, [key.tenantId, key.id]) !== undefined;
    const found = await (isHeardOf ? this.em.findOne<TenantRecord>(table, key, { lockMode }) : lookUp(this.em, table, key, lockMode ? 'locking' : 'plain'));
    return found instanceof table ? found : null;
  }

  /** A new record with id, tenant and time; written at the next flush, which does not wait for it (see {@link settle}). */
  create<T extends TenantRecord>(table: TableClass<T>, data: Partial<T>): T {
    const record = this.draft(table, data);
    this.em.persist(record);
    return record;
  }

  /** A new record as {@link create} makes it, which nothing writes but {@link addAll}. */
  draft<T extends TenantRecord>(table: TableClass<T>, data: Partial<T>): T {
    return Object.assign(new table(), data, { tenantId: this.tenant.id, id: data.id ?? newId(), createdAt: data.createdAt ?? this.now });
  }

  /**
   * Writes drafts, after all that a flush would write: for hundreds at once, each of which the unit of work would follow from
   * then on. Nobody follows these; to change one afterwards, find it. A table's rows are written together, in the order given;
   * tables in the order of their first.
   * @example await tx.addAll([...wishes, ...answers])
   */
  async addAll(drafts: readonly TenantRecord[]): Promise<void> {
    await this.em.flush();
    await addRecords(this.em, drafts);
  }

  /**
   * Flushes and waits until the database has taken it all: a flush by itself waits for no new record, and what is wrong with
   * one shows with the next statement. For whoever has to know what went wrong here.
   */
  async settle(): Promise<void> {
    await this.em.flush();
    await exchangeOf(this.em).settle();
  }

  /** Whether the actor may do this to the record. The product itself may do everything. */
  may(action: string, record: object | string, field?: string): boolean {
    if (this.actor.kind === 'system') return true;
    return this.ability.can(action, record, field);
  }

  /** @throws Forbidden unless {@link may}. */
  require(action: string, record: object | string): void {
    if (!this.may(action, record)) throw new Forbidden(`${action} ${subjectOf(record)}`);
  }

  /**
   * This transaction will be rolled back: it takes its numbers from a range that nobody else uses, so that whoever needs a
   * real one does not wait for its end.
   */
  rehearse(): void {
    this.rehearsed = 1_000_000_000 + Math.floor(Math.random() * 1_000_000_000);
  }

  /** Names what happens to a record in this transaction; consumers of events go by the name. */
  announce(name: string, record: TenantRecord, data: Record<string, unknown> = {}): void {
    this.announcements.push({ name, record, data });
  }

  /**
   * Hints to whoever follows one of these keys, in every process, that there is something new.
   * @example tx.signal('notification', personIds)
   */
  signal(topic: string, keys: readonly string[]): void {
    if (keys.length > 0) this.signals.push({ topic, keys });
  }

  /** Asks for a job; it runs only if this transaction commits. */
  enqueue(job: JobRequest): void {
    this.jobs.push(job);
  }

  /**
   * The next number of a counter of this tenant (notice 12, call 5), or the first of the next `count`: gapless, since a
   * rollback gives them back.
   */
  async nextNumber(counter: string, count = 1): Promise<number> {
    if (this.rehearsed !== null) return (this.rehearsed += count) - count;
    const rows = await this.em.execute<{ value: string }[]>(
      prepared(`insert into counter (tenant_id, name, value) values (?, ?, ?)
       on conflict (tenant_id, name) do update set value = counter.value + excluded.value returning value`),
      [this.tenant.id, counter, count],
    );
    return Number(rows[0]?.value) - count + 1;
  }
}

/** UUID of a TypeID of this table, or of a bare UUID; null when it names something else. */
function uuidOf(table: TableClass<TenantRecord>, id: string): string | null {
  const prefix = registry.tableOf(table)?.prefix;
  const parsed = parseTypeId(id);
  if (parsed) return parsed.prefix === prefix ? parsed.uuid : null;
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id) ? id : null;
}
