import type { Kernel, RequestFacts } from '../kernel.js';
import { createReads, type ReadRequest } from '../read/reads.js';
import type { OperationContext } from '../schema/operation-context.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import { type Authority, AuthorityChanged, type GroundedAuthority } from './authority.js';
import { Grounds } from './grounds.js';
import type { WritingContext } from './writing-context.js';
import type { Asker } from './authorities.js';

/**
 * A request to a tenant's API, before it is known who asks. What the compiler answers goes by what was last known of the
 * asker, and the same transaction looks whether it still holds; so do the transactions of mutations that only write. For all
 * else they are looked up first.
 */
export class Caller implements OperationContext {
  readonly requestId: string;
  private readonly asker: Asker;
  private found: Promise<Authority> | null = null;
  private known: Promise<WritingContext> | null = null;

  constructor(
    private readonly kernel: Kernel,
    readonly tenant: Tenant,
    private readonly facts: RequestFacts & { requestId: string },
  ) {
    this.requestId = facts.requestId;
    this.asker = kernel.askerOf(tenant, facts);
  }

  get features(): Asker['features'] {
    return this.asker.features;
  }

  get language(): Asker['language'] {
    return this.facts.language;
  }

  get reads(): OperationContext['reads'] {
    return this;
  }

  /** Answers a whole operation as text; null when node has to run it. */
  async operation(request: ReadRequest): Promise<string | null> {
    const { authorities } = this.kernel;
    const known = authorities.lastKnown(this.asker);
    if (known) {
      try {
        return await this.answer(request, known);
      } catch (error) {
        if (!(error instanceof AuthorityChanged)) throw error;
        this.found ??= authorities.anew(this.asker);
      }
    }
    return this.answer(request, { ...(await this.authority()), evidence: null });
  }

  /** The request as it is once it is known who asks. */
  context(): Promise<WritingContext> {
    this.known ??= this.authority().then((authority) => this.kernel.contextBy(this.tenant, authority, this.facts, this.asker.now));
    return this.known;
  }

  resolverContext(onlyWrites: boolean): Promise<object> {
    return onlyWrites ? this.writing() : this.context();
  }

  /** `write` alone, until a write has confirmed who asks; what it made is then read as that person. */
  private async writing(): Promise<object> {
    const { kernel, tenant, facts, asker } = this;
    const context = {};
    const grounds = await Grounds.of(kernel.authorities, asker, (authority) => Object.assign(context, kernel.contextBy(tenant, authority, facts, asker.now), { write }));
    const { features, language, now } = asker;
    const write = kernel.writer.onGrounds({ tenant, features, language, now, requestId: this.requestId }, grounds);
    return Object.assign(context, { write });
  }

  /** Looked up once a request, where it is at all. */
  private authority(): Promise<Authority> {
    this.found ??= this.kernel.authorities.of(this.asker);
    return this.found;
  }

  private answer(request: ReadRequest, authority: GroundedAuthority): Promise<string | null> {
    return createReads(this.kernel.readPool, this.kernel.readContext(this.tenant, authority, this.facts, this.asker.now)).operation(request);
  }
}
