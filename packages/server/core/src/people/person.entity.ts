import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Many, Node, Sensitive, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { UnitRecord } from '../organisation/unit-record.js';
import { roleAssignmentList } from './role-assignment.list.js';

/** An account or a contact; `orgUnit` is where the person lives or works. Ledgers know a person by name and phone together, never by phone alone. */
@TenantTable({ name: 'person', prefix: 'person' })
@ObjectType({ implements: Node, description: 'A person: resident, staff, project lead, expert, representative of a partner.' })
@Unique({ properties: ['tenantId', 'login'] })
@Index({ properties: ['tenantId', 'name'] })
@Index({ properties: ['tenantId', 'orgPath'] })
@Index({ properties: ['tenantId', 'phone'] })
export class Person extends UnitRecord {
  @Field(() => String, { nullable: true, description: 'Name; only its first character for who may not see it.' })
  @Sensitive({ kind: 'personal', mask: 'name', concerns: 'id' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Telephone; masked for who may not see it.' })
  @Sensitive({ kind: 'personal', mask: 'phone', concerns: 'id' })
  @Property({ type: 'text', nullable: true })
  phone: string | null = null;

  /** What the person signs in with, lower case; null for a contact without an account. */
  @Property({ type: 'text', nullable: true })
  login: string | null = null;

  /** argon2id in PHC form. */
  @Sensitive({ kind: 'sensitive', mask: 'hide' })
  @Property({ type: 'text', nullable: true, hidden: true })
  passwordHash: string | null = null;

  /** When a password that somebody else drew runs out; null for one's own. */
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  passwordExpiresAt: Date | null = null;

  @Field(() => Boolean, { description: 'Whether there is a login with a password; without one a person signs in by text message.' })
  @SqlValue(({ alias }) => `(${alias}.login is not null)`)
  hasLogin!: boolean;

  @Field(() => Boolean, { description: 'Whether the account is closed: nobody signs in with it.' })
  @Property({ type: 'boolean' })
  isClosed: boolean = false;

  /** Whether a role was ever lent to them, or taken by them in an emergency; without it nobody else's role counts for them. */
  @Property({ type: 'boolean', default: false })
  hasBorrowed: boolean = false;

  @Many(() => roleAssignmentList, { via: 'person', description: 'Roles the person holds, held or will hold.' })
  assignments!: never;
}
