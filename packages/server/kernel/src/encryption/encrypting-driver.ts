import type { Configuration, CountOptions, EntityData, EntityDictionary, EntityMetadata, EntityName, EntityProperty, FilterQuery, FindOptions, NativeInsertUpdateManyOptions, ObjectQuery, QueryResult } from '@mikro-orm/core';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { ExchangeConnection } from '../database/connection.js';
import { withNext } from '../database/gathered.js';
import { firstVersion, insertsOf } from '../database/insert.js';
import type { Cipher } from './cipher.js';
import { encryptedColumnsOf } from './encrypted-columns.js';


/**
 * The ORM's driver, which encrypts what it writes and opens what it reads: above it, entities, snapshots and change sets
 * hold plain values, so that nothing of a service knows of encryption.
 */
export function encryptingDriver(cipher: Cipher): typeof PostgreSqlDriver {
  return class EncryptingDriver extends PostgreSqlDriver {
    protected override readonly connection: ExchangeConnection;

    constructor(config: Configuration) {
      super(config);
      this.connection = new ExchangeConnection(config);
    }

    override mapResult<T extends object>(result: EntityData<T>, meta: EntityMetadata<T>, ...more: unknown[]): EntityData<T> | null {
      const row = super.mapResult(result, meta, ...(more as [])); // passed on as they came
      if (row) open(cipher, anyMeta(meta), row);
      return row;
    }

    override async find<T extends object, P extends string = never, F extends string = never, E extends string = never>(
      entity: EntityName<T>,
      where: ObjectQuery<T>,
      options?: FindOptions<T, P, F, E>,
    ): Promise<EntityData<T>[]> {
      const meta = anyMeta(this.metadata.get(entity));
      refuseSearch(meta, where);
      refuseSearch(meta, options?.orderBy);
      return super.find(entity, where, options);
    }

    override async count<T extends object>(entity: EntityName<T>, where: unknown, options?: CountOptions<T>): Promise<number> {
      refuseSearch(anyMeta(this.metadata.get(entity)), where);
      return super.count(entity, where, options);
    }

    override async nativeInsert<T extends object>(entity: EntityName<T>, row: EntityDictionary<T>, ...more: unknown[]): Promise<QueryResult<T>> {
      return super.nativeInsert(entity, encrypted(cipher, anyMeta(this.metadata.get(entity)), row, row), ...(more as [])); // passed on as they came
    }

    override async nativeInsertMany<T extends object>(entity: EntityName<T>, rows: EntityDictionary<T>[], options?: NativeInsertUpdateManyOptions<T>, ...more: unknown[]): Promise<QueryResult<T>> {
      const meta = anyMeta(this.metadata.get(entity));
      const stored = rows.map((row) => encrypted(cipher, meta, row, row));
      const inserts = options?.convertCustomTypes === false ? insertsOf(meta, stored) : undefined; // the unit of work has converted them
      if (!inserts) return super.nativeInsertMany(entity, stored, options, ...(more as [])); // passed on as they came
      const answers = await Promise.all(inserts.map(({ sql, values }) => this.execute<QueryResult<T>>(withNext(sql), [...values], 'run', options?.ctx, options?.loggerContext)));
      return Object.assign({}, ...answers, { affectedRows: rows.length, row: firstVersion, rows: rows.map(() => firstVersion) });
    }

    override async nativeUpdate<T extends object>(entity: EntityName<T>, where: FilterQuery<T>, row: EntityDictionary<T>, ...more: unknown[]): Promise<QueryResult<T>> {
      const meta = anyMeta(this.metadata.get(entity));
      refuseSearch(meta, where);
      return super.nativeUpdate(entity, where, encrypted(cipher, meta, row, where), ...(more as [])); // passed on as they came
    }

    override async nativeUpdateMany<T extends object>(entity: EntityName<T>, where: FilterQuery<T>[], rows: EntityDictionary<T>[], ...more: unknown[]): Promise<QueryResult<T>> {
      const meta = anyMeta(this.metadata.get(entity));
      return super.nativeUpdateMany(entity, where, rows.map((row, at) => encrypted(cipher, meta, row, where[at])), ...(more as [])); // passed on as they came
    }
  };
}

/** Metadata of whatever entity: nothing here depends on which. */
function anyMeta(meta: object): EntityMetadata {
  return meta as EntityMetadata; // its type parameter is invariant, so that no annotation says this
}

function relationsOf({ relations }: EntityMetadata): readonly EntityProperty[] {
  return relations;
}

/** Opens the encrypted values of a row and of the rows that were joined to it. */
function open(cipher: Cipher, meta: EntityMetadata, row: object): void {
  for (const { property, table, column, type } of encryptedColumnsOf(meta)) {
    const stored: unknown = Reflect.get(row, property);
    if (typeof stored === 'string') Reflect.set(row, property, cipher.decrypt({ ...keyOf(meta, row), table, column }, stored, type));
  }
  for (const { name, targetMeta } of relationsOf(meta)) {
    const joined: unknown = Reflect.get(row, name);
    if (!targetMeta || typeof joined !== 'object' || joined === null) continue;
    for (const one of Array.isArray(joined) ? joined : [joined]) if (typeof one === 'object' && one !== null) open(cipher, targetMeta, one);
  }
}

/** The row as it is stored; the given one stays as it is. `key` names the row: itself, or the condition of an update. */
function encrypted<Data extends object>(cipher: Cipher, meta: EntityMetadata, data: Data, key: unknown): Data {
  const columns = encryptedColumnsOf(meta).filter(({ property }) => Reflect.get(data, property) != null);
  if (columns.length === 0) return data;
  const stored = columns.map(({ property, table, column }) => [property, cipher.encrypt({ ...keyOf(meta, Object(key)), table, column }, Reflect.get(data, property))]);
  return { ...data, ...Object.fromEntries(stored) };
}

function keyOf(meta: EntityMetadata, row: object): { tenantId: string; id: string } {
  const tenantId: unknown = Reflect.get(row, 'tenantId');
  const id: unknown = Reflect.get(row, 'id');
  if (typeof tenantId !== 'string' || typeof id !== 'string') throw new Error(`Encrypted values of ${meta.className} are read and written a record at a time, with its key.`);
  return { tenantId, id };
}

/** A condition or an order on ciphertext would find nothing and say nothing. */
function refuseSearch(meta: EntityMetadata, condition: unknown): void {
  if (typeof condition !== 'object' || condition === null) return;
  if (Array.isArray(condition)) return condition.forEach((one) => refuseSearch(meta, one));
  for (const [name, value] of Object.entries(condition)) {
    if (name.startsWith('$')) refuseSearch(meta, value);
    else if (value !== null && encryptedColumnsOf(meta).some(({ property }) => property === name)) throw new Error(`${meta.className}.${name} is encrypted: nobody can search or sort by it.`);
    const target = relationsOf(meta).find((relation) => relation.name === name)?.targetMeta;
    if (target) refuseSearch(target, value);
  }
}
