import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { DateScalar, Many, Node, Sensitive, TenantRecord, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { agreementList } from '../agreements/agreement.list.js';
import { roleAssignmentList } from '../people/role-assignment.list.js';
import { projectList } from '../projects/project.list.js';

/** Whether a partner takes part. */
export enum PartnerState {
  ADMITTED = 'ADMITTED',
  REMOVED = 'REMOVED',
}
registerEnumType(PartnerState, {
  name: 'PartnerState',
  description: 'Whether a partner takes part.',
  valuesConfig: {
    ADMITTED: { description: 'Takes part (准入).' },
    REMOVED: { description: 'Was removed (清退).' },
  },
});

/** An organisation that offers resources or delivers projects; known by its credit code, once in each tenant. */
@TenantTable({ name: 'partner', prefix: 'partner' })
@ObjectType({ implements: Node, description: 'An organisation that offers resources or delivers projects (合作单位, 红色合伙人).' })
@Unique({ properties: ['tenantId', 'creditCode'] })
@Index({ properties: ['tenantId', 'name'] })
export class Partner extends TenantRecord {
  @Field(() => String, { description: 'Full name.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Unified social credit code, 18 characters (统一社会信用代码).' })
  @Property({ type: 'text', nullable: true })
  creditCode: string | null = null;

  @Field(() => String, { nullable: true, description: 'Kind of organisation: a key such as socialOrganisation, or the words of the ledger when they are none of the known kinds.' })
  @Property({ type: 'text', nullable: true })
  kind: string | null = null;

  @Field(() => String, { nullable: true, description: 'Category of its work, as it was written.' })
  @Property({ type: 'text', nullable: true })
  category: string | null = null;

  @Field(() => String, { nullable: true, description: 'Direction of its services, as it was written.' })
  @Property({ type: 'text', nullable: true })
  direction: string | null = null;

  @Field(() => String, { nullable: true, description: 'Who answers for it; only the first character for who may not see it.' })
  @Sensitive({ kind: 'personal', mask: 'name' })
  @Property({ type: 'text', nullable: true })
  contactName: string | null = null;

  @Field(() => String, { nullable: true, description: 'Telephone of who answers for it; masked for who may not see it.' })
  @Sensitive({ kind: 'personal', mask: 'phone' })
  @Property({ type: 'text', nullable: true })
  contactPhone: string | null = null;

  @Field(() => PartnerState, { description: 'Whether it takes part.' })
  @Property({ type: 'text' })
  state: PartnerState = PartnerState.ADMITTED;

  @Field(() => DateScalar, { nullable: true, description: 'Day of admission; null when it has been a partner since the beginning.' })
  @Property({ type: 'date', nullable: true })
  admittedOn: string | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of removal, the first without the partner; null while it takes part.' })
  @Property({ type: 'date', nullable: true })
  removedOn: string | null = null;

  /** Fingerprint of the ledger's row that it came from: the same row again changes nothing, whatever was edited since. */
  @Property({ type: 'text', nullable: true })
  ledgerContent: string | null = null;

  @Many(() => roleAssignmentList, { via: 'partner', description: 'Who speaks for it.' })
  representatives!: never;

  @Many(() => projectList, { via: 'partner', description: 'Projects that it delivers.' })
  projects!: never;

  @Many(() => agreementList, { via: 'partner', description: 'Agreements that it signed.' })
  agreements!: never;
}

