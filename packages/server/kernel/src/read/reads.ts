import type { Language } from '@weixiang/shared';
import type { DocumentNode, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { FeatureSet } from '../features/feature-set.js';
import type { AppAbility } from '../permissions/ability.js';
import type { Actor } from '../permissions/actor.js';
import type { RecordRef } from '../write/write.js';
import type { ReadPool } from './pool.js';

/** Who reads, in which tenant, and when. */
export interface ReadActorContext {
  tenantId: string;
  tenantSlug: string;
  actor: Actor;
  ability: AppAbility;
  now: Date;
  /** Why sensitive values are read, as the client states it; without one they stay hidden. */
  purpose: string | null;
  requestId: string;
  features: FeatureSet;
  language: Language;
}

/** One operation of a request, as Apollo parsed it. */
export interface ReadRequest {
  schema: GraphQLSchema;
  document: DocumentNode;
  /** Names the document in caches: its hash. */
  documentKey: string;
  operationName: string | null | undefined;
  variables: Record<string, unknown>;
}

/** The read path of one request: selections become SQL, answers come back as JSON text. */
export interface Reads {
  /**
   * The whole operation as the JSON text of `data`'s object, braces included; null when something in it is not a
   * pure tree over records, so that graphql-js has to run it.
   */
  operation(request: ReadRequest): Promise<string | null>;
  /**
   * One field that graphql-js is running: a root read, or the record (or records) that a resolver named by reference.
   * Plain JSON keyed by response key, `__typename` always there, `$` holding what computed fields need. Absent and not
   * permitted are both null.
   */
  field(info: GraphQLResolveInfo, from?: RecordRef | readonly RecordRef[]): Promise<unknown>;
}

/** The read path for one request. */
export function createReads(_pool: ReadPool, _context: ReadActorContext): Reads {
  throw new Error('The read path is being written.');
}
