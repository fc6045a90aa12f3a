import { DriverException, OptimisticLockError } from '@mikro-orm/core';
import { say, type Language } from '@weixiang/shared';
import pg from 'pg';
import type { Database } from '../database/database.js';
import { TenantRecord } from '../entity/record.js';
import { registry } from '../entity/registry.js';
import type { RecordClass } from '../entity/record.js';
import { takeChanges } from '../events/change-recorder.js';
import { writeEvents } from '../events/outbox.js';
import type { Signals } from '../events/signals.js';
import type { Sequencer } from '../events/sequencer.js';
import type { FeatureSet } from '../features/feature-set.js';
import { addJobs } from '../jobs/queue.js';
import { authorityChanged, type GroundedAuthority } from '../request/authority.js';
import type { Grounds } from '../request/grounds.js';
import { Refusal } from '../refusal.js';
import { messageOf } from '../messages.js';
import { followChanges } from '../search/entries.js';
import { confirming } from './confirming.js';
import { Transaction, type TransactionParts } from './transaction.js';
import { remember, replayed } from './idempotency.js';
import { RecordRef, type RefusalData, type Write, type WriteInput } from './write.js';

/** What a write needs beside its transaction, and beside who does it. */
type Surroundings = Omit<TransactionParts, 'em' | 'actor' | 'ability'>;

/** What a write needs beside its transaction. */
export type WriterContext = Omit<TransactionParts, 'em'>;

type Run<T> = (tx: Transaction) => Promise<T>;
type Values = Record<string, unknown>;

/** How often a write is begun at most. */
const mostAttempts = 3;

/** Runs writes: the only place where a transaction of the application begins and ends. */
export class Writer {
  constructor(
    private readonly database: Database,
    private readonly sequencer: Sequencer,
    private readonly signals: Signals,
  ) {}

  /** The write function of somebody who was looked up for it. */
  for(context: WriterContext): Write {
    return writeBy(context, (run) => this.run(context, run));
  }

  /**
   * The write function of who was last known to ask. The transaction itself confirms that they may still do the same; where it
   * does not, nothing of it stays and it is done anew by who asks now.
   */
  onGrounds(surroundings: Surroundings, grounds: Grounds): Write {
    return writeBy(surroundings, async (run) => {
      const result = await inAttempts(
        () => this.once({ ...surroundings, ...grounds.assumed }, run),
        async (error) => {
          if (codeOf(error) !== authorityChanged) return isTransient(error);
          await grounds.lookAgain();
          return true;
        },
      );
      grounds.confirm();
      return result;
    });
  }

  /**
   * One transaction with its events and jobs. What another transaction got in the way of is tried again, twice.
   * @throws Refusal, Forbidden, or what `run` throws; everything is rolled back.
   */
  run<T>(context: WriterContext, run: Run<T>): Promise<T> {
    return inAttempts(() => this.once({ ...context, evidence: null }, run), isTransient);
  }

  private async once<T>(context: WriterContext & GroundedAuthority, run: Run<T>): Promise<T> {
    let events = 0;
    let finished: Transaction | undefined;
    const result = await this.database.inTenant(context.tenant.id, (em) =>
      confirming(em, context.evidence, async () => {
        const tx = new Transaction({ ...context, em });
        const value = await run(tx);
        await em.flush();
        const changes = takeChanges(em);
        await followChanges(tx, changes);
        events = await writeEvents(tx, changes);
        await addJobs(tx);
        finished = tx;
        return value;
      }),
    );
    for (const act of finished?.afterCommit ?? []) act();
    for (const { topic, keys } of finished?.signals ?? []) void this.signals.send(context.tenant.id, topic, keys);
    if (events > 0) this.sequencer.poke(context.tenant.id);
    return result;
  }
}

/** A write function: `inTransaction` runs what it is given in one transaction of whoever writes. */
function writeBy(surroundings: Surroundings, inTransaction: (run: Run<Values>) => Promise<Values>): Write {
  const write = async (operation: string, input: WriteInput, run: Run<Values>) => {
    try {
      return { ...(await inTransaction((tx) => mutate(tx, operation, input, run))), refusals: [] };
    } catch (error) {
      return { refusals: [refusalOf(error, surroundings)] };
    }
  };
  return write as Write; // the generic Result is spread into the payload, which TypeScript cannot follow
}

async function mutate(tx: Transaction, operation: string, input: WriteInput, run: Run<Values>): Promise<Values> {
  const before = await replayed(tx, operation, input);
  if (before) return before;
  const result = await run(tx);
  const answer = Object.fromEntries(Object.entries(result).map(([key, value]) => [key, named(value)]));
  await remember(tx, input, answer);
  return answer;
}

/** @param mayTryAgain What is false is not tried again. */
async function inAttempts<T>(once: () => Promise<T>, mayTryAgain: (error: unknown) => boolean | Promise<boolean>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      if (attempt === mostAttempts || !(await mayTryAgain(error))) throw error;
    }
  }
}

/** Records in a result become refs, so that the payload is read back for whatever the client selects. */
function named(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(named);
  if (!(value instanceof TenantRecord)) return value;
  const made = value.constructor as unknown as RecordClass; // an object's constructor is its class
  const table = registry.tableOf(made);
  if (!table) throw new Error(`${made.name} is no table.`);
  return new RecordRef(table.subject, value.id);
}

function refusalOf(error: unknown, { features, language }: { features: FeatureSet; language: Language }): RefusalData {
  const refusal = asRefusal(error);
  if (!refusal) throw error;
  return { code: refusal.code, message: say(messageOf(features, refusal.code, refusal.values), language), field: refusal.field };
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof OptimisticLockError) return new Refusal('CHANGED_MEANWHILE', 'version');
  return null;
}

/**
 * Serialisation failure, deadlock, a unique key or a time that another took meanwhile, and a table that a migration changed
 * since its statement was prepared: tried again, the service sees it and refuses.
 */
const transient = new Set(['40001', '40P01', '23505', '23P01', '0A000']);

function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && transient.has(code);
}

function codeOf(error: unknown): string | undefined {
  // What goes out with the COMMIT fails past the ORM.
  return error instanceof DriverException || error instanceof pg.DatabaseError ? error.code : undefined;
}
