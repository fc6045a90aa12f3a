import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, JsonScalar, Node, TenantRecord, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../people/person.entity.js';

/** A ledger that somebody carried away: what stands in the file is out of reach of every later permission. */
@TenantTable({ name: 'ledger_export', prefix: 'export' })
@ObjectType({ implements: Node, description: 'A ledger that somebody exported: who, when, with which filter, how many rows.' })
@Index({ properties: ['tenantId', 'createdAt', 'id'] })
@Index({ properties: ['tenantId', 'exportedBy'] })
export class LedgerExport extends TenantRecord {
  @Field(() => String, { description: 'The ledger: wishes, partners …' })
  @Property({ type: 'text' })
  ledger!: string;

  @Field(() => JsonScalar, { description: 'The filter of the list whose rows were written, as it was sent.' })
  @Property({ type: 'json' })
  filter: Record<string, unknown> = {};

  @Field(() => Int, { description: 'Rows that were written; while it is under way, and where it broke off, fewer than in the file may be.' })
  @Property({ type: 'integer' })
  rows: number = 0;

  @Field(() => Date, { nullable: true, description: 'When the last row was written; null while it is under way, and where it broke off.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  finishedAt: Date | null = null;

  @Field(() => Person, { nullable: true, description: 'Who exported it.' })
  @BelongsTo(() => Person, 'exported_by_id', { nullable: true })
  exportedBy: Person | null = null;

  @Field(() => String, { nullable: true, description: 'What for, as whoever exported it stated; null where nothing in it asks for that.' })
  @Property({ type: 'text', nullable: true })
  purpose: string | null = null;
}
