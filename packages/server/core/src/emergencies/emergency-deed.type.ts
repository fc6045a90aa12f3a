import { Node } from '@weixiang/kernel';
import { Field, ID, ObjectType } from 'type-graphql';

/** Something that was done while a role was taken. */
@ObjectType({ description: 'Something that was done, by any role, by who had taken one in an emergency, while it lasted.' })
export class EmergencyDeed {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Name of the event, for example wish.accepted.' })
  name!: string;

  @Field(() => Date, { description: 'When, UTC.' })
  at!: Date;

  @Field(() => Node, { nullable: true, description: 'The record that it was done to, as far as you may see it.' })
  record!: unknown;
}

/** Sensitive values that were looked at while a role was taken. */
@ObjectType({ description: 'That who had taken a role in an emergency looked at sensitive values while it lasted.' })
export class EmergencyReading {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Date, { description: 'When, UTC.' })
  at!: Date;

  @Field(() => String, { description: 'What for, as they stated it.' })
  purpose!: string;

  @Field(() => [String], { description: 'Which fields.' })
  fields!: string[];

  @Field(() => Node, { nullable: true, description: 'Whose values they were: the record, as far as you may see it.' })
  record!: unknown;
}
