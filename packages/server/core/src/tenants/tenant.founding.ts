import { refuse, requiredWords, type FoundTenant, type TenantToFound } from '@weixiang/kernel';
import { brandColors } from '@weixiang/shared';
import { loginOf } from '../people/people.rules.js';
import { Person } from '../people/person.entity.js';
import { createAccounts, createTenant } from './tenant.creation.js';

/**
 * Makes a tenant with its root and its first administrator. A tenant whose making broke off before there was anybody to
 * sign in is finished; any other that has the slug is refused.
 * @throws Refusal with the field of the input that is to blame.
 */
export const foundTenant: FoundTenant = async (kernel, asked) => {
  const { administrator, ...tenant } = checked(asked);
  const existing = await kernel.tenants.bySlug(tenant.slug);
  if (existing && (await kernel.asSystem(existing, 'found tenant', ({ em }) => em.count(Person, {}))) > 0) throw refuse('SLUG_TAKEN', 'slug');
  const made = await createTenant(kernel, { ...tenant, plugins: [] });
  await createAccounts(kernel, made, [{ ...administrator, role: 'tenantAdministrator' }]);
  return made;
};

function checked({ slug, name, brand, root, administrator }: TenantToFound): TenantToFound {
  if (!/^[a-z][a-z0-9-]{1,38}$/.test(slug)) throw refuse('SLUG_UNREADABLE', 'slug');
  const colors = brandColors(brand.color);
  if (!colors.ok) throw refuse(colors.code, 'brand.color', { reason_zh: colors.reason.zh, reason_en: colors.reason.en });
  const seal = brand.seal.trim();
  if ([...seal].length !== 1) throw refuse('SEAL_IS_ONE_CHARACTER', 'brand.seal');
  const login = loginOf(administrator.login);
  if (!login) throw refuse('LOGIN_UNREADABLE', 'administrator.login');
  return {
    slug,
    name: { zh: requiredWords(name.zh, 'name.zh', 50), en: requiredWords(name.en, 'name.en', 100) },
    brand: { name: requiredWords(brand.name, 'brand.name', 20), seal, color: colors.colors.brand },
    root: { code: requiredWords(root.code, 'root.code', 40), name: requiredWords(root.name, 'root.name', 100), kind: requiredWords(root.kind, 'root.kind', 40) },
    administrator: { login, name: requiredWords(administrator.name, 'administrator.name', 50), password: administrator.password },
  };
}
