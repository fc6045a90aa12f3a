import pg from 'pg';

/** A statement that the server sent, as it sent it. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** What a plan says: the tables that it reads from end to end, and in full. */
export interface Plan {
  statement: string;
  scans: string[];
  lines: string[];
}

const heard: Statement[] = [];
let isListening = false;

/** Notes what every connection of this process sends while {@link statementsOf} runs. */
export function listenToStatements(): void {
  const send: (...args: unknown[]) => unknown = pg.Client.prototype.query;
  const noting = function (this: pg.Client, ...args: unknown[]): unknown {
    const [first, second] = args;
    const text = typeof first === 'string' ? first : Object(first).text;
    const values = Array.isArray(second) ? second : (Object(first).values ?? []);
    if (isListening && typeof text === 'string') heard.push({ text, values });
    return send.apply(this, args);
  };
  Object.assign(pg.Client.prototype, { query: noting });
}

/** The reading statements that the work sends. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  heard.length = 0;
  isListening = true;
  try {
    await work();
  } finally {
    isListening = false;
  }
  return heard.filter(({ text }) => /^\s*(select|with)\b/i.test(text));
}

/** EXPLAIN (ANALYZE, BUFFERS) of the statements, as the application's role and in the tenant. */
export async function plansOf(url: string, tenantId: string, statements: readonly Statement[]): Promise<Plan[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const plans: Plan[] = [];
    for (const { text, values } of statements) {
      await client.query('begin read only');
      await client.query(`set local app.tenant_id = '${tenantId}'`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values);
      await client.query('rollback');
      const lines = rows.map((row) => row['QUERY PLAN']);
      // What was planned and never begun has read nothing.
      const scans = lines.flatMap((line) => (line.includes('never executed') ? [] : (/Seq Scan on (\w+)/.exec(line)?.[1] ?? [])));
      plans.push({ statement: text, scans: [...new Set(scans)], lines });
    }
    return plans;
  } finally {
    await client.end();
  }
}
