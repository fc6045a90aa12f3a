import { MutationInput, payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { ConsentWording } from './wording.entity.js';
import { publishConsentWording } from './wording.service.js';

@InputType({ description: 'A renewed wording of the consent.' })
export class PublishConsentWordingInput extends MutationInput {
  @Field(() => String, { description: 'What the data is for, at most 500 characters; `{course}` stands for the course.' })
  purpose!: string;

  @Field(() => String, { description: 'The words that are agreed to, at most 2,000 characters; `{course}` stands for the course.' })
  words!: string;
}

const WordingPayload = payloadOf('ConsentWordingPayload', { consentWording: { type: () => ConsentWording, description: 'The wording in force.' } });

@Resolver()
export class WordingMutations {
  @Mutation(() => WordingPayload, { description: 'Puts a renewed wording of the consent in force; guardians who agreed to an earlier one are asked again.' })
  publishConsentWording(@Arg('input', () => PublishConsentWordingInput, { description: 'The wording.' }) input: PublishConsentWordingInput, @Writes() write: Write) {
    return write('publishConsentWording', input, async (tx) => ({ consentWording: await publishConsentWording(tx, input) }));
  }
}
