import type { EntityManager } from '@mikro-orm/postgresql';
import { besideTransaction, holdLock, type Kernel, type Tenant } from '@weixiang/kernel';
import { runImport } from './import.run.js';

const never = new AbortController().signal;

/**
 * Works through a tenant's imports, the oldest first, until none is left. One process at a time does, the others return
 * at once. The lock lives as long as its transaction's connection: a process that was killed has let go of it, and
 * whoever comes next goes on where it was.
 * @throws what interrupted it; call again and it goes on.
 */
export async function runImports(kernel: Kernel, tenant: Tenant, signal: AbortSignal = never): Promise<void> {
  const inTenant = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> => kernel.database.inTenant(tenant.id, work);
  const workThrough = (em: EntityManager) => underLock(em, tenant, () => besideTransaction(() => runAll(em, kernel, tenant, signal)));
  // Whoever was turned away just before we let go of the lock is seen by the second look.
  while ((await inTenant(workThrough)) && (await inTenant((em) => nextImport(em, tenant))) !== null) continue;
}

/** Whether a tenant has imports that nobody works through: the process that did was killed, or the job was lost. */
export async function areImportsStuck(em: EntityManager, tenant: Tenant): Promise<boolean> {
  return (await nextImport(em, tenant)) !== null && (await underLock(em, tenant, async () => undefined));
}

function underLock(em: EntityManager, { id }: Tenant, work: () => Promise<void>): Promise<boolean> {
  return holdLock(em, `imports ${id}`, work);
}

async function runAll(em: EntityManager, kernel: Kernel, tenant: Tenant, signal: AbortSignal): Promise<void> {
  for (let id = await nextImport(em, tenant); id !== null; id = await nextImport(em, tenant)) {
    // Plugins may have been switched while the one before ran.
    await runImport(kernel, (await kernel.tenants.byId(tenant.id)) ?? tenant, id, signal);
  }
}

async function nextImport(em: EntityManager, { id }: Tenant): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `select id from ledger_import where tenant_id = ? and state in ('queued', 'running') order by created_at, id limit 1`,
    [id],
  );
  return row?.id ?? null;
}
