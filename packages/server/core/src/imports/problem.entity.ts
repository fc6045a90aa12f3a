import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Sensitive, TenantRecord, TenantTable } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';
import { Field, Int, ObjectType } from 'type-graphql';
import { Import } from './import.entity.js';

/**
 * What an import noted about its file. No type of the API: it is read through its import alone, since a refused row may
 * hold names and telephones.
 */
@TenantTable({ name: 'import_problem', prefix: 'problem' })
@Index({ properties: ['tenantId', 'source', 'isWarning', 'line', 'id'] })
export class Problem extends TenantRecord {
  @BelongsTo(() => Import, 'import_id', { onDelete: 'cascade' })
  source!: Rel<Import>;

  /** Row as the spreadsheet numbers it; the headers are row 1. */
  @Property({ type: 'integer' })
  line!: number;

  @Property({ type: 'text', nullable: true })
  header: string | null = null;

  @Property({ type: 'text' })
  code!: string;

  @Property({ type: 'json' })
  message!: Text;

  @Property({ type: 'boolean' })
  isWarning!: boolean;

  /** JSON of the refused row as it came, at its first problem only; for the sheet that is mended and sent again. */
  @Sensitive({ kind: 'personal', mask: 'hide', isEncrypted: true })
  @Property({ type: 'text', nullable: true })
  cells: string | null = null;
}

/** A problem as the API tells it. */
@ObjectType({ description: 'Why a row was refused, or what was noted about it.' })
export class ImportProblem {
  @Field(() => Int, { description: 'Row as the spreadsheet numbers it; the headers are row 1.' })
  row!: number;

  @Field(() => String, { nullable: true, description: 'Header of the column to blame; null when it is the whole row.' })
  column!: string | null;

  @Field(() => String, { description: 'Stable code, for example UNKNOWN_NAME.' })
  code!: string;

  @Field(() => String, { description: 'The reason in the language of the person.' })
  message!: string;
}
