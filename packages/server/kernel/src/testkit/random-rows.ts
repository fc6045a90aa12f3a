import { getNamedType, type GraphQLSchema, isEnumType, isInterfaceType, isObjectType } from 'graphql';
import type pg from 'pg';
import { modelOf, type ReadColumn, type ReadTable } from '../read/model.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { Rows, StoredRow } from './oracle/rows.js';
import type { Random } from './random.js';
import type { TestServer } from './server.js';
import { withClient } from './sql.js';
import { rowsOf } from './tenant-rows.js';

/** How {@link addRandomRows} goes about it. */
export interface RandomRowsOptions {
  random: Random;
  /** Rows more of each noun; fewer where constraints refuse most of what is tried. */
  each: number;
  /** Subjects of which there are no more. */
  except: readonly string[];
  /** UUIDs of rows that most of those that can refer to: of who asks. */
  often: readonly string[];
  /** Properties that mean something to a feature: they take the values of other rows alone. */
  copied: readonly string[];
}

/**
 * Adds rows of every noun that no rule would let anybody make: each state beside each other, nulls wherever the schema has them,
 * many that tie. They refer to rows that are there and lie where the unit they name lies; texts and values that only features
 * understand are those of other rows.
 */
export async function addRandomRows(server: TestServer, tenant: Tenant, { random, each, except, often, copied }: RandomRowsOptions): Promise<void> {
  const features = server.kernel.featuresOf(tenant);
  const rows = await rowsOf(server, tenant);
  const maker = new Maker(server, tenant, rows, random, new Set(often), new Set(copied));
  const entities = [...new Set(features.features.flatMap((feature) => feature.entities ?? []))];
  await withClient(server.database.databaseOwnerUrl, async (client) => {
    await client.query(`select set_config('app.tenant_id', $1, false)`, [tenant.id]);
    await client.query('begin');
    // Nouns refer to nouns that come later.
    for (const entity of [...entities, ...entities]) {
      const { table } = modelOf(features).rowsOf(entity);
      if (except.includes(table.graph.subject)) continue;
      let made = 0;
      for (let tried = 0; tried < 2 * each && made < each / 2; tried += 1) made += Number(await maker.add(client, entity, table));
    }
    await client.query('commit');
  });
}

class Maker {
  private readonly schema: GraphQLSchema;

  constructor(
    private readonly server: TestServer,
    private readonly tenant: Tenant,
    private readonly rows: Rows,
    private readonly random: Random,
    private readonly often: ReadonlySet<string>,
    private readonly copied: ReadonlySet<string>,
  ) {
    this.schema = server.kernel.schemas.of(server.kernel.featuresOf(tenant));
  }

  /** Whether the tables took the row. */
  async add(client: pg.Client, entity: StoredRow['entity'], table: ReadTable): Promise<boolean> {
    const properties = this.properties(entity, table);
    if (!properties) return false;
    const columns = [...table.columns, ...table.relations];
    const objects = [...table.embedded].flatMap(([property, { members }]) => [...members].map(([member, column]) => [Reflect.get(Object(properties[property]), member) ?? null, column] as const));
    const values = [...columns.map(([property, column]) => [properties[property], column] as const), ...objects].map(([value, column]) => [column.name, this.written(table, column, String(properties['id']), value)] as const);
    await client.query('savepoint made');
    try {
      await client.query(`insert into "${table.name}" (${values.map(([name]) => `"${name}"`).join(', ')}) values (${values.map((_, at) => `$${at + 1}`).join(', ')})`, values.map(([, value]) => value));
      this.rows.add(entity, properties);
      return true;
    } catch {
      await client.query('rollback to savepoint made');
      return false;
    }
  }

  /** Null when it refers to a noun of which there is none yet. */
  private properties(entity: StoredRow['entity'], table: ReadTable): Record<string, unknown> | null {
    const { random, rows } = this;
    const properties: Record<string, unknown> = { tenantId: this.tenant.id, id: random.uuid() };
    for (const [name, column] of table.relations) {
      const others = rows.of(modelOf(this.server.kernel.featuresOf(this.tenant)).rowsOf(column.target).table.graph.entity);
      if (others.length === 0 && !column.nullable) return null;
      const favourites = others.filter(({ id }) => this.often.has(id));
      const from = favourites.length > 0 && random.chance(0.7) ? favourites : others;
      properties[name] = from.length === 0 || (column.nullable && random.chance(0.3)) ? null : random.pick(from).id;
    }
    for (const [name, column] of table.columns) properties[name] ??= column.nullable && random.chance(0.3) ? null : this.value(entity, table, name, column);
    for (const name of table.embedded.keys()) properties[name] = this.another(entity, name) ?? null;
    // As it is in life: most of a text is in what stands in for it, and each has something that the other has not.
    for (const [name, { property }] of table.graph.standIns) [properties[property], properties[name]] = [`${String(properties[name])} 墙`, `${String(properties[name])} 自己`];
    const unit = rows.find(properties['orgUnit']);
    if (unit && 'orgPath' in properties) properties['orgPath'] = unit.properties['orgPath'];
    return properties;
  }

  private value(entity: StoredRow['entity'], table: ReadTable, name: string, { family, isArray, encrypted, nullable }: ReadColumn): unknown {
    const { random } = this;
    const known = this.another(entity, name);
    const states = this.states(table, name);
    if (states.length > 0) return isArray ? random.some(states, 0.3) : random.pick(states);
    if (known !== undefined && known !== null && (this.copied.has(name) || random.chance(0.5))) return known;
    if (this.copied.has(name) && family === 'integer') return 1;
    if (isArray) return known ?? [];
    if (encrypted) return encrypted === 'integer' ? 2010 + random.below(8) : random.pick(['韩小宝', '沈"二', '19956207274']);
    if (family === 'uuid') return random.pick(this.rows.all()).id;
    if (family === 'boolean') return random.chance(0.5);
    if (family === 'integer' || family === 'decimal' || family === 'float') return 1 + random.below(random.chance(0.5) ? 4 : 1_000);
    if (family === 'instant') return new Date(Date.UTC(2026, 3 + random.below(3), 1 + random.below(28), random.below(24)));
    if (family === 'date') return `2026-0${4 + random.below(3)}-1${random.below(10)}`;
    if (family === 'json') return known ?? (nullable ? null : {});
    return `${random.pick(['灯', 'a_b\\c', '100% "now"', '加座椅', 'X-1'])}${random.chance(0.5) ? '' : random.below(100)}`;
  }

  /** The value that another row of the noun has. */
  private another(entity: StoredRow['entity'], name: string): unknown {
    const others = this.rows.of(entity);
    return others.length === 0 ? undefined : this.random.pick(others).properties[name];
  }

  private states({ graph }: ReadTable, name: string): unknown[] {
    const type = this.schema.getType(graph.typeName);
    const named = isObjectType(type) || isInterfaceType(type) ? getNamedType(type.getFields()[name]?.type) : undefined;
    return isEnumType(named) ? named.getValues().map(({ value }): unknown => value) : [];
  }

  private written(table: ReadTable, { name, family, isArray, encrypted }: ReadColumn, id: string, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (encrypted) return this.server.kernel.cipher.encrypt({ tenantId: this.tenant.id, table: table.name, column: name, id }, value);
    return family === 'json' && !isArray ? JSON.stringify(value) : value;
  }
}
