import { openSession, type Tenant, type Transaction } from '@weixiang/kernel';
import type { ApiAnswer, TestServer } from '@weixiang/kernel/testkit';
import { dateIn, type RoleKey, toTypeId } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { plantUnit, rootUnit } from '../organisation/org-unit.service.js';
import { Person } from '../people/person.entity.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { createTenant } from '../tenants/tenant.creation.js';
import { VocabularyKind } from '../vocabulary/vocabulary-term.entity.js';
import { termFor, termsOf } from '../vocabulary/vocabulary.service.js';

/** How a scene differs from the usual one. */
export interface SceneOptions {
  /** Names of the plugins that are on. */
  plugins?: readonly string[];
  settings?: Tenant['settings'];
}

/** A unit of a scene: UUID, TypeID, path. */
export interface SceneUnit {
  uuid: string;
  id: string;
  path: string;
}

/** Somebody who asks the API. */
export interface Caller {
  token: string | null;
  /** TypeID; null for nobody. */
  personId: string | null;
  /** UUID; null for nobody. */
  personUuid: string | null;
  ask(query: string, variables?: Record<string, unknown>): Promise<ApiAnswer>;
  /** Like ask, but throws when the answer has errors; for the steps that lead up to what is tested. */
  do(query: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>>;
}

const tree = {
  district: { code: 'Q', kind: '区委', parent: null },
  department: { code: 'Q-D01', kind: '区直部门', parent: 'district' },
  street: { code: 'Q-01', kind: '街道', parent: 'district' },
  community: { code: 'Q-01-01', kind: '社区党委', parent: 'street' },
  grid: { code: 'Q-01-01-G1', kind: '网格党支部', parent: 'community' },
  building: { code: 'Q-01-01-G1-B1', kind: '楼栋党小组', parent: 'grid' },
  siblingGrid: { code: 'Q-01-01-G2', kind: '网格党支部', parent: 'community' },
  siblingCommunity: { code: 'Q-01-02', kind: '社区党委', parent: 'street' },
} as const;

/** Names of the units that every scene has. */
export type SceneUnitName = keyof typeof tree;

/** A tenant with a small tree: district → department, street → two communities → grids → building. */
export interface Scene {
  tenant: Tenant;
  units: Record<SceneUnitName, SceneUnit>;
  /** Nobody. */
  anonymous: Caller;
  /** Somebody new who holds this role at this unit. */
  as(role: RoleKey, unit: SceneUnit, name?: string): Promise<Caller>;
  /** Runs a write as the product itself. */
  write<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** Builds a scene; see {@link Scene}. */
export async function buildScene(server: TestServer, slug: string, { plugins = [], settings }: SceneOptions): Promise<Scene> {
  const { kernel } = server;
  const tenant = await createTenant(kernel, {
    slug,
    name: { zh: '某区', en: 'A district' },
    brand: { name: '某区红色项目', seal: '某', color: '#a62b23' },
    plugins: [...plugins],
    settings,
    root: { code: tree.district.code, name: '中共某区委员会', kind: tree.district.kind },
  });
  const write: Scene['write'] = (run) => kernel.asSystem(tenant, 'scene', run);
  const units = await write(plantTree);
  const caller = (token: string | null, personUuid: string | null): Caller => {
    const ask: Caller['ask'] = (query, variables) => server.ask(tenant, token, query, variables);
    return { token, personUuid, personId: personUuid && toTypeId('person', personUuid), ask, do: (query, variables) => succeed(ask(query, variables)) };
  };
  const as: Scene['as'] = async (role, unit, name = `某${role}`) => {
    const { token, personUuid } = await write(async (tx) => {
      const orgUnit = await tx.em.findOneOrFail(OrgUnit, { id: unit.uuid });
      const person = tx.create(Person, { orgUnit, name });
      tx.create(RoleAssignment, { orgUnit, person, role, since: dateIn(tx.now, tenant.timeZone) });
      const session = await openSession(tx.em, tenant, person.id, tx.now);
      return { token: session.token, personUuid: person.id };
    });
    return caller(token, personUuid);
  };
  return { tenant, units, as, write, anonymous: caller(null, null) };
}

async function plantTree(tx: Transaction): Promise<Scene['units']> {
  const terms = await termsOf(tx, VocabularyKind.ORG_UNIT_KIND);
  const planted = new Map<string, OrgUnit>([['district', await rootUnit(tx)]]);
  for (const [name, { code, kind, parent }] of Object.entries(tree)) {
    if (parent === null) continue;
    const { term } = termFor(tx, VocabularyKind.ORG_UNIT_KIND, terms, kind);
    planted.set(name, plantUnit(tx, { code, kind: term, name: `某区${code}`, parent: planted.get(parent) ?? null }));
    await tx.em.flush();
  }
  const entries = [...planted].map(([name, unit]) => [name, { uuid: unit.id, id: toTypeId('unit', unit.id), path: unit.orgPath }]);
  return Object.fromEntries(entries); // exactly the names of the tree
}

async function succeed(asked: Promise<ApiAnswer>): Promise<Record<string, unknown>> {
  const { data, errors } = await asked;
  if (errors || !data) throw new Error(`The API answered with errors: ${JSON.stringify(errors)}`);
  return data;
}
