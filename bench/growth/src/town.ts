import { coreFeatures, createTenant, OrgUnit, peopleIdentity, Person, RoleAssignment, routes } from '@weixiang/core';
import { educationServer } from '@weixiang/education/server';
import { createHttpServer, createLogger, Kernel, keepSums, migrate, migrationsOf, openSession, parseKeys, prepareRoles, systemClock, type DatabaseUrls, type Tenant } from '@weixiang/kernel';
import { tmpdir } from 'node:os';
import { analyseSums, fill, plantTree } from './dataset.js';

const database = 'weixiang_growth';

/** One tenant that grows, and the server that is asked about it. */
export interface Town {
  urls: DatabaseUrls;
  tenant: Tenant;
  /** Adds wishes until there are so many, and brings sums up to date; says how long the sums took, in ms. */
  growTo(size: number, from: number, withSearch: boolean): Promise<{ sumsMs: number }>;
  /** Asks as an officer of the district; gives what the API answers. */
  ask(query: string, variables: Record<string, unknown>): Promise<unknown>;
  close(): Promise<void>;
}

/** A database of its own with an empty tenant in it. */
export async function foundTown(adminUrl: string): Promise<Town> {
  const urls = await prepareRoles(adminUrl, database);
  const admin = new URL(adminUrl);
  admin.pathname = `/${database}`;
  const log = createLogger('warn');
  const plugins = [educationServer];
  await migrate({ ownerUrl: urls.databaseOwnerUrl, applicationRole: new URL(urls.databaseUrl).username, sources: migrationsOf([...coreFeatures, ...plugins]), log });
  const keys = parseKeys(`k1:${Buffer.alloc(32, 'weixiang growth').toString('base64')}`, 'the benchmark');
  const kernel = await Kernel.start({ ...urls, core: coreFeatures, plugins, identity: peopleIdentity, clock: systemClock, log, filesDir: tmpdir(), keys });
  const http = await createHttpServer(kernel, { routes, maxUploadBytes: 1_000_000 });
  const tenant = await createTenant(kernel, {
    slug: 'growth',
    name: { zh: '大区', en: 'A large district' },
    brand: { name: '微项', seal: '微', color: '#a62b23' },
    plugins: ['education'],
    root: { code: 'Q', name: '中共大区委员会', kind: '区委' },
  });
  await plantTree(admin.href, tenant.id);
  const token = await officer(kernel, tenant);
  return {
    urls,
    tenant,
    async growTo(size, from, withSearch) {
      await fill(admin.href, tenant.id, from, size, withSearch);
      // What was filled in behind the product's back is in no delta: the sums are made anew, as after an update.
      await kernel.database.inTenant(tenant.id, (em) => em.execute('delete from fact_state where tenant_id = ?', [tenant.id]));
      const start = performance.now();
      await keepSums.runOutside(kernel, tenant, {}, new AbortController().signal);
      const sumsMs = performance.now() - start;
      await analyseSums(admin.href); // autovacuum does so within a minute
      return { sumsMs };
    },
    ask: (query, variables) => ask(http, token, query, variables),
    async close() {
      await http.close();
      await kernel.close();
    },
  };
}

async function officer(kernel: Kernel, tenant: Tenant): Promise<string> {
  return kernel.asSystem(tenant, 'growth', async (tx) => {
    const orgUnit = await tx.em.findOneOrFail(OrgUnit, { depth: 1 });
    const person = tx.create(Person, { orgUnit, name: '沈志远' });
    tx.create(RoleAssignment, { orgUnit, person, role: 'organisationOfficer', since: '2021-01-01' });
    return (await openSession(tx.em, tenant, person.id, tx.now)).token;
  });
}

async function ask(http: Awaited<ReturnType<typeof createHttpServer>>, token: string, query: string, variables: Record<string, unknown>): Promise<unknown> {
  const answer = await http.inject({ method: 'POST', url: '/t/growth/graphql', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, payload: JSON.stringify({ query, variables }) });
  const { data, errors } = Object(answer.json());
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
