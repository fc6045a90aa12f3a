import { DateScalar, EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'An organisation to be admitted as a partner.' })
export class AdmitPartnerInput extends MutationInput {
  @Field(() => String, { description: 'Full name, at most 100 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Unified social credit code, 18 characters with a valid check character; unique in the tenant.' })
  creditCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Kind of organisation: a key such as socialOrganisation, or other words.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Category of its work, at most 50 characters.' })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Direction of its services, at most 100 characters.' })
  direction?: string | null;

  @Field(() => String, { nullable: true, description: 'Who answers for it, at most 50 characters.' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of who answers for it.' })
  contactPhone?: string | null;
}

@InputType({ description: 'What is changed on a partner; what is left out stays.' })
export class EditPartnerInput extends EditInput {
  @Field(() => String, { nullable: true, description: 'Full name, at most 100 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Unified social credit code, 18 characters with a valid check character; unique in the tenant.' })
  creditCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Kind of organisation: a key such as socialOrganisation, or other words.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Category of its work, at most 50 characters.' })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Direction of its services, at most 100 characters.' })
  direction?: string | null;

  @Field(() => String, { nullable: true, description: 'Who answers for it, at most 50 characters.' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of who answers for it.' })
  contactPhone?: string | null;
}

@InputType({ description: 'Who speaks for a partner from now on.' })
export class AppointRepresentativeInput extends MutationInput {
  @Field(() => ID, { description: 'The partner.' })
  partner!: string;

  @Field(() => ID, { description: 'Who speaks for it.' })
  person!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; open when left out.' })
  until?: string | null;
}

@InputType({ description: 'Which role as a representative ends.' })
export class DismissRepresentativeInput extends EditInput {}

@InputType({ description: 'A step of a partner’s life.' })
export class StepPartnerInput extends EditInput {
  @Field(() => String, { description: 'Name of the step, as `availableSteps` gives it.' })
  step!: string;

  @Field(() => String, { nullable: true, description: 'The reason; some steps require it. At most 1000 characters.' })
  words?: string | null;
}
