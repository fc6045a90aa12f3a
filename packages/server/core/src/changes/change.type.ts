import { type FedEvent, Node, RecordRef } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';

/** What happened to a record, as it happens. */
@ObjectType({ description: 'Something that just happened to a record.' })
export class RecordChange {
  @Field(() => String, { description: 'Name of the event, for example wish.accepted; <noun>.created and <noun>.changed where it has none of its own.' })
  name!: string;

  @Field(() => Date, { description: 'When, UTC.' })
  at!: Date;

  @Field(() => Node, { nullable: true, description: 'The record as you may see it now.' })
  node!: unknown;
}

/** `changeOf(event)` names the record; it is read with the rights of who is told. */
export function changeOf({ name, at, subject, subjectId }: FedEvent): RecordChange {
  return { name, at, node: new RecordRef(subject, subjectId) };
}
