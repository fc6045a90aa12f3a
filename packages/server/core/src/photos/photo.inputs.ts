import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which photo is hidden, and why.' })
export class HidePhotoInput extends EditInput {
  @Field(() => String, { description: 'Why, at most 200 characters; the wisher reads it.' })
  reason!: string;
}

@InputType({ description: 'Which photo shows again.' })
export class ShowPhotoInput extends EditInput {}

@InputType({ description: 'Which photo is thrown away.' })
export class DiscardPhotoInput extends MutationInput {
  @Field(() => ID, { description: 'A photo that you sent and that is not attached to anything.' })
  id!: string;
}

@InputType({ description: 'Photos for an activity.' })
export class AttachActivityPhotosInput extends MutationInput {
  @Field(() => ID, { description: 'The activity.' })
  activity!: string;

  @Field(() => [ID], { description: 'Photos that you sent, in their order; an activity has six at most.' })
  photos!: string[];
}
