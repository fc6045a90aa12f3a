import { announceTenantChange, refuse, Tenant, type Kernel, type Transaction } from '@weixiang/kernel';
import { LockMode } from '@mikro-orm/core';
import { brandColors } from '@weixiang/shared';
import type { EditTenantInput } from './tenant.resolver.js';

/** Tenant setting; the default is the domain's: three working days. */
export function answerWithinWorkingDays(tenant: Pick<Tenant, 'settings'>): number {
  const days = tenant.settings['wishes.answerWithinWorkingDays'];
  return typeof days === 'number' ? days : 3;
}

/** Changes the brand or a setting. */
export async function editTenant(tx: Transaction, kernel: Kernel, input: EditTenantInput): Promise<Tenant> {
  const tenant = await lockTenant(tx, kernel, 'edit', input.version);
  tenant.brand = { ...tenant.brand, ...brandOf(input) };
  const days = input.answerWithinWorkingDays;
  if (days != null) {
    if (days < 1 || days > 30) throw refuse('DAYS_OUT_OF_RANGE', 'answerWithinWorkingDays', { min: 1, max: 30 });
    tenant.settings = { ...tenant.settings, 'wishes.answerWithinWorkingDays': days };
  }
  const kept = input.keepRefusedRowsDays;
  if (kept != null) {
    if (kept < 1 || kept > 365) throw refuse('DAYS_OUT_OF_RANGE', 'keepRefusedRowsDays', { min: 1, max: 365 });
    tenant.settings = { ...tenant.settings, 'imports.keepRefusedRowsDays': kept };
  }
  await tx.em.flush();
  return tenant;
}

/** Turns a plugin on; the first time its seeds run. */
export async function enablePlugin(tx: Transaction, kernel: Kernel, name: string): Promise<Tenant> {
  const tenant = await lockTenant(tx, kernel, 'enable');
  const plugin = kernel.catalogue.plugin(name);
  if (!plugin) throw refuse('PLUGIN_UNKNOWN', 'name');
  const [missing] = kernel.catalogue.missingFor(name, tenant.plugins);
  if (missing) throw refuse('PLUGIN_NEEDS', 'name', { other: missing });
  if (!tenant.plugins.includes(name)) tenant.plugins = [...tenant.plugins, name].toSorted();
  for (const seed of plugin.seeds ?? []) await seed.run(tx);
  await tx.em.flush();
  return tenant;
}

/** Turns a plugin off; its data stays. */
export async function disablePlugin(tx: Transaction, kernel: Kernel, name: string): Promise<Tenant> {
  const tenant = await lockTenant(tx, kernel, 'disable');
  if (!kernel.catalogue.plugin(name)) throw refuse('PLUGIN_UNKNOWN', 'name');
  const [dependant] = kernel.catalogue.dependantsOf(name, tenant.plugins);
  if (dependant) throw refuse('PLUGIN_NEEDED', 'name', { other: dependant });
  tenant.plugins = tenant.plugins.filter((enabled) => enabled !== name);
  await tx.em.flush();
  return tenant;
}

/** The tenant's row, locked; every process forgets its copy when this commits. @throws Refusal CHANGED_MEANWHILE when a version is named and there is a newer one. */
export async function lockTenant(tx: Transaction, kernel: Kernel, action: string, version?: number | null): Promise<Tenant> {
  tx.require(action, 'Tenant');
  const tenant = await tx.em.findOneOrFail(Tenant, { id: tx.tenant.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (version != null && version !== tenant.version) throw refuse('CHANGED_MEANWHILE', 'version');
  await announceTenantChange(tx.em);
  tx.afterCommit.push(() => kernel.tenants.forget());
  return tenant;
}

function brandOf(input: EditTenantInput): Partial<Tenant['brand']> {
  const brand: Partial<Tenant['brand']> = {};
  if (input.brandName != null) {
    brand.name = input.brandName.trim();
    if (brand.name === '') throw refuse('REQUIRED', 'brandName');
    if (brand.name.length > 20) throw refuse('TOO_LONG', 'brandName', { limit: 20 });
  }
  if (input.seal != null) {
    brand.seal = input.seal.trim();
    if ([...brand.seal].length !== 1) throw refuse('SEAL_IS_ONE_CHARACTER', 'seal');
  }
  if (input.color != null) {
    const outcome = brandColors(input.color);
    if (!outcome.ok) throw refuse(outcome.code, 'color', { reason_zh: outcome.reason.zh, reason_en: outcome.reason.en });
    brand.color = outcome.colors.brand;
  }
  return brand;
}
