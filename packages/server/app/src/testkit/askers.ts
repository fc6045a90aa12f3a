import { Person } from '@weixiang/core';
import type { World } from '@weixiang/core/testkit';
import { indexMissingRecords, openSession, registry, type Tenant } from '@weixiang/kernel';
import { addRandomRows, Asking, oracleSchema, Random, type Rows, rowsOf } from '@weixiang/kernel/testkit';
import { toTypeId } from '@weixiang/shared';
import type { GraphQLSchema } from 'graphql';
import { demoAccounts, loadExample } from '../example/example.js';
import { populate } from './populate.js';

/** Somebody who asks for documents, and what the oracle answers them from. */
export interface Asker {
  name: string;
  asking: Asking;
  rows: Rows;
  /** Whether the rows are as the product makes them: then no error is ever its own fault. */
  isOrderly: boolean;
  oracle: GraphQLSchema;
}

/** Whoever differs in what they may do, in three tenants, and ids of one tenant that no other may find. */
export interface Askers {
  everybody: readonly Asker[];
  strangers: readonly string[];
}

const purpose = '上门走访';

/**
 * The example's two tenants, one with every plugin and one with none; and a small one with rows of every noun in every state,
 * most of them as no rule would let anybody make them.
 */
export async function askersIn(world: World): Promise<Askers> {
  const { server } = world;
  const { kernel } = server;
  await loadExample(kernel, () => undefined);
  const [district, city] = await Promise.all(['qiaocheng', 'jiayuguan'].map((slug) => tenantCalled(world, slug)));
  if (!district || !city) throw new Error('The example has two tenants.');
  const small = await world.scene();
  const { admin } = await populate(small);
  const { units, as } = small;
  const callers = {
    administrator: admin,
    resident: await as('resident', units.grid),
    'grid worker': await as('gridWorker', units.grid),
    'community secretary': await as('communitySecretary', units.community),
    'district organiser': await as('organisationOfficer', units.district),
    'department officer': await as('departmentOfficer', units.department),
    'project lead': await as('projectLead', units.community),
    'partner’s representative': await as('partnerRepresentative', units.community),
  };
  await addRandomRows(server, small.tenant, {
    random: new Random(3),
    each: 40,
    except: ['OrgUnit', 'VocabularyTerm', 'RoleAssignment'],
    often: Object.values(callers).flatMap(({ personUuid }) => personUuid ?? []),
    copied: ['workflowName', 'workflowVersion', 'month'],
  });
  await indexMissingRecords.runOutside(kernel, small.tenant, {}, new AbortController().signal);
  for (const tenant of [district, city, small.tenant]) await server.consume(tenant);

  const everybody: Asker[] = [];
  const oracles = new Map<string, GraphQLSchema>();
  const enter = async (tenant: Tenant, sessions: readonly (readonly [name: string, token: string | null])[]): Promise<Rows> => {
    const rows = await rowsOf(server, tenant);
    for (const [name, token] of sessions) {
      for (const why of [null, purpose]) {
        const asking = await Asking.as(server, tenant, token, why);
        const { features } = asking.context;
        const oracle = oracles.get(features.key) ?? oracleSchema(features);
        oracles.set(features.key, oracle);
        everybody.push({ name: `${name} of ${tenant.slug}${why === null ? '' : ' with a purpose'}`, asking, rows, isOrderly: tenant !== small.tenant, oracle });
      }
    }
    return rows;
  };
  const mayor = await tokenOf(world, city, 'admin');
  const accounts = await Promise.all(demoAccounts.map(async ({ login }) => [login, await tokenOf(world, district, login)] as const));
  await enter(district, [['nobody', null], ['the other tenant’s administrator as a guest', mayor], ...accounts]);
  const foreign = await enter(city, [['the administrator', mayor]]);
  await enter(small.tenant, Object.entries(callers).map(([name, { token }]) => [name, token] as const));
  return { everybody, strangers: foreign.all().map(({ entity, id }) => toTypeId(registry.tableOf(entity)?.prefix ?? '', id)) };
}

async function tenantCalled({ server }: World, slug: string): Promise<Tenant> {
  const tenant = await server.kernel.tenants.bySlug(slug);
  if (!tenant) throw new Error(`There is no ${slug}.`);
  return tenant;
}

/** Opens a session of a demo account. */
function tokenOf({ server }: World, tenant: Tenant, login: string): Promise<string> {
  return server.kernel.asSystem(tenant, 'askers', async (tx) => {
    const { id } = await tx.em.findOneOrFail(Person, { login });
    return (await openSession(tx.em, tenant, id, tx.now)).token;
  });
}
