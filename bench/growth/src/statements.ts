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
  /** Pages of 8 kB that it looks at, in memory or not. */
  pages: number;
  lines: string[];
}

const heard: Statement[] = [];
let isListening = false;

/** Notes what every connection of this process sends while {@link statementsOf} runs. */
export function listenToStatements(): void {
  const send: (...args: unknown[]) => unknown = pg.Client.prototype.query;
  const noting = function (this: pg.Client, ...args: unknown[]): unknown {
    const [first, second] = args;
    // A batch of the read path is several statements in one.
    for (const sent of Object(first).statements ?? [first]) {
      const text = typeof sent === 'string' ? sent : Object(sent).text;
      const values = Array.isArray(second) ? second : (Object(sent).values ?? []);
      if (isListening && typeof text === 'string') heard.push({ text, values });
    }
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

/** Tables of a few pages are read from end to end whatever indexes they have. */
const fewPages = 32;

/** EXPLAIN (ANALYZE, BUFFERS) of the statements, as the application's role and in the tenant. */
export async function plansOf(url: string, tenantId: string, statements: readonly Statement[]): Promise<Plan[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const plans: Plan[] = [];
    const { rows: large } = await client.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > ${fewPages} * 8192`);
    for (const { text, values } of statements) {
      await client.query('begin read only');
      await client.query(`set local app.tenant_id = '${tenantId}'`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values);
      await client.query('rollback');
      const lines = rows.map((row) => row['QUERY PLAN']);
      // What was planned and never begun has read nothing.
      const scans = lines.flatMap((line) => (line.includes('never executed') ? [] : (/Seq Scan on (\w+)/.exec(line)?.[1] ?? [])));
      const [, hit = '0', read = '0'] = /Buffers: shared(?: hit=(\d+))?(?: read=(\d+))?/.exec(lines.join('\n')) ?? [];
      plans.push({ statement: text, scans: [...new Set(scans)].filter((table) => large.some(({ name }) => name === table)), pages: Number(hit) + Number(read), lines });
    }
    return plans;
  } finally {
    await client.end();
  }
}
