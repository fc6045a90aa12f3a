import { DateScalar, Node, TextType } from '@weixiang/kernel';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Person } from './person.entity.js';

/** Why somebody may do something, or may not. */
export enum AccessCause {
  EVERYBODY = 'EVERYBODY',
  OWN = 'OWN',
  ROLE = 'ROLE',
  NONE = 'NONE',
}
registerEnumType(AccessCause, {
  name: 'AccessCause',
  description: 'Why somebody may do something, or may not.',
  valuesConfig: {
    EVERYBODY: { description: 'Everybody may, signed in or not.' },
    OWN: { description: 'It is the person’s own, or they themselves; no role is needed.' },
    ROLE: { description: 'A role, held, lent or taken in an emergency, allows it.' },
    NONE: { description: 'Nothing allows it.' },
  },
});

@ObjectType({ description: 'A permission.' })
export class AccessPermission {
  @Field(() => String, { description: 'Its name, for example wish.answer.' })
  name!: string;

  @Field(() => TextType, { description: 'What it is called.' })
  label!: TextType;

  @Field(() => String, { description: 'How far it reaches: tenant · unit (and below) · own.' })
  level!: string;
}

@ObjectType({ description: 'A role from which a person has permissions: held, lent to them for a time, or taken in an emergency.' })
export class AccessGrant {
  @Field(() => ID, { description: 'Id of the role assignment.' })
  assignment!: string;

  @Field(() => String, { description: 'Key of the role.' })
  role!: string;

  @Field(() => TextType, { description: 'Name of the role.' })
  label!: TextType;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit at which it is held; it reaches everything below.' })
  orgUnit!: unknown;

  @Field(() => ID, { nullable: true, description: 'Id of the delegation, when the role is lent; null otherwise.' })
  delegation!: string | null;

  @Field(() => Person, { nullable: true, description: 'Who lends it; null when it is not lent.' })
  lender!: unknown;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the loan; null when it is not lent.' })
  lentUntil!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the emergency access, when the role was taken in one; null otherwise.' })
  emergency!: string | null;

  @Field(() => Person, { nullable: true, description: 'Whose role was taken in an emergency; null otherwise.' })
  holder!: unknown;

  @Field(() => Date, { nullable: true, description: 'When the emergency access ends by itself, UTC; null when there is none.' })
  takenUntil!: Date | null;

  @Field(() => [AccessPermission], { description: 'What it permits.' })
  permissions!: AccessPermission[];
}

@ObjectType({ description: 'One thing that can be done to a record, and whether and why a person may.' })
export class AccessAction {
  @Field(() => String, { description: 'What is done, as rules name it: read, reveal (names and numbers in full), answer …' })
  action!: string;

  @Field(() => Boolean, { description: 'Whether the person may do it to this record.' })
  isAllowed!: boolean;

  @Field(() => AccessCause, { description: 'Why, or why not.' })
  cause!: AccessCause;

  @Field(() => [AccessGrant], { description: 'The roles that each allow it by themselves.' })
  grants!: AccessGrant[];

  @Field(() => AccessPermission, { nullable: true, description: 'The permission by which it is allowed; when it is not, one that would allow it if held at the record’s unit or above. Null when no permission decides.' })
  permission!: AccessPermission | null;

  @Field(() => [String], { nullable: true, description: 'The only fields that it is allowed on; null for all of them.' })
  fields!: string[] | null;
}

@ObjectType({ description: 'What a person may do to one record.' })
export class RecordAccess {
  @Field(() => Node, { nullable: true, description: 'The record.' })
  record!: unknown;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit that it belongs to; null when it belongs to none.' })
  orgUnit!: unknown;

  @Field(() => [AccessAction], { description: 'Everything that rules name for such a record.' })
  actions!: AccessAction[];
}

@ObjectType({ description: 'What a person can see and do, and why.' })
export class AccessExplanation {
  @Field(() => Person, { nullable: true, description: 'The person.' })
  person!: unknown;

  @Field(() => Boolean, { description: 'Whether the account is closed: then nothing is allowed but what everybody may.' })
  isClosed!: boolean;

  @Field(() => [AccessGrant], { description: 'The roles held today, those lent to the person and those taken in an emergency, each with what it permits.' })
  grants!: AccessGrant[];

  @Field(() => RecordAccess, { nullable: true, description: 'The record that was asked about; null when none was, when there is none, or when you may not see it.' })
  record!: RecordAccess | null;
}
