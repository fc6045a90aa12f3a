import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { pickLanguage } from '@weixiang/shared';
import type { Kernel } from '../kernel.js';
import type { RequestContext } from '../request/context.js';
import { cookieName } from '../http/cookie-name.js';
import type { Place } from './connections.js';
import type { Tenant } from '../tenancy/tenant.entity.js';

/** One client's connection to one tenant. */
export class Visit {
  /** Names the connection in the log. */
  readonly requestId = randomUUID();
  private opened: RequestContext | null = null;

  constructor(
    private readonly kernel: Kernel,
    private readonly tenant: Tenant,
    private readonly request: IncomingMessage,
    private readonly cookies: Readonly<Record<string, string | undefined>>,
    private readonly clientAddress: string,
    private readonly place: Place,
  ) {}

  /** The client as it was let in. @throws Error before {@link open}. */
  get context(): RequestContext {
    if (!this.opened) throw new Error('The connection is not open yet.');
    return this.opened;
  }

  /**
   * Lets the client in: by the bearer token that it names in its first message, which pages cannot send as a header, or
   * by the one in the header, or by the cookie. False when it names a token and the token opens nothing; a cookie that
   * has ended makes the client nobody, as everywhere. False, too, when the person has too many connections already.
   */
  async open(authorization: unknown): Promise<boolean> {
    const { headers } = this.request;
    const named = authorization ?? headers.authorization;
    const bearer = typeof named === 'string' ? /^Bearer (\S+)$/i.exec(named)?.[1] : undefined;
    if (named !== undefined && bearer === undefined) return false;
    const token = bearer ?? this.cookies[cookieName(this.tenant.slug)] ?? null;
    this.opened = await this.kernel.contextFor(this.tenant, {
      requestId: this.requestId,
      language: pickLanguage(headers['accept-language']),
      clientAddress: this.clientAddress,
      // There is no answer to set a cookie on, and no mutation that would.
      session: { token, set: () => undefined, clear: () => undefined },
    });
    const { personId } = this.opened.actor;
    if (personId !== null && !this.place.recognise(personId)) return false;
    return bearer === undefined || personId !== null;
  }
}
