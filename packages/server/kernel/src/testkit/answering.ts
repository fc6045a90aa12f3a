import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { createReads } from '../read/reads.js';
import type { RequestFacts } from '../kernel.js';
import type { RequestContext } from '../request/context.js';
import { tellClient } from '../schema/errors.js';
import { Execution } from '../schema/execution.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { TestServer } from './server.js';

/** An answer as the server gives it below HTTP and limits, and how it came about. */
export interface Answered {
  data: unknown;
  errors: ExecutionResult['errors'];
  /** Errors of which a client would learn that they are ours. */
  faults: string[];
  /** Whether the compiler answered all of it. */
  isCompiled: boolean;
  /** Sensitive values whose reading it would have recorded: `Person idNumber 0192…`. Nothing is written. */
  revealed: Set<string>;
}

/** Asks for one tenant's documents as one person, as the server does: SQL for the whole operation, else node with SQL for its records. */
export class Asking {
  private readonly execution: Execution;

  private constructor(
    private readonly server: TestServer,
    private readonly tenant: Tenant,
    private readonly facts: RequestFacts & { requestId: string },
    /** As it is for this person. */
    readonly context: RequestContext,
    readonly schema: GraphQLSchema,
  ) {
    this.execution = new Execution(schema, false);
  }

  /** @param token Of a session; null for nobody. */
  static async as(server: TestServer, tenant: Tenant, token: string | null, purpose: string | null): Promise<Asking> {
    const { kernel } = server;
    const session = { token, set: () => undefined, clear: () => undefined };
    const facts = { requestId: 'asking', language: 'zh', purpose, session } as const;
    const context = await kernel.contextFor(tenant, facts);
    return new Asking(server, tenant, facts, context, kernel.schemas.of(context.features));
  }

  /** Who reads, as the read path knows it. */
  get reader(): ReturnType<TestServer['kernel']['readContext']> {
    const { actor, ability, now } = this.context;
    return this.server.kernel.readContext(this.tenant, { actor, ability, evidence: null }, this.facts, now);
  }

  async ask(document: DocumentNode, source: string, variables: Record<string, unknown>): Promise<Answered> {
    const revealed = new Set<string>();
    const { readPool } = this.server.kernel;
    const note = (values: readonly unknown[]): void => {
      // Nine values a row: tenant, id, time, person, subject, record, fields, purpose, request.
      for (let at = 0; at < values.length; at += 9) for (const field of values[at + 6] as string[]) revealed.add(`${String(values[at + 4])} ${field} ${String(values[at + 5])}`);
    };
    const pool: Parameters<typeof createReads>[0] = {
      run: (tenantId, statements, record) =>
        readPool.run(tenantId, statements, record && ((texts) => {
          for (const { values } of record(texts)) note(values);
          return [];
        })),
    };
    const reads = createReads(pool, this.reader);
    const text = await reads.operation({ schema: this.schema, document, documentKey: source, operationName: null, variables });
    if (text !== null) return { data: JSON.parse(text), errors: undefined, faults: [], isCompiled: true, revealed };
    const { data, errors } = await this.execution.run({ document, operationName: null, variables, context: { ...this.context, reads } });
    return { data, errors, faults: this.faultsAmong(errors ?? []), isCompiled: false, revealed };
  }

  private faultsAmong(errors: readonly GraphQLError[]): string[] {
    const told = errors.filter((error) => tellClient(error, this.context, this.server.kernel.log).extensions['code'] === 'INTERNAL');
    return told.map(({ message, path }) => `${path?.join('.')}: ${message}`);
  }
}
