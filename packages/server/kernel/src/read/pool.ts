/** One statement of a read: named ones are prepared once a connection. */
export interface ReadStatement {
  name?: string;
  text: string;
  values: unknown[];
}

/** What a {@link ReadPool} takes. */
export interface ReadPoolOptions {
  connectionString: string;
  /** Connections at most. */
  size: number;
  /** The server ends a statement after this time. */
  statementTimeoutMs: number;
  log?: (event: { message: string; error?: unknown }) => void;
  /** Called for every statement that is sent, BEGIN and COMMIT aside. */
  onStatement?: (statement: ReadStatement) => void;
}

/** Connections of the read path: pipelined, read only, one tenant a transaction. */
export class ReadPool {
  constructor(readonly options: ReadPoolOptions) {}

  run(_tenantId: string, _statements: readonly ReadStatement[]): Promise<string[]> {
    throw new Error('The read path is being written.');
  }

  async close(): Promise<void> {}
}
