import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { enter, statements } from './floor-statements.js';

/** The least that answers: node's http, one prepared statement, one write to PostgreSQL and one round trip. */
const pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 10, pipeline: true, application_name: 'bench floor' });
const { rows: tenants } = await pool.query<{ id: string; slug: string }>('select id, slug from tenant');
const tenantIds = new Map(tenants.map(({ id, slug }) => [slug, id]));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const tenantId = tenantIds.get(/^wx_(.+)_.{43}$/.exec(token)?.[1] ?? '');
  const statement = statements[query];
  if (tenantId === undefined || !statement) return void response.writeHead(400).end();
  const who = [tenantId, createHash('sha256').update(token).digest()];
  const { enters = false } = statement;
  const data = await run(tenantId, [...(enters ? [{ name: 'enter', text: enter, values: who }] : []), { name: query, text: statement.text, values: [...(enters ? [] : who), ...statement.values(variables)] }]);
  const body = Buffer.from(`{"data":${data}}`);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

async function run(tenantId: string, asked: readonly { name: string; text: string; values: unknown[] }[]): Promise<string> {
  const client = await pool.connect();
  try {
    const { stream } = client.connection;
    stream.cork();
    const opening = [client.query('begin'), client.query(`set local app.tenant_id = '${tenantId}'`)];
    const answers = asked.map((statement) => client.query<{ data: string }>(statement));
    const commit = client.query('commit');
    stream.uncork();
    const [results] = await Promise.all([Promise.all(answers), Promise.all(opening), commit]);
    return results.at(-1)?.rows[0]?.data ?? 'null';
  } finally {
    client.release();
  }
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] })));
}).listen(Number(process.env['PORT']), '127.0.0.1');
process.on('disconnect', () => process.exit(0));
