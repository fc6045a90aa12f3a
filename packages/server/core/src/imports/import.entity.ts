import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Node, TenantRecord, TenantTable } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../people/person.entity.js';

/** How far an import is. */
export enum ImportState {
  queued = 'queued',
  running = 'running',
  done = 'done',
  failed = 'failed',
}
registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'How far an import is.',
  valuesConfig: {
    queued: { description: 'Waits for the imports before it.' },
    running: { description: 'Under way; its counts grow.' },
    done: { description: 'Every row was looked at.' },
    failed: { description: 'The file as a whole could not be read; `failure` says why.' },
  },
});

/** One ledger's file on its way in. What it has done so far stands on the row, so that it can go on after a crash. */
@TenantTable({ name: 'ledger_import', prefix: 'import' })
@ObjectType({ implements: Node, description: 'One ledger’s file on its way in: how far it is, and what became of its rows.' })
@Index({ properties: ['tenantId', 'createdAt', 'id'] })
@Index({ properties: ['tenantId', 'state', 'id'] })
@Index({ properties: ['tenantId', 'startedBy'] })
export class Import extends TenantRecord {
  @Field(() => String, { description: 'The ledger: wishes, partners …' })
  @Property({ type: 'text' })
  ledger!: string;

  @Field(() => ImportState, { description: 'How far it is.' })
  @Property({ type: 'text' })
  state: ImportState = ImportState.queued;

  @Field(() => String, { nullable: true, description: 'Name of the file as it was sent.' })
  @Property({ type: 'text', nullable: true })
  fileName: string | null = null;

  /** Where the file store keeps it until the import has ended. */
  @Property({ type: 'text' })
  fileKey!: string;

  /** SHA-256 of the file: the same file again is known by it. */
  @Property({ type: 'text' })
  fileHash!: string;

  @Field(() => Boolean, { description: 'Whether it is a rehearsal that leaves nothing behind but this report.' })
  @Property({ type: 'boolean' })
  isDryRun: boolean = false;

  @Field(() => Int, { nullable: true, description: 'Rows of the file; null until it was read through once.' })
  @Property({ type: 'integer', nullable: true })
  total: number | null = null;

  @Field(() => Int, { description: 'Rows taken over, new or changed.' })
  @Property({ type: 'integer' })
  accepted: number = 0;

  @Field(() => Int, { description: 'Rows that were here already as they are.' })
  @Property({ type: 'integer' })
  unchanged: number = 0;

  @Field(() => Int, { description: 'Rows refused.' })
  @Property({ type: 'integer' })
  rejectedCount: number = 0;

  @Field(() => Int, { description: 'Warnings, about the file and about rows that were taken over.' })
  @Property({ type: 'integer' })
  warningCount: number = 0;

  /** Rows looked at, in the order of the file; moves in the transaction that writes what became of them. */
  @Property({ type: 'integer' })
  rowsDone: number = 0;

  /** Headers of the file, for the sheet of refused rows. */
  @Property({ type: 'array', columnType: 'text[]' })
  headers: string[] = [];

  @Field(() => Person, { nullable: true, description: 'Who sent the file; null for the product itself.' })
  @BelongsTo(() => Person, 'started_by_id', { nullable: true })
  startedBy: Person | null = null;

  @Field(() => Date, { nullable: true, description: 'When it ended; null while it is under way.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  finishedAt: Date | null = null;

  /** Why the whole file failed; the API tells it in the person's language. */
  @Property({ type: 'json', nullable: true })
  failureText: Text | null = null;
}
