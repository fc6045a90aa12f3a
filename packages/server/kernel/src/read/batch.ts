import type pg from 'pg';

/** One statement of a {@link Batch}: named ones are prepared once a connection. */
export interface BatchStatement {
  name?: string;
  text: string;
  values: readonly unknown[];
}

/** One row's columns, as text. */
export type Answer = readonly (string | null)[];

/** Names of the statements that a connection has prepared, and of those that it may have: a batch failed at them. */
export class PreparedNames {
  readonly known = new Set<string>();
  readonly doubtful = new Set<string>();
}

/**
 * Several statements that go out together and come back together: one message to PostgreSQL where each statement of its own
 * would be answered, flushed and awaited by itself. The first that fails fails the batch, and those after it do not run.
 * @example client.query(new Batch([{ text: 'begin', values: [] }, …], prepared)).answers
 */
export class Batch implements pg.Submittable {
  /** What each statement answered: the columns of its first row; none where there was none. */
  readonly answers: Promise<Answer[]>;
  private readonly outcome = Promise.withResolvers<Answer[]>();
  private readonly rows: Answer[] = [];
  /** Names that this batch prepares, by the place of their statement. */
  private readonly preparing = new Map<string, number>();
  private row: Answer | null = null;

  /** @param prepared Names of the connection; those of this batch are added. */
  constructor(
    private readonly statements: readonly BatchStatement[],
    private readonly prepared: PreparedNames,
  ) {
    this.answers = this.outcome.promise;
  }

  submit(connection: pg.Connection): void {
    connection.stream.cork();
    this.statements.forEach(({ name = '', text, values }, place) => {
      this.prepare(connection, name, text, place);
      connection.bind({ portal: '', statement: name, values: values.map(toParameter) }, true);
      connection.execute(null, true); // all rows
    });
    connection.sync();
    connection.stream.uncork();
  }

  private prepare(connection: pg.Connection, name: string, text: string, place: number): void {
    const { known, doubtful } = this.prepared;
    if (known.has(name)) return;
    if (doubtful.delete(name)) connection.close({ type: 'S', name }, true);
    connection.parse({ name, text, types: [] }, true);
    if (name === '') return;
    known.add(name);
    this.preparing.set(name, place);
  }

  handleDataRow({ fields }: { fields: Answer }): void {
    this.row ??= fields;
  }

  handleCommandComplete(): void {
    this.rows.push(this.row ?? []);
    this.row = null;
  }

  handleReadyForQuery(): void {
    this.outcome.resolve(this.rows);
  }

  handleError(error: unknown): void {
    for (const [name, place] of this.preparing) {
      if (place < this.rows.length) continue; // it was run
      this.prepared.known.delete(name);
      this.prepared.doubtful.add(name);
    }
    this.outcome.reject(error);
  }

  handleRowDescription(): void {}
  handleParseComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/** A value as the protocol carries it, in text; bytes as they are. */
function toParameter(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || Buffer.isBuffer(value)) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(elementOf).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function elementOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return `"${String(value instanceof Date ? value.toISOString() : value).replaceAll(/["\\]/g, '\\$&')}"`;
}
