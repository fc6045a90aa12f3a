import pg from 'pg';

/** When PostgreSQL plans a statement of the read path, and what that is called there. */
const modes = { once: 'force_generic_plan', byCost: 'auto', anew: 'force_custom_plan' };

/** A statement that the server sent, as it sent it. */
export interface Statement {
  text: string;
  values: unknown[];
  planning?: keyof typeof modes;
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
      if (isListening && typeof text === 'string') heard.push({ text, values, planning: Object(sent).planning });
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

/** EXPLAIN (ANALYZE, BUFFERS) of the statements, planned as they are, as the application's role and in the tenant. */
export async function plansOf(url: string, tenantId: string, statements: readonly Statement[]): Promise<Plan[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const plans: Plan[] = [];
    const { rows: large } = await client.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > ${fewPages} * 8192`);
    for (const { text, values, planning = 'once' } of statements) {
      await client.query('begin read only');
      await client.query(`set local app.tenant_id = '${tenantId}'`);
      await client.query(`set local plan_cache_mode = ${modes[planning]}`);
      if (values.length > 0) await client.query(`prepare planned as ${text}`);
      const executed = values.length > 0 ? `execute planned(${values.map(literalOf).join(', ')})` : text;
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${executed}`);
      await client.query('rollback');
      if (values.length > 0) await client.query('deallocate planned');
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

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`);
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}
