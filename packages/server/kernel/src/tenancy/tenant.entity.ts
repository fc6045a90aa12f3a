import type { Opt } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** How a tenant shows itself to residents. Colours are CSS values; the settings page derives them from one. */
export interface Brand {
  /** “同心嘉园”, “谯城区红色项目”. */
  name: string;
  /** One character for the seal. */
  seal: string;
  /** #rrggbb with ≥ 4.5:1 on white. */
  color: string;
}

/** What a tenant's administrator sets. Missing values stand for the defaults of the features that read them. */
export type TenantSettings = Record<string, string | number | boolean>;

const isCurrent = "id = nullif(current_setting('app.tenant_id', true), '')::uuid";

/**
 * A city or district. A reference table: every process and the distributed engine know all of them, so it holds
 * nothing but what the address bar and the brand already show, and the settings.
 */
@Entity({
  tableName: 'tenant',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'tenant_read', command: 'select', using: 'true' },
    { name: 'tenant_own', command: 'update', using: isCurrent },
    { name: 'tenant_new', command: 'insert', check: isCurrent },
    { name: 'tenant_platform', command: 'update', using: "current_setting('app.platform', true) = 'on'" },
  ],
})
export class Tenant {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Unique()
  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'json' })
  name!: { zh: string; en: string };

  @Property({ type: 'json' })
  brand!: Brand;

  @Property({ type: 'text' })
  timeZone: Opt<string> = 'Asia/Shanghai';

  /** Enabled plugins by name. */
  @Property({ type: 'array', columnType: 'text[]' })
  plugins: Opt<string[]> = [];

  @Property({ type: 'json' })
  settings: Opt<TenantSettings> = {};

  @Property({ type: 'integer', version: true })
  version: Opt<number> = 1;

  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  createdAt!: Date;

  /** Host at which it is served beside `/t/:slug`, in lower case without a port; an operator sets it. */
  @Unique()
  @Property({ type: 'text', nullable: true })
  domain: Opt<string> | null = null;
}
