import { type EntityMetadata, type EntityProperty, ReferenceKind } from '@mikro-orm/core';
import { encryptedColumnsOf } from '../encryption/encrypted-columns.js';
import { registry, type GraphTable } from '../entity/registry.js';
import type { ColumnFamily, ReadColumn, ReadEmbedded, ReadRelation, ReadTable } from './model.js';

/** A table of the read model, from what MikroORM discovered of its entity. */
export function tableOf(graph: GraphTable, meta: EntityMetadata): ReadTable {
  const columns = new Map<string, ReadColumn>();
  const relations = new Map<string, ReadRelation>();
  const embedded = new Map<string, ReadEmbedded>();
  for (const property of meta.props) {
    if (property.persist === false || property.embedded) continue;
    if (property.kind === ReferenceKind.SCALAR) columns.set(property.name, { ...columnOf(property), ...encryption(meta, property) });
    if (property.kind === ReferenceKind.EMBEDDED) describeEmbedded(property, columns, embedded);
    const relation = relationOf(property);
    if (relation) relations.set(property.name, relation);
  }
  const by = registry.discriminatorOf(graph.graphClass);
  const discriminator = by === undefined ? null : (columns.get(by) ?? null);
  if (by !== undefined && !discriminator) throw new Error(`${graph.typeName} is discriminated by ${by}, which is no column of it.`);
  return { name: meta.tableName, graph, columns, relations, embedded, discriminator };
}

function encryption(meta: EntityMetadata, { name }: EntityProperty): Pick<ReadColumn, 'encrypted'> {
  const found = encryptedColumnsOf(meta).find(({ property }) => property === name);
  return found ? { encrypted: found.type } : {};
}

function columnOf(property: EntityProperty): ReadColumn {
  const [name] = property.fieldNames;
  const [declared] = property.columnTypes;
  if (name === undefined || declared === undefined) throw new Error(`${property.name} has no column.`);
  return { name, ...typeOf(declared), nullable: property.nullable === true };
}

/** A foreign key is `(tenant_id, column)`: the column that refers to `id` is the relation's. */
function relationOf(property: EntityProperty): ReadRelation | undefined {
  const isToOne = property.kind === ReferenceKind.MANY_TO_ONE || (property.kind === ReferenceKind.ONE_TO_ONE && property.owner);
  const target = property.targetMeta?.class;
  if (!isToOne || !target || !registry.tableOf(target)) return undefined;
  const name = property.joinColumns[property.referencedColumnNames.indexOf('id')];
  if (name === undefined) return undefined;
  return { name, family: 'uuid', sqlType: 'uuid', isArray: false, nullable: property.nullable === true, target };
}

function describeEmbedded(property: EntityProperty, columns: Map<string, ReadColumn>, embedded: Map<string, ReadEmbedded>): void {
  if (property.object) return void columns.set(property.name, { ...columnOf(property), ...typeOf('jsonb') });
  const members = Object.entries<EntityProperty>(property.embeddedProps).map(([name, member]) => [name, columnOf(member)] as const);
  embedded.set(property.name, { members: new Map(members), nullable: property.nullable === true });
}

const families: Record<string, ColumnFamily> = {
  uuid: 'uuid',
  text: 'text',
  varchar: 'text',
  'character varying': 'text',
  char: 'text',
  citext: 'text',
  boolean: 'boolean',
  bool: 'boolean',
  smallint: 'integer',
  int: 'integer',
  integer: 'integer',
  bigint: 'integer',
  numeric: 'decimal',
  decimal: 'decimal',
  real: 'float',
  'double precision': 'float',
  json: 'json',
  jsonb: 'json',
  date: 'date',
  timestamptz: 'instant',
  'timestamp with time zone': 'instant',
  timestamp: 'localTime',
};

/** `timestamptz(3)`, `text[]` → family, type to cast to, whether it is an array. */
function typeOf(declared: string): Pick<ReadColumn, 'family' | 'sqlType' | 'isArray'> {
  const isArray = declared.endsWith('[]');
  const sqlType = declared.replace(/\[\]$/, '').replace(/\(.*?\)/, '').trim().toLowerCase();
  return { family: families[sqlType] ?? 'other', sqlType: isArray ? `${sqlType}[]` : sqlType, isArray };
}
