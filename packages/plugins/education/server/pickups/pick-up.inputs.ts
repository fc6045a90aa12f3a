import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'An adult to whom one’s child may be handed over.' })
export class NamePickUpPersonInput extends MutationInput {
  @Field(() => ID, { description: 'The child’s enrolment.' })
  enrolment!: string;

  @Field(() => String, { description: 'Name, at most 50 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What they are to the child, at most 20 characters.' })
  relation?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone?: string | null;
}

@InputType({ description: 'Which name is taken back.' })
export class RemovePickUpPersonInput extends EditInput {}

@InputType({ description: 'To whom a child is handed over: exactly one of a named adult, the guardian in person, and the code on the guardian’s phone.' })
export class HandOverInput extends MutationInput {
  @Field(() => ID, { description: 'The lesson that the child was at.' })
  lesson!: string;

  @Field(() => ID, { nullable: true, description: 'The child’s enrolment; not needed with a code, which says it.' })
  enrolment?: string | null;

  @Field(() => ID, { nullable: true, description: 'An adult whom the guardian named.' })
  person?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is the guardian, known to who hands over.' })
  toGuardian?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The code that the guardian’s phone shows, also when somebody else carries it.' })
  code?: string | null;
}

@InputType({ description: 'Which hand-over was a mistake.' })
export class UndoHandOverInput extends EditInput {}

@InputType({ description: 'What was found about a child that was not fetched.' })
export class ResolvePickUpAlertInput extends EditInput {
  @Field(() => String, { description: 'Where the child is and who saw to it, at most 500 characters.' })
  resolution!: string;
}
