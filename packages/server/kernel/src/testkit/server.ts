import type { FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '../clock.js';
import { migrationsOf } from '../database/migrations.js';
import { parseKeys } from '../encryption/key-ring.js';
import type { ServerFeature } from '../feature.js';
import { createHttpServer, type TenantRoute } from '../http/server.js';
import { cookieName } from '../http/session-cookie.js';
import { Kernel } from '../kernel.js';
import { createLogger } from '../log.js';
import type { FoundTenant } from '../platform/index.js';
import type { Identity } from '../request/identity.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** What a test server is made of. */
export interface TestServerOptions {
  core: readonly ServerFeature[];
  plugins?: readonly ServerFeature[];
  identity: Identity;
  foundTenant?: FoundTenant;
  routes?: readonly TenantRoute[];
  /** Where the clock stands at first. */
  now?: string;
}

/** What tests find out does not depend on how slow their machine is. */
const roomForAll = { places: 3_000 };

/** An answer of the API. */
export interface ApiAnswer {
  status: number;
  data: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** A whole server on a database of its own, without a port: requests go through Fastify's `inject`. */
export class TestServer {
  /** SQL of the writing and reading pools since the last `takeStatements`, transaction control aside. */
  private statements: string[] = [];

  private constructor(
    readonly kernel: Kernel,
    readonly http: FastifyInstance,
    readonly database: TestDatabase,
    readonly clock: SettableClock,
    /** Text messages that were sent, the last one last. */
    readonly messages: { phone: string; text: string }[],
  ) {}

  static async start(options: TestServerOptions): Promise<TestServer> {
    const features = [...options.core, ...(options.plugins ?? [])];
    const database = await createTestDatabase(migrationsOf(features));
    const clock = new SettableClock(new Date(options.now ?? '2026-05-19T02:00:00.000Z'));
    const log = createLogger(process.env['TEST_LOG'] ?? 'silent');
    const seen: string[] = [];
    const messages: TestServer['messages'] = [];
    const kernel = await Kernel.start({
      ...database,
      core: options.core,
      plugins: options.plugins ?? [],
      identity: options.identity,
      clock,
      log,
      keys: parseKeys(`test:${'A'.repeat(43)}=`, 'the test'),
      filesDir: mkdtempSync(join(tmpdir(), 'weixiang-files-')),
      onStatement: (sql) => seen.push(sql),
      sms: {
        async send(phone, text) {
          messages.push({ phone, text });
          return null;
        },
      },
    });
    const http = await createHttpServer(kernel, { routes: options.routes ?? [], maxUploadBytes: 20_000_000, foundTenant: options.foundTenant, admission: roomForAll });
    const server = new TestServer(kernel, http, database, clock, messages);
    server.statements = seen;
    return server;
  }

  /** What was sent to PostgreSQL since the last call; waits for the numbering of events, so that none of it comes later. */
  async takeStatements(): Promise<string[]> {
    await this.kernel.sequencer.settled();
    const taken = this.statements.filter((sql) => !/\b(begin|commit|rollback|set local)\b/i.test(sql.slice(0, 40)));
    this.statements.length = 0;
    return taken;
  }

  /** Lets the tenant's consumers work through every event there is by now; without it they do not run in a test. */
  async consume(tenant: Pick<Tenant, 'id'>): Promise<void> {
    await this.kernel.sequencer.settled();
    await this.kernel.consumers.catchUp(tenant.id);
  }

  /** Asks the API of a tenant, with a session's token or as nobody. */
  async ask(tenant: Pick<Tenant, 'slug'>, token: string | null, query: string, variables: Record<string, unknown> = {}): Promise<ApiAnswer> {
    const answer = await this.http.inject({
      method: 'POST',
      url: `/t/${tenant.slug}/graphql`,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      payload: JSON.stringify({ query, variables }),
    });
    const body: unknown = answer.json();
    return { status: answer.statusCode, data: null, ...Object(body) };
  }

  /** A session cookie, as a browser sends it. */
  cookie(tenant: Pick<Tenant, 'slug'>, token: string): string {
    return `${cookieName(tenant.slug)}=${token}`;
  }

  async close(): Promise<void> {
    await this.http.close();
    await this.kernel.close();
    await this.database.drop();
    rmSync(this.kernel.options.filesDir, { recursive: true, force: true });
  }
}
