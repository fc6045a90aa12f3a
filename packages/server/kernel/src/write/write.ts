import type { Transaction } from './transaction.js';

/** What a refused write says: data, in the payload, in the person's language. */
export interface RefusalData {
  code: string;
  message: string;
  field: string | null;
}

/** A record named in a payload; it is read back, by the compiler, for whatever the client selects. */
export class RecordRef {
  constructor(
    /** Subject of the registry: `Wish`, `Project`. */
    readonly subject: string,
    /** UUID. */
    readonly id: string,
  ) {}
}

/** What every mutation's input has. */
export interface WriteInput {
  idempotencyKey?: string | null;
}

/**
 * Runs one mutation: one transaction of the tenant; a refusal rolls it back and comes back as data; an idempotency
 * key replays the answer of the first time. Records in the result become refs.
 *
 * @example `write('answerWish', input, async (tx) => ({ wish: await answerWish(tx, input) }))`
 */
export type Write = <Result extends Record<string, unknown>>(
  operation: string,
  input: WriteInput,
  run: (tx: Transaction) => Promise<Result>,
) => Promise<Partial<Record<keyof Result, unknown>> & { refusals: RefusalData[] }>;
