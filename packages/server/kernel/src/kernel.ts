import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language } from '@weixiang/shared';
import type { Clock } from './clock.js';
import { SignedCodes } from './codes/signed-codes.js';
import { Database } from './database/database.js';
import { Cipher, MissingKey } from './encryption/cipher.js';
import { allEncryptedColumns } from './encryption/encrypted-columns.js';
import type { KeyRing } from './encryption/key-ring.js';
import { Consumers } from './events/consumers.js';
import { EventFeed } from './events/event.feed.js';
import { Listener } from './events/listener.js';
import { Sequencer } from './events/sequencer.js';
import { Event } from './events/event.entity.js';
import { Signals } from './events/signals.js';
import { FeatureCatalogue } from './features/catalogue.js';
import type { ServerFeature } from './feature.js';
import type { FeatureSet } from './features/feature-set.js';
import { FileStore, type Bucket } from './files/index.js';
import type { Logger } from './log.js';
import { abilityFor } from './permissions/ability.js';
import type { Actor } from './permissions/actor.js';
import { editionOfAll, type KeptFacts } from './metrics/kept-facts.js';
import { Platform } from './platform/platform.js';
import { ReadPool } from './read/pool.js';
import { createReads, type ReadActorContext } from './read/reads.js';
import { describeEntities } from './read/model.js';
import { Attempts } from './request/attempts.js';
import { Authorities, type Asker } from './request/authorities.js';
import type { Authority, GroundedAuthority } from './request/authority.js';
import type { RequestContext, SessionCookie } from './request/context.js';
import type { WritingContext } from './request/writing-context.js';
import type { Identity } from './request/identity.js';
import { SchemaCache } from './schema/schema-cache.js';
import { Tenant } from './tenancy/tenant.entity.js';
import { tenantChannel, Tenants } from './tenancy/tenants.js';
import { noSms, type SmsSender } from './sms.js';
import type { Transaction } from './write/transaction.js';
import type { Write } from './write/write.js';
import { Writer } from './write/writer.js';

/** What the kernel is put together from. */
export interface KernelOptions {
  /** Application's role. */
  databaseUrl: string;
  /** Same role without a pooler in between, for LISTEN and jobs. */
  databaseDirectUrl: string;
  core: readonly ServerFeature[];
  plugins: readonly ServerFeature[];
  identity: Identity;
  clock: Clock;
  log: Logger;
  /** Folder of uploaded files; with a bucket, of what is on its way there. */
  filesDir: string;
  /** Bucket of uploaded files, instead of the folder. */
  bucket?: Bucket | undefined;
  /** Keys of encrypted fields; may be left out only where no entity has any. */
  keys?: KeyRing | null;
  /** Who carries text messages; without it none are sent. */
  sms?: SmsSender;
  /** Called with every SQL statement; tests count them. */
  onStatement?: (sql: string) => void;
  /** Transactions that write at once, each on a connection of its own; 10 unless told. */
  writesAtOnce?: number;
  /** Whether what is sent out may go over http and to private addresses: for development alone. */
  allowsPrivateTargets?: boolean;
}

/** What the HTTP layer knows of a request before it knows who asks. */
export interface RequestFacts {
  requestId?: string;
  language: Language;
  purpose?: string | null;
  clientAddress?: string;
  session: SessionCookie;
}

/** One running server: every part, and the contexts that requests and jobs work in. */
export class Kernel {
  readonly sequencer: Sequencer;
  /** Who asks, and what they may do. */
  readonly authorities: Authorities;
  readonly writer: Writer;
  readonly tenants: Tenants;
  /** Operators and the list of tenants. */
  readonly platform: Platform;
  readonly listener: Listener;
  /** What happens, for the subscriptions that this process serves. */
  readonly feed: EventFeed;
  /** What works on events, where jobs run. */
  readonly consumers: Consumers;
  /** Hints to this process's subscribers, from whichever process. */
  readonly signals: Signals;
  /** Uploaded files. */
  readonly files: FileStore;
  /** One schema per set of features. */
  readonly schemas: SchemaCache;
  /** Short-lived codes to show and to scan. */
  readonly codes: SignedCodes;

  /** By the very list: a tenant that changes is read as another object. */
  private readonly features = new WeakMap<readonly string[], FeatureSet>();

  private constructor(
    readonly options: KernelOptions,
    readonly catalogue: FeatureCatalogue,
    readonly database: Database,
    readonly readPool: ReadPool,
    /** Encrypts and opens values of encrypted fields, for what is written past the ORM. */
    readonly cipher: Cipher,
    /** Facts of which sums are kept: those of every installed feature, since a plugin that is off may be on again. */
    readonly keptFacts: readonly KeptFacts[],
  ) {
    this.schemas = new SchemaCache(catalogue.everything);
    this.sequencer = new Sequencer(readPool, options.log);
    this.authorities = new Authorities(readPool, options.identity);
    this.tenants = new Tenants(database);
    this.platform = new Platform(database, options.clock, options.log);
    const { bucket, filesDir, clock } = options;
    this.files = bucket ? FileStore.inBucket(bucket, filesDir, clock) : FileStore.inFolder(filesDir, clock);
    this.codes = new SignedCodes(options.keys ?? null);
    this.listener = new Listener(options.databaseDirectUrl, options.log, editionOfAll(keptFacts));
    this.signals = new Signals(database, this.listener, options.log);
    this.writer = new Writer(database, this.sequencer, this.signals);
    this.feed = new EventFeed(database, this.listener, options.log);
    this.consumers = new Consumers(this);
    this.listener.on(tenantChannel, () => this.tenants.readAgain());
  }

  /** Checks the features, opens the pools, begins to listen. */
  static async start(options: KernelOptions): Promise<Kernel> {
    const catalogue = new FeatureCatalogue([...options.core], [...options.plugins]);
    const entities = [Tenant, Event, ...catalogue.all.flatMap((feature) => feature.entities ?? [])];
    const { onStatement, writesAtOnce: poolSize } = options;
    const cipher = new Cipher(options.keys ?? null);
    const keptFacts = catalogue.all.flatMap(({ metrics = [] }) => metrics).flatMap(({ facts }) => facts ?? []);
    const database = await Database.open({ url: options.databaseUrl, entities, onStatement, poolSize, cipher, keptFacts });
    describeEntities(database.orm.getMetadata());
    if (!options.keys && allEncryptedColumns(database.orm.getMetadata()).length > 0) throw new MissingKey('There are no keys for the encrypted fields.');
    const readPool = new ReadPool({ connectionString: options.databaseUrl, size: 4, statementTimeoutMs: 15_000, onStatement: ({ text }) => onStatement?.(text) });
    const kernel = new Kernel(options, catalogue, database, readPool, cipher, keptFacts);
    await kernel.listener.start();
    return kernel;
  }

  get log(): Logger {
    return this.options.log;
  }

  /** Who carries text messages. */
  get sms(): SmsSender {
    return this.options.sms ?? noSms;
  }

  get clock(): Clock {
    return this.options.clock;
  }

  featuresOf(tenant: Tenant): FeatureSet {
    let features = this.features.get(tenant.plugins);
    if (!features) this.features.set(tenant.plugins, (features = this.catalogue.setFor(tenant.plugins)));
    return features;
  }

  /** Who asks for what of a tenant, before it is known what they may. */
  askerOf(tenant: Tenant, { session, language }: Pick<RequestFacts, 'session' | 'language'>): Asker {
    return { tenant, features: this.featuresOf(tenant), token: session.token, language, now: this.clock.now() };
  }

  /** The context of a request: who asks is read afresh each time, so a revoked right is gone at once. */
  async contextFor(tenant: Tenant, facts: RequestFacts): Promise<WritingContext> {
    const asker = this.askerOf(tenant, facts);
    return this.contextBy(tenant, await this.authorities.of(asker), facts, asker.now);
  }

  /** Gives a request the context of the session that it just opened, so that the answer is read as that person. */
  async signIn(context: RequestContext, token: string): Promise<void> {
    const { requestId, language, purpose, clientAddress } = context;
    const session = { ...context.session, token };
    Object.assign(context, await this.contextFor(context.tenant, { requestId, language, purpose, clientAddress, session }));
  }

  /** A context of a known actor. */
  contextAs(tenant: Tenant, actor: Actor, facts: RequestFacts): WritingContext {
    const ability = abilityFor(actor, this.featuresOf(tenant).features.flatMap((feature) => feature.abilities ?? []));
    return this.contextBy(tenant, { actor, ability }, facts, this.clock.now());
  }

  /** A context of somebody who was looked up for it. */
  contextBy(tenant: Tenant, { actor, ability }: Authority, facts: RequestFacts, now: Date): WritingContext {
    const features = this.featuresOf(tenant);
    const requestId = facts.requestId ?? randomUUID();
    const { language, session, purpose = null, clientAddress = '' } = facts;
    const write = this.writer.for({ tenant, features, actor, ability, language, now, requestId });
    const reads = createReads(this.readPool, this.readContext(tenant, { actor, ability, evidence: null }, { ...facts, requestId }, now));
    const attempts = new Attempts(this.database, tenant.id, now);
    return { requestId, tenant, features, actor, ability, language, now, purpose, clientAddress, reads, write, session, attempts, kernel: this };
  }

  /** What a read knows of a request. */
  readContext(tenant: Tenant, authority: GroundedAuthority, facts: RequestFacts & { requestId: string }, now: Date): ReadActorContext {
    const { requestId, language, purpose = null } = facts;
    return { ...authority, tenantId: tenant.id, tenantSlug: tenant.slug, now, purpose, requestId, features: this.featuresOf(tenant), language, cipher: this.cipher };
  }

  /**
   * The mutations of a person with the roles that they hold today, at a moment that may lie before: an example has a past.
   * @throws when the tenant has no such person.
   */
  async writeAs(tenant: Tenant, personId: string, now: Date): Promise<Write> {
    const found = await this.database.inTenant(tenant.id, (em) => this.personAs(em, tenant, personId));
    if (!found) throw new Error(`${tenant.slug} has no person ${personId}.`);
    return this.writer.for({ ...found, tenant, features: this.featuresOf(tenant), language: 'zh', now, requestId: randomUUID() });
  }

  /** What a person may do now, asked inside a transaction: to say so, or to do it on their behalf. Null when the account is closed. */
  personAs(em: EntityManager, tenant: Tenant, personId: string): Promise<Authority | null> {
    return this.authorities.ofPerson(em, { tenant, features: this.featuresOf(tenant), language: 'zh', now: this.clock.now() }, personId);
  }

  /** Runs a write as the product itself: a job, an import's batch, a seed. */
  asSystem<T>(tenant: Tenant, requestId: string, run: (tx: Transaction) => Promise<T>, onBehalfOf: string | null = null): Promise<T> {
    const actor: Actor = { kind: 'system', tenantId: tenant.id, personId: onBehalfOf, name: null, language: 'zh', grants: [] };
    const features = this.featuresOf(tenant);
    return this.writer.run(
      { tenant, features, actor, ability: abilityFor(actor, []), language: 'zh', now: this.clock.now(), requestId },
      run,
    );
  }

  async close(): Promise<void> {
    await this.consumers.stop();
    await this.sequencer.settled();
    await this.listener.close();
    await this.feed.close();
    await this.readPool.close();
    await this.database.close();
  }
}
