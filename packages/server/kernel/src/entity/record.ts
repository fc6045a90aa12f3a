import 'reflect-metadata';
import { type AnyEntity, DeferMode, type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Filter, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { registerTable } from './registry.js';

/** A class of records, as decorators and the registry name them. */
export type RecordClass<T extends object = object> = abstract new (...args: never[]) => T;

const ofCurrentTenant = "tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid";

/** The one row level security policy that every tenant table carries (docs/adr/0002). */
export const tenantPolicy = { name: 'tenant', using: ofCurrentTenant, check: ofCurrentTenant } as const;

/** What every record of a tenant has: composite key, optimistic version, time of creation. */
@ObjectType({ description: 'A record of a tenant.' })
export abstract class TenantRecord {
  [PrimaryKeyProp]?: ['tenantId', 'id'];

  @PrimaryKey({ type: 'uuid' })
  tenantId!: string;

  @Field(() => ID, { description: 'Opaque id that carries the noun, for example wish_01h2xcejqtf2nbrexx3vqjhp41.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => Int, { description: 'Number of the edit; an edit names the version it saw.' })
  @Property({ type: 'integer', version: true })
  version: Opt<number> = 1;

  @Field(() => Date, { description: 'When the record was made, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  createdAt!: Date;
}

/** How a table is named in SQL, in ids and in abilities. */
export interface TableOptions {
  /** Table name, snake_case singular. */
  name: string;
  /** Prefix of its TypeIDs; also what `node(id:)` resolves by. */
  prefix: string;
  /** Rows are only ever added: the application's role may neither change nor delete them, whatever the code says. */
  isAppendOnly?: boolean;
}

/** The comment on an append-only table; migrations print it and the grants go by it. */
export const appendOnlyComment = 'append-only';

/**
 * Declares a tenant table: forced row level security, the tenant filter, and its place in the registry.
 *
 * @example
 * ```ts
 * @TenantTable({ name: 'wish', prefix: 'wish' })
 * @ObjectType({ description: 'One resident’s words.', implements: Node })
 * export class Wish extends TenantRecord { … }
 * ```
 */
export function TenantTable(options: TableOptions) {
  return (target: RecordClass): void => {
    Filter({ name: 'tenant', cond: (args: { tenantId: string }) => ({ tenantId: args.tenantId }), default: true })(target);
    // MikroORM's decorator asks for a concrete class of its own type; every table class is one.
    Entity({
      tableName: options.name,
      rowLevelSecurity: 'force',
      policies: [tenantPolicy],
      ...(options.isAppendOnly ? { comment: appendOnlyComment } : {}),
    })(target as never); // see above
    registerTable(target, options);
  };
}

/** Options of {@link BelongsTo}. */
export interface BelongsToOptions {
  nullable?: boolean;
  /** What happens to this row when the other goes; never `set null` (it would null the tenant too). */
  onDelete?: 'no action' | 'cascade';
  /** Whether the other may be written later in the transaction: for records that point at each other. */
  isDeferred?: boolean;
}

/**
 * A many-to-one relation inside the tenant: the foreign key is `(tenant_id, column)`, so it cannot cross tenants.
 *
 * @example `@BelongsTo(() => OrgUnit, 'org_unit_id') orgUnit!: OrgUnit;`
 */
export function BelongsTo(target: () => RecordClass, column: string, options: BelongsToOptions = {}): PropertyDecorator {
  return (owner, property) => {
    ManyToOne({
      entity: target as () => new () => AnyEntity, // MikroORM wants concrete classes, the registry abstract ones
      joinColumns: ['tenant_id', column],
      referencedColumnNames: ['tenant_id', 'id'],
      nullable: options.nullable ?? false,
      updateRule: 'no action',
      deleteRule: options.onDelete ?? 'no action',
      ...(options.isDeferred ? { deferMode: DeferMode.INITIALLY_DEFERRED } : {}),
    })(owner, String(property));
  };
}
