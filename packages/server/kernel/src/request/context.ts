import type { Language } from '@weixiang/shared';
import type { FeatureSet } from '../features/feature-set.js';
import type { AppAbility } from '../permissions/ability.js';
import type { Actor } from '../permissions/actor.js';
import type { Reads } from '../read/reads.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { Kernel } from '../kernel.js';
import type { Attempts } from './attempts.js';

/** What a request knows; resolvers get it as `@Ctx()`, and `write` by `@Writes()`. */
export interface RequestContext {
  requestId: string;
  tenant: Tenant;
  /** Features on for this tenant: core's and its enabled plugins'. */
  features: FeatureSet;
  actor: Actor;
  ability: AppAbility;
  language: Language;
  /** The kernel's clock at the start of the request. */
  now: Date;
  /** Why sensitive values are read, as the client states it (header `x-purpose`; of a link, `purpose` in its address). */
  purpose: string | null;
  /** Address of the client, for throttling. */
  clientAddress: string;
  /** The read path: compiled selections. */
  reads: Reads;
  /** Counts failed attempts, in transactions of its own. */
  attempts: Attempts;
  /** The running server, for what spans transactions (imports). */
  kernel: Kernel;
  /** Sets or clears the session's cookie; the HTTP layer gives it. */
  session: SessionCookie;
}

/** The session as the HTTP layer keeps it. */
export interface SessionCookie {
  /** Token that came with the request, if any. */
  token: string | null;
  /** What the client is, as its person would call it: `Android, WeChat`; null when it does not say. */
  device?: string | null;
  set(token: string, expiresAt: Date): void;
  clear(): void;
}
