import { withClient } from '@weixiang/kernel/testkit';
import type { Scene } from './scene.js';
import type { World } from './world.js';

/**
 * Changes one row behind the product's back, as another process would do it.
 * @example await elsewhere(world, scene, 'delete from session where person_id = $1', [worker.personUuid])
 */
export async function elsewhere({ server }: World, { tenant }: Scene, sql: string, values: unknown[]): Promise<void> {
  const { rowCount } = await withClient(server.database.databaseUrl, async (client) => {
    await client.query(`set app.tenant_id = '${tenant.id}'`);
    return client.query(sql, values);
  });
  if (rowCount !== 1) throw new Error(`${rowCount} rows were changed.`);
}
