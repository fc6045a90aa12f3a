import type pg from 'pg';
import { type LiteralValue, literalOf } from './literals.js';
import { prepared } from './prepared.js';

// Four bytes, where the protocol has the length of a value. No text of PostgreSQL's holds the character 0.
const beforeValue = '\u0000\u0000\u0000\u0000';
/** What PostgreSQL calls it when a text holds what it keeps in none: a client learns that its value cannot be read. */
const characterNotInRepertoire = '22021';
const asNull = '\u0000\u0000\u0000\u0001';

/**
 * Values beside a statement, one after the other, each as PostgreSQL reads it from text.
 * @throws Error when a text holds what PostgreSQL keeps in none.
 */
export function boundValues(values: readonly LiteralValue[]): string {
  let all = '';
  for (const value of values) all += value === null ? asNull : beforeValue + textOf(value);
  return all;
}

function textOf(value: Exclude<LiteralValue, null>): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value);
  if (value.includes('\u0000')) throw Object.assign(new Error('A text holds the character 0.'), { code: characterNotInRepertoire });
  return value;
}

/** What {@link boundValues} joined, as SQL says it: `null,'路灯','2'`. */
export function spelledValues(values: string): string {
  const spelled: string[] = [];
  for (let at = 0; at < values.length; ) {
    const from = at + beforeValue.length;
    const isNull = values.startsWith(asNull, at);
    const next = isNull ? from : values.indexOf('\u0000', from);
    at = next === -1 ? values.length : next;
    spelled.push(literalOf(isNull ? null : values.slice(from, at)));
  }
  return spelled.join(',');
}

/**
 * Calls a statement that {@link prepared} makes, with its values beside it instead of in its text, where PostgreSQL would
 * parse each of thousands. It is one text all the same, which the ORM passes on as it is; the connection takes it apart.
 * @param values What {@link boundValues} made.
 * @example bound('insert into counter (tenant_id, name, value) values ($1, $2, $3)', boundValues([tenantId, 'wish', 1]))
 */
export function bound(sql: string, values: string): string {
  return `${prepared(sql).split('(', 1).join()}${values}`;
}

const longestCall = 50;

/** What {@link bound} made, as a connection sends it; undefined for any other text. */
export function boundIn(text: string): BoundCall | undefined {
  const end = text.slice(0, longestCall).indexOf('\u0000');
  const [, name] = /^(?:\/\*[^*]*\*\/ )?execute (p\d+)$/.exec(text.slice(0, Math.max(end, 0))) ?? [];
  return name === undefined ? undefined : new BoundCall(name, text.slice(end));
}

/** Runs what the connection has prepared under a name. */
export class BoundCall implements pg.Submittable {
  /** Resolves when it has run. */
  readonly done: Promise<void>;
  private readonly outcome = Promise.withResolvers<void>();

  constructor(
    private readonly name: string,
    private readonly values: string,
  ) {
    this.done = this.outcome.promise;
  }

  submit(connection: pg.Connection): void {
    connection.stream.cork();
    connection.stream.write(bindMessage(this.name, this.values));
    connection.execute(null, true); // all rows
    connection.sync();
    connection.stream.uncork();
  }

  handleReadyForQuery(): void {
    this.outcome.resolve();
  }

  handleError(error: unknown): void {
    this.outcome.reject(error);
  }

  handleCommandComplete(): void {}
  handleDataRow(): void {}
  handleRowDescription(): void {}
  handleParseComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/**
 * The protocol's Bind: the unnamed portal, the statement, no formats (text), how many values there are, each with its length
 * before it, no formats of results.
 */
function bindMessage(name: string, values: string): Buffer {
  const head = Buffer.byteLength(name) + 11;
  const message = Buffer.from(`B\u0000\u0000\u0000\u0000\u0000${name}\u0000\u0000\u0000\u0000\u0000${values}\u0000\u0000`);
  let count = 0;
  for (let at = head; at < message.length - 2; count += 1) {
    const isNull = message[at + 3] === 1;
    const end = isNull ? at + 4 : message.indexOf(0, at + 4);
    message.writeInt32BE(isNull ? -1 : end - at - 4, at);
    at = end;
  }
  message.writeInt32BE(message.length - 1, 1);
  message.writeInt16BE(count, head - 2);
  return message;
}
