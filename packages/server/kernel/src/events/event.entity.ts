import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { TenantRecord, TenantTable } from '../entity/record.js';

/**
 * The outbox: what happened, written in the transaction that did it. The sequencer numbers committed rows without a gap
 * and chains their commitments. Payload and salt can be deleted (a person is erased) without breaking the chain.
 */
@TenantTable({ name: 'event', prefix: 'event' })
@ObjectType({ description: 'Something that happened.' })
@Unique({ properties: ['tenantId', 'sequence'] })
@Index({ properties: ['tenantId', 'subjectId', 'id'] })
@Index({ name: 'event_unnumbered', expression: 'create index event_unnumbered on event (tenant_id, id) where sequence is null' })
export class Event extends TenantRecord {
  /** Number in the tenant's chain; null until the sequencer has seen it. */
  @Property({ type: 'bigint', nullable: true })
  sequence: string | null = null;

  /** `wish.accepted`, or `<subject>.created`, `.changed`, `.removed`. */
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  subject!: string;

  @Property({ type: 'uuid' })
  subjectId!: string;

  @Property({ type: 'uuid', nullable: true })
  actorId: string | null = null;

  @Property({ type: 'text' })
  requestId!: string;

  @Property({ type: 'json', columnType: 'json', nullable: true })
  payload: Record<string, unknown> | null = null;

  @Property({ columnType: 'bytea', type: 'blob', nullable: true })
  salt: Buffer | null = null;

  /** SHA-256 of salt and payload. */
  @Property({ columnType: 'bytea', type: 'blob' })
  commitment!: Buffer;

  /** SHA-256 of the hash before, the number, the name, the subject's id and the commitment. */
  @Property({ columnType: 'bytea', type: 'blob', nullable: true })
  hash: Buffer | null = null;
}
