import type { RecordClass } from '../../entity/record.js';

/** A row as the oracle knows it: properties as the entity names them, relations by UUID. */
export interface StoredRow {
  entity: RecordClass;
  id: string;
  properties: Readonly<Record<string, unknown>>;
}

/** Every row of one tenant, in memory. */
export class Rows {
  private readonly byId = new Map<string, StoredRow>();
  private readonly byEntity = new Map<RecordClass, StoredRow[]>();
  private readonly pointing = new Map<RecordClass, Map<string, Map<unknown, StoredRow[]>>>();

  add(entity: RecordClass, properties: Record<string, unknown>): StoredRow {
    const row = { entity, id: String(properties['id']), properties };
    if (this.byId.has(row.id)) throw new Error(`Two rows have the id ${row.id}.`);
    this.byId.set(row.id, row);
    const others = this.byEntity.get(entity);
    if (others) others.push(row);
    else this.byEntity.set(entity, [row]);
    this.pointing.delete(entity);
    return row;
  }

  all(): StoredRow[] {
    return [...this.byId.values()];
  }

  of(entity: RecordClass | undefined): readonly StoredRow[] {
    return (entity && this.byEntity.get(entity)) ?? [];
  }

  /** Entities that have any. */
  entities(): RecordClass[] {
    return [...this.byEntity.keys()];
  }

  find(id: unknown): StoredRow | undefined {
    return typeof id === 'string' ? this.byId.get(id) : undefined;
  }

  /** Rows of an entity whose property is this value. */
  with(entity: RecordClass | undefined, property: string, value: unknown): readonly StoredRow[] {
    if (!entity) return [];
    const ofEntity = this.pointing.get(entity) ?? new Map<string, Map<unknown, StoredRow[]>>();
    this.pointing.set(entity, ofEntity);
    let byValue = ofEntity.get(property);
    if (!byValue) {
      byValue = Map.groupBy(this.of(entity), ({ properties }) => properties[property]);
      ofEntity.set(property, byValue);
    }
    return byValue.get(value) ?? [];
  }
}
