import type { MetadataStorage } from '@mikro-orm/core';
import { registry, type GraphTable, type ManyField, type SqlField } from '../entity/registry.js';
import type { RecordClass } from '../entity/record.js';
import type { RootRead } from '../entity/root-read.js';
import type { EncryptedType } from '../encryption/cipher.js';
import type { OneOfField } from '../entity/union.js';
import type { FeatureSet } from '../features/feature-set.js';
import { tableOf } from './entity-metadata.js';

/** What values of a column look like, as far as their JSON is concerned. */
export type ColumnFamily = 'uuid' | 'text' | 'boolean' | 'integer' | 'decimal' | 'float' | 'json' | 'date' | 'instant' | 'localTime' | 'other';

/** A column. */
export interface ReadColumn {
  /** Name in SQL. */
  name: string;
  family: ColumnFamily;
  /** Type to cast to, without its modifiers: `timestamptz`. */
  sqlType: string;
  isArray: boolean;
  nullable: boolean;
  /** What its values are once they are open; left out when they are not encrypted. */
  encrypted?: EncryptedType;
}

/** A relation to one other record; its column holds the other's UUID. */
export interface ReadRelation extends ReadColumn {
  target: RecordClass;
}

/** A value object whose properties are columns of the same row. */
export interface ReadEmbedded {
  members: ReadonlyMap<string, ReadColumn>;
  nullable: boolean;
}

/** A table as the compiler knows it. */
export interface ReadTable {
  /** Name in SQL. */
  name: string;
  graph: GraphTable;
  columns: ReadonlyMap<string, ReadColumn>;
  relations: ReadonlyMap<string, ReadRelation>;
  embedded: ReadonlyMap<string, ReadEmbedded>;
  /** Column that tells an interface's variants apart. */
  discriminator: ReadColumn | null;
}

/** One GraphQL type that a table's rows show as. */
export interface ReadType {
  typeName: string;
  /** Value of the discriminator; null for every row that no other type claims. */
  discriminator: string | null;
  many: ReadonlyMap<string, ManyField>;
  oneOf: ReadonlyMap<string, OneOfField>;
  sqlFields: ReadonlyMap<string, SqlField>;
  computed: ReadonlyMap<string, readonly string[]>;
}

/** Which rows of which table a class of records stands for. */
export interface ReadRows {
  table: ReadTable;
  /** Set when the class is one variant: only these rows. */
  only: ReadType | null;
}

const tables = new Map<RecordClass, ReadTable>();

/** Tells the read path how the entities lie in tables; called once they are discovered. */
export function describeEntities(metadata: Pick<MetadataStorage, 'getAll'>): void {
  for (const meta of metadata.getAll().values()) {
    const graph = meta.class && registry.tableOf(meta.class);
    if (graph && graph.entity === meta.class) tables.set(graph.entity, tableOf(graph, meta));
  }
}

const models = new WeakMap<FeatureSet, ReadModel>();

/** What the compiler knows of a set of features. */
export function modelOf(features: FeatureSet): ReadModel {
  let model = models.get(features);
  if (!model) {
    model = new ReadModel(features);
    models.set(features, model);
  }
  return model;
}

/** Tables, types and root fields of one set of features. */
export class ReadModel {
  private readonly roots: ReadonlyMap<string, RootRead>;
  private readonly types = new Map<ReadTable, readonly ReadType[]>();

  constructor(readonly features: FeatureSet) {
    this.roots = new Map(features.features.flatMap(({ reads }) => reads ?? []).map((read) => [read.name, read]));
  }

  rootRead(name: string): RootRead | undefined {
    return this.roots.get(name);
  }

  tableOfSubject(subject: string): ReadTable | undefined {
    const graph = registry.tableBySubject(subject);
    return graph && tables.get(graph.entity);
  }

  tableOfPrefix(prefix: string): ReadTable | undefined {
    const graph = registry.tableByPrefix(prefix);
    return graph && tables.get(graph.entity);
  }

  /** @throws when the class is no table's; a mistake in a declaration. */
  rowsOf(recordClass: RecordClass): ReadRows {
    const graph = registry.tableOf(recordClass);
    const variant = registry.variants().find((one) => one.graphClass === recordClass);
    const table = tables.get(variant ? variant.of : (graph?.entity ?? recordClass));
    if (!table) throw new Error(`${recordClass.name} is not a table that the read path knows.`);
    const only = variant ? this.typesOf(table).find((type) => type.typeName === variant.typeName) : null;
    if (only === undefined) throw new Error(`${recordClass.name} belongs to no enabled feature.`);
    return { table, only };
  }

  /** The types that rows of a table show as: its own, or the enabled variants of its interface. */
  typesOf(table: ReadTable): readonly ReadType[] {
    let types = this.types.get(table);
    if (!types) {
      types = this.variantsOf(table);
      this.types.set(table, types);
    }
    return types;
  }

  private variantsOf({ graph, discriminator }: ReadTable): readonly ReadType[] {
    const { typeName, many, oneOf, sqlFields, computed } = graph;
    if (!discriminator) return [{ typeName, discriminator: null, many, oneOf, sqlFields, computed }];
    const enabled = new Set(this.features.features.flatMap(({ graphTypes }) => graphTypes ?? []));
    return registry
      .variants()
      .filter((variant) => variant.of === graph.graphClass && enabled.has(variant.graphClass))
      .map((variant) => {
        const own = registry.ownDeclarations(variant.graphClass);
        if (own.sensitive.size > 0) throw new Error(`${variant.typeName} declares sensitive values; they belong to the record that ${typeName} shows.`);
        return {
          typeName: variant.typeName,
          discriminator: variant.discriminator,
          many: new Map([...many, ...own.many]),
          oneOf: new Map([...oneOf, ...own.oneOf]),
          sqlFields: new Map([...sqlFields, ...own.sqlFields]),
          computed: new Map([...computed, ...own.computed]),
        };
      });
  }
}
