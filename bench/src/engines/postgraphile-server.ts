import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/** PostGraphile in a process of its own: what `engines/postgraphile.ts` starts. */
const pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 10, application_name: 'bench postgraphile' });
const { rows: tenants } = await pool.query<{ id: string; slug: string }>('select id, slug from tenant');
const tenantIds = new Map(tenants.map(({ id, slug }) => [slug, id]));

/** Who asks, on every request: one prepared statement. */
async function settingsOf(authorization: string | undefined): Promise<Record<string, string>> {
  const token = authorization?.slice('Bearer '.length) ?? '';
  const tenantId = tenantIds.get(/^wx_(.+)_.{43}$/.exec(token)?.[1] ?? '');
  if (tenantId === undefined) throw new Error('Not signed in.');
  const { rows } = await pool.query<{ person_id: string | null; path: string | null }>({
    name: 'reach',
    text: 'select person_id, path from bench.reach_of($1, $2)',
    values: [tenantId, createHash('sha256').update(token).digest()],
  });
  const [reach] = rows;
  if (!reach?.person_id || !reach.path) throw new Error('Not signed in.');
  return { 'app.tenant_id': tenantId, 'app.person_id': reach.person_id, 'app.org_path': reach.path };
}

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // It takes no partial index for one, and would leave out what is found by ours.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  // Rows are written by the function alone; lists are sorted by what our indexes begin with after the tenant.
  schema: { defaultBehavior: '+orderBy +resource:connection:orderBy +attribute:orderBy -insert -update -delete' },
  grafast: {
    explain: false,
    context: async ({ node }) => ({ pgSettings: await settingsOf(node?.req.headers.authorization) }),
  },
  grafserv: { graphiql: false, graphqlPath: '/graphql', watch: false, outputDataAsString: true, websockets: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('disconnect', () => process.exit(0));
