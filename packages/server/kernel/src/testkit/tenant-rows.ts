import type { Tenant } from '../tenancy/tenant.entity.js';
import { modelOf, type ReadColumn, type ReadTable } from '../read/model.js';
import { registry } from '../entity/registry.js';
import { Rows } from './oracle/rows.js';
import type { TestServer } from './server.js';
import { withClient } from './sql.js';

/** Every row of a tenant, read as the database's owner by plain `select`; encrypted values are opened. */
export async function rowsOf(server: TestServer, tenant: Tenant): Promise<Rows> {
  const rows = new Rows();
  const { kernel, database } = server;
  const features = kernel.featuresOf(tenant);
  const entities = features.features.flatMap((feature) => feature.entities ?? []).filter((entity) => registry.tableOf(entity)?.entity === entity);
  await withClient(database.databaseOwnerUrl, async (client) => {
    await client.query(`select set_config('app.tenant_id', $1, false)`, [tenant.id]);
    for (const entity of new Set(entities)) {
      const { table } = modelOf(features).rowsOf(entity);
      const { rows: stored } = await client.query<{ row: Record<string, unknown> }>(`select to_jsonb(it) as row from "${table.name}" it where tenant_id = $1 order by id`, [tenant.id]);
      for (const { row } of stored) rows.add(entity, propertiesOf(server, table, row));
    }
  });
  return rows;
}

function propertiesOf({ kernel }: TestServer, table: ReadTable, row: Record<string, unknown>): Record<string, unknown> {
  const [tenantId, id] = [String(row['tenant_id']), String(row['id'])];
  const read = ({ name, family, encrypted }: ReadColumn): unknown => {
    const value = row[name] ?? null;
    if (value === null) return null;
    if (encrypted) return kernel.cipher.decrypt({ tenantId, table: table.name, column: name, id }, String(value), encrypted);
    return family === 'instant' ? new Date(String(value)) : value;
  };
  const columns = [...table.columns, ...table.relations].map(([property, column]) => [property, read(column)]);
  const objects = [...table.embedded].map(([property, { members }]) => {
    const values = [...members].map(([member, column]) => [member, read(column)]);
    return [property, values.some(([, value]) => value !== null) ? Object.fromEntries(values) : null];
  });
  return Object.fromEntries([...columns, ...objects]);
}
