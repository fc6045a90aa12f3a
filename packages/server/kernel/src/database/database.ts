import { AsyncLocalStorage } from 'node:async_hooks';
import { type EntityManager, MikroORM, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { isUuid } from '@weixiang/shared';
import type { Pool } from 'pg';
import { Cipher } from '../encryption/cipher.js';
import { encryptingDriver } from '../encryption/encrypting-driver.js';
import type { RecordClass } from '../entity/record.js';
import { Exchange } from './exchange.js';
import { lasting } from './lasting.js';
import { spelledOut } from './prepared.js';
import { ChangeRecorder } from '../events/change-recorder.js';
import type { Logger } from '../log.js';
import { FactRecorder } from '../metrics/fact-recorder.js';
import type { KeptFacts } from '../metrics/kept-facts.js';
import { transactionsUnderWay, type TransactionsUnderWay } from './under-way.js';

/** How the write side connects. */
export interface DatabaseOptions {
  /** URL of the application's role, which owns nothing and bypasses nothing. */
  url: string;
  entities: readonly RecordClass[];
  /** Connections at most; 10 unless told. */
  poolSize?: number;
  /** Encrypts and opens encrypted fields; without one nobody can read or write them. */
  cipher?: Cipher;
  /** Facts of which sums are kept; every write adds to them. */
  keptFacts?: readonly KeptFacts[];
  /** Called with every SQL statement; tests count them. */
  onStatement?: (sql: string) => void;
}

/** Who opens the platform's tables, and what for. */
export interface PlatformUse {
  /** In a word: signIn, createTenant. */
  purpose: string;
  requestId: string;
  log: Logger;
}

/** Set while the code that runs is inside a transaction. */
const inTransaction = new AsyncLocalStorage<true>();

/** How long a transaction waits for a connection before it gives up: a pool that is used up must not stay so for ever. */
const patienceMs = 30_000;

/**
 * Lets work that goes on inside a transaction begin others, each on a connection of its own. For jobs alone, of which few
 * run at once: as many requests as the pool has connections would each wait for another one for ever.
 * @example await besideTransaction(() => kernel.asSystem(tenant, requestId, noteProgress))
 */
export function besideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return inTransaction.exit(work);
}

/** The ordinary pool: writes, importers, jobs. Reads of the API go through the read pool. */
export class Database {
  private constructor(
    readonly orm: MikroORM,
    private readonly pool: Pool,
  ) {}

  /** Discovers the entities; the connection opens with the first statement. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const { onStatement, cipher = new Cipher(null), keptFacts = [] } = options;
    const orm = await MikroORM.init({
      driver: encryptingDriver(cipher),
      clientUrl: options.url,
      entities: [...options.entities] as (new () => object)[], // the registry calls its classes abstract
      metadataProvider: ReflectMetadataProvider,
      namingStrategy: UnderscoreNamingStrategy,
      autoJoinRefsForFilters: false,
      forceUtcTimezone: true,
      ensureDatabase: false,
      driverOptions: { ...lasting, connectionTimeoutMillis: patienceMs },
      subscribers: [new ChangeRecorder(), new FactRecorder(keptFacts)],
      pool: { min: 0, max: options.poolSize ?? 10 },
      ...(onStatement ? { debug: ['query', 'query-params'], colors: false, logger: (message) => onStatement(spelledOut(message)) } : {}),
    });
    return new Database(orm, await orm.em.getConnection().getNativeClient());
  }

  /**
   * Runs `work` in one transaction of one tenant, which it has set for itself alone. Records that it changes it flushes.
   * @throws whatever `work` throws, after rolling back; Error when a transaction is open already (see {@link besideTransaction}).
   */
  async inTenant<T>(tenantId: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    if (!isUuid(tenantId)) throw new Error('A tenant id is a UUID.');
    const em = this.orm.em.fork();
    em.setFilterParams('tenant', { tenantId });
    return this.transaction(em, `set local app.tenant_id = '${tenantId}'`, work);
  }

  /**
   * Crosses to the platform's own tables (operators, their sessions, their audit) and to the row of every tenant; a
   * tenant's rows it sees none of. The only place that sets `app.platform`: each use is logged with what it is for, and
   * called from the kernel's platform folder alone, which a test watches.
   * @throws whatever `work` throws, after rolling back.
   */
  async onPlatform<T>({ purpose, requestId, log }: PlatformUse, work: (em: EntityManager) => Promise<T>): Promise<T> {
    log.info({ purpose, requestId }, 'the platform’s tables are opened');
    return this.transaction(this.orm.em.fork(), `set local app.platform = 'on'`, work);
  }

  /** A manager for reference tables (tenants); it sees no tenant's rows. */
  outsideTenants(): EntityManager {
    return this.orm.em.fork();
  }

  /** The application's transactions that are open now; wait for their end before trusting that nobody acts on what they read. */
  transactionsUnderWay(): Promise<TransactionsUnderWay> {
    return transactionsUnderWay(() => this.outsideTenants());
  }

  async close(): Promise<void> {
    await this.orm.close(true);
  }

  private async transaction<T>(em: EntityManager, setting: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    if (inTransaction.getStore()) throw new Error('A transaction begins inside another. Work with the one that is open.');
    const exchange = await Exchange.on(this.pool, ['begin', setting]);
    em.setTransactionContext(exchange);
    try {
      const result = await inTransaction.run(true, work, em);
      await exchange.commit();
      return result;
    } catch (error) {
      await exchange.giveUp();
      throw error;
    } finally {
      exchange.end();
    }
  }
}
