import { hashPassword, type Kernel, type Tenant, type Transaction } from '@weixiang/kernel';
import { dateIn, type RoleKey } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { plantUnit } from '../organisation/org-unit.service.js';
import { loginOf } from '../people/people.rules.js';
import { Person } from '../people/person.entity.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { VocabularyKind } from '../vocabulary/vocabulary-term.entity.js';
import { termFor, termsOf } from '../vocabulary/vocabulary.service.js';

/** A tenant as it is made: from then on the administrator goes on. */
export interface NewTenant extends Pick<Tenant, 'slug' | 'name' | 'brand' | 'plugins'> {
  settings?: Tenant['settings'];
  /** The root of its tree. */
  root: { code: string; name: string; kind: string };
}

/** An account that is made with the tenant. */
export interface NewAccount {
  login: string;
  name: string;
  password: string;
  role: RoleKey;
  /** Code of the unit; the root when left out or unknown. */
  unitCode?: string;
}

/** Makes a tenant with its root and what every enabled feature seeds. Safe to repeat: what is there stays. */
export async function createTenant(kernel: Kernel, tenant: NewTenant): Promise<Tenant> {
  const made = await kernel.tenants.create(tenant, kernel.clock.now());
  await kernel.asSystem(made, 'create tenant', async (tx) => {
    for (const feature of kernel.featuresOf(made).features) {
      for (const seed of feature.seeds ?? []) await seed.run(tx);
    }
    await tx.em.flush();
    await ensureRoot(tx, tenant.root);
  });
  return made;
}

/** Makes accounts that are not there yet, each with one role from today on. */
export async function createAccounts(kernel: Kernel, tenant: Tenant, accounts: readonly NewAccount[]): Promise<void> {
  await kernel.asSystem(tenant, 'create accounts', async (tx) => {
    const present = await tx.em.find(Person, { login: { $in: accounts.map(({ login }) => login) } });
    const taken = new Set(present.map(({ login }) => login));
    for (const account of accounts.filter(({ login }) => !taken.has(login))) await createAccount(tx, account);
  });
}

async function createAccount(tx: Transaction, { login, name, password, role, unitCode }: NewAccount): Promise<void> {
  if (loginOf(login) !== login) throw new Error(`“${login}” is no login: 3–40 lower-case letters, digits, dots or hyphens.`);
  const named = unitCode ? await tx.em.findOne(OrgUnit, { code: unitCode }) : null;
  const orgUnit = named ?? (await tx.em.findOneOrFail(OrgUnit, { parent: { id: null } }));
  const person = tx.create(Person, { orgUnit, name, login, passwordHash: await hashPassword(password) });
  tx.create(RoleAssignment, { orgUnit, person, role, since: dateIn(tx.now, tx.tenant.timeZone) });
}

async function ensureRoot(tx: Transaction, { code, name, kind }: NewTenant['root']): Promise<void> {
  if ((await tx.em.count(OrgUnit, { parent: { id: null } })) > 0) return;
  const { term } = termFor(tx, VocabularyKind.ORG_UNIT_KIND, await termsOf(tx, VocabularyKind.ORG_UNIT_KIND), kind);
  await tx.em.flush(); // the kind first
  plantUnit(tx, { parent: null, code, name, kind: term });
}
