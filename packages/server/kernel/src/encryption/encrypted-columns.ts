import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';
import { registry } from '../entity/registry.js';
import { StartupError } from '../postgres/startup-error.js';
import type { EncryptedType } from './cipher.js';

/** A column whose values are encrypted. */
export interface EncryptedColumn {
  property: string;
  /** Names in SQL. */
  table: string;
  column: string;
  type: EncryptedType;
}

const known = new WeakMap<EntityMetadata, readonly EncryptedColumn[]>();

/** The encrypted columns of an entity. @throws StartupError for a declaration that cannot be. */
export function encryptedColumnsOf(meta: EntityMetadata): readonly EncryptedColumn[] {
  let columns = known.get(meta);
  if (!columns) known.set(meta, (columns = columnsOf(meta)));
  return columns;
}

/** Every encrypted column of the discovered entities. @throws StartupError */
export function allEncryptedColumns(metadata: Pick<MetadataStorage, 'getAll'>): EncryptedColumn[] {
  return [...metadata.getAll().values()].flatMap((meta) => (meta.class && registry.tableOf(meta.class)?.entity === meta.class ? encryptedColumnsOf(meta) : []));
}

/** Whether any table of the product has an encrypted field. */
export function hasEncryptedFields(): boolean {
  return registry.tables().some(({ sensitive }) => [...sensitive.values()].some(({ isEncrypted }) => isEncrypted));
}

function columnsOf(meta: EntityMetadata): EncryptedColumn[] {
  const declared = meta.class ? registry.tableOf(meta.class)?.sensitive : undefined;
  return [...(declared ?? [])].flatMap(([property, { isEncrypted }]) => (isEncrypted ? [columnOf(meta, property)] : []));
}

function columnOf(meta: EntityMetadata, name: string): EncryptedColumn {
  const property: EntityProperty | undefined = Object.values<EntityProperty>(meta.properties).find((one) => one.name === name);
  const [column] = property?.fieldNames ?? [];
  const type = typeOf(property);
  if (!property || column === undefined || type === undefined || property.columnTypes[0] !== 'text') {
    throw new StartupError(`${meta.className}.${name} is declared encrypted; it must be a text or integer property with the columnType text.`);
  }
  const isKey = [...meta.indexes, ...meta.uniques].some(({ properties }) => [properties ?? []].flat().some((one) => String(one) === name));
  if (isKey) throw new StartupError(`${meta.className}.${name} is declared encrypted, and an index of ciphertext finds nothing.`);
  return { property: name, table: meta.tableName, column, type };
}

function typeOf(property: EntityProperty | undefined): EncryptedType | undefined {
  return (['text', 'integer'] as const).find((type) => type === property?.type);
}
