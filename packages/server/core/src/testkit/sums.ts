import { indexOf, keepSums, type Metric, type Period, type Transaction } from '@weixiang/kernel';
import type { Scene } from './scene.js';
import type { World } from './world.js';

/** Makes the tenant's sums, and adds up what was written, as the product does every hour, and sooner where much was written. */
export function addUp({ server }: World, { tenant }: Scene): Promise<void> {
  return keepSums.runOutside(server.kernel, tenant, {}, new AbortController().signal);
}

/** What a report says from its sums and by counting, at one moment; alike, if all is well. */
export interface BothWays {
  /** Metrics whose sums were whole. */
  whole: number;
  fromSums: unknown[];
  counted: unknown[];
}

/** Every figure of every period, and each in all its parts, in both ways, as this transaction sees them. */
export async function bothWays(tx: Transaction, periods: readonly Period[]): Promise<BothWays> {
  await tx.em.flush();
  const whole = await tx.em.execute('select metric from fact_state where tenant_id = ?', [tx.tenant.id]);
  const fromSums = await everything(tx, periods);
  // Without them every figure is counted.
  await tx.em.execute('savepoint sums');
  await tx.em.execute('delete from fact_state where tenant_id = ?', [tx.tenant.id]);
  const counted = await everything(tx, periods);
  await tx.em.execute('rollback to savepoint sums');
  return { whole: whole.length, fromSums, counted };
}

async function everything(tx: Transaction, periods: readonly Period[]): Promise<unknown[]> {
  const said: unknown[] = [];
  for (const metric of indexOf(tx.features).metrics.filter(({ facts }) => facts)) {
    for (const period of periods) said.push(...(await ofMetric(tx, metric, period)));
  }
  return said;
}

async function ofMetric(tx: Transaction, metric: Metric, period: Period): Promise<unknown[]> {
  const said: unknown[] = [];
  for (const { key, value, months, recordCount } of (await metric.figures(tx, period)).toSorted((a, b) => a.key.localeCompare(b.key))) {
    said.push({ key, period, value, months, recordCount });
    for (const { key: by } of metric.dimensions ?? []) {
      for (const levels of by === 'unit' ? [1, 2] : [1]) said.push({ key, by, levels, parts: await metric.parts?.(tx, key, period, { by, levels }) });
    }
  }
  return said;
}
