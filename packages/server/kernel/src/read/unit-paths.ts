import { modelOf, type ReadModel, type ReadTable } from './model.js';
import type { Plan } from './plan.js';
import type { ReadPool } from './pool.js';
import { tableName } from './row.js';
import type { Run } from './statement.js';

const none: Run['paths'] = new Map();

/** The table of units; its rows are what a filter by subtree names. */
export function unitTable(model: ReadModel): ReadTable {
  const table = model.tableOfSubject('OrgUnit');
  if (!table) throw new Error('A filter by subtree needs the table of org units.');
  return table;
}

/** The paths of the units whose subtrees a run of a plan asks for, as they are now; units that are not there are left out. */
export async function pathsFor({ units }: Plan, run: Omit<Run, 'paths'>, pool: Pick<ReadPool, 'run'>): Promise<Run['paths']> {
  const asked = new Set(units.map((unit) => unit({ ...run, paths: none })).filter((id) => id !== null));
  if (asked.size === 0) return none;
  const { tenantId, features } = run.context;
  const text = `select json_object_agg(unit.id, unit.org_path)::text from ${tableName(unitTable(modelOf(features)))} unit where unit.tenant_id = $1 and unit.id = any($2::uuid[])`;
  const [answer = 'null'] = await pool.run(tenantId, [{ name: 'paths of units', text, values: [tenantId, [...asked]] }]);
  return new Map(Object.entries<string>(JSON.parse(answer) ?? {}));
}
