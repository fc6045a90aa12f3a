import type { Language } from '@weixiang/shared';
import DataLoader from 'dataloader';
import { type DocumentNode, getNullableType, GraphQLError, type GraphQLResolveInfo, type GraphQLSchema, isListType, isNonNullType } from 'graphql';
import type { Cipher } from '../encryption/cipher.js';
import type { FeatureSet } from '../features/feature-set.js';
import { AuthorityChanged, type GroundedAuthority } from '../request/authority.js';
import { RecordRef } from '../write/write.js';
import { isUnreadableValue, unreadableInput } from './bad-input.js';
import { groundedOn } from './grounded.js';
import { finish, type FinishedText } from './marks.js';
import { modelOf } from './model.js';
import { answersOf, argumentsFor, statementsOf } from './plan.js';
import { planOfField, planOfOperation, type ReadyPlan } from './plan-cache.js';
import type { ReadPool, ReadStatement, RecordRead } from './pool.js';
import { recordRead } from './read-record.js';
import { pathsFor } from './unit-paths.js';

/** Who reads, in which tenant, and when. */
export interface ReadActorContext extends GroundedAuthority {
  tenantId: string;
  tenantSlug: string;
  now: Date;
  /** Why sensitive values are read, as the client states it; without one they stay hidden. */
  purpose: string | null;
  requestId: string;
  features: FeatureSet;
  language: Language;
  /** Opens encrypted values. */
  cipher: Pick<Cipher, 'decrypt'>;
}

/** One operation of a request, as Apollo parsed it. */
export interface ReadRequest {
  schema: GraphQLSchema;
  document: DocumentNode;
  /** Names the document in caches: its hash. */
  documentKey: string;
  operationName: string | null | undefined;
  /** As the client sent them. */
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

/** The read path of one request. */
export function createReads(pool: Pick<ReadPool, 'run'>, context: ReadActorContext): Reads {
  return new CompiledReads(pool, context);
}

class CompiledReads implements Reads {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    private readonly pool: Pick<ReadPool, 'run'>,
    private readonly context: ReadActorContext,
  ) {}

  async operation(request: ReadRequest): Promise<string | null> {
    try {
      const ready = planOfOperation(request, this.context);
      if (!ready) return null;
      const answers = (await this.execute(ready)).map(({ key, text }) => ({ key, ...this.finish(text) }));
      // graphql-js says where the promise is broken, and whom its null reaches.
      if (answers.some(({ hasBrokenPromise }) => hasBrokenPromise)) return null;
      return `{${answers.map(({ key, text }) => `"${key}":${text}`).join(',')}}`;
    } catch (error) {
      // Arguments that cannot be: graphql-js runs it again and says so at the field.
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }

  async field(info: GraphQLResolveInfo, from?: RecordRef | readonly RecordRef[]): Promise<unknown> {
    if (!from) return this.rootField(info);
    if (from instanceof RecordRef) return this.record(info, from);
    const records = await Promise.all(from.map((ref) => this.record(info, ref)));
    const type = getNullableType(info.returnType);
    // What one may not see reads as absent.
    return isListType(type) && isNonNullType(type.ofType) ? records.filter((record) => record !== null) : records;
  }

  private async rootField(info: GraphQLResolveInfo): Promise<unknown> {
    const [answer] = await this.execute(planOfField(info, this.context));
    return this.parsed(answer?.text);
  }

  /** Records that resolvers name in the same tick and with the same selection are read by one statement. */
  private record(info: GraphQLResolveInfo, { subject, id }: RecordRef): Promise<unknown> {
    const table = modelOf(this.context.features).tableOfSubject(subject);
    if (!table) return Promise.resolve(null);
    const ready = planOfField(info, this.context, { table, only: null });
    let loader = this.loaders.get(ready.key);
    if (!loader) {
      loader = new DataLoader((ids) => this.records(ready, ids), { cache: false, maxBatchSize: 1_000 });
      this.loaders.set(ready.key, loader);
    }
    return loader.load(id);
  }

  private async records(ready: ReadyPlan, ids: readonly string[]): Promise<unknown[]> {
    const [answer] = await this.execute(ready, ids);
    const records = this.parsed(answer?.text);
    return ids.map((_, at) => (Array.isArray(records) ? (records[at] ?? null) : null));
  }

  private async execute({ plan, variables }: ReadyPlan, from: readonly string[] = []): Promise<{ key: string; text: string }[]> {
    const { context } = this;
    const named = { context, args: argumentsFor(plan, variables), from };
    const statements = statementsOf(plan, { ...named, paths: await pathsFor(plan, named, this.pool) });
    try {
      return answersOf(plan, await this.run(statements, plan.records ? recordRead(context) : undefined));
    } catch (error) {
      throw isUnreadableValue(error) ? unreadableInput() : error;
    }
  }

  /** Runs the statements, and with them the one that tells whether what this actor may do is still what the plan was made for. */
  private async run(statements: readonly ReadStatement[], record?: RecordRead): Promise<string[]> {
    const { tenantId, evidence } = this.context;
    if (!evidence) return this.pool.run(tenantId, statements, record);
    const checked = (texts: readonly string[]): string[] => {
      const [text = '', ...others] = texts;
      if (text !== evidence.text) throw new AuthorityChanged();
      return others;
    };
    return checked(await this.pool.run(tenantId, groundedOn(evidence.statement, statements), record && ((texts) => record(checked(texts)))));
  }

  private parsed(text: string | undefined): unknown {
    return text === undefined ? null : JSON.parse(this.finish(text).text);
  }

  /** Only what this actor may see in full stands in the text as ciphertext, and the reading of it is recorded by now. */
  private finish(text: string): FinishedText {
    const { cipher, tenantId } = this.context;
    return finish(text, ({ type, stored, ...place }) => cipher.decrypt({ tenantId, ...place }, stored, type));
  }
}
