import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Another product that shall be told of events.' })
export class CreateWebhookInput extends MutationInput {
  @Field(() => String, { description: 'What it is called, at most 50 characters.' })
  name!: string;

  @Field(() => String, { description: 'Where deliveries go: https, a public address, at most 500 characters.' })
  url!: string;

  @Field(() => [String], { description: 'Names of the events, from `webhookEvents`.' })
  events!: string[];

  @Field(() => ID, { nullable: true, description: 'With whose rights it is told; yours when left out.' })
  owner?: string | null;
}

@InputType({ description: 'What changes in a subscription; what is left out stays.' })
export class EditWebhookInput extends EditInput {
  @Field(() => String, { nullable: true, description: 'What it is called, at most 50 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where deliveries go: https, a public address.' })
  url?: string | null;

  @Field(() => [String], { nullable: true, description: 'Names of the events.' })
  events?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is told; true forgives its failures.' })
  isActive?: boolean | null;
}

@InputType({ description: 'Which subscription.' })
export class WebhookInput extends EditInput {}

@InputType({ description: 'Which delivery is sent again.' })
export class ReplayDeliveryInput extends MutationInput {
  @Field(() => ID, { description: 'The delivery.' })
  id!: string;
}
