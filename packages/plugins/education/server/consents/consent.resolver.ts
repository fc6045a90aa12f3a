import { type Write, Writes } from '@weixiang/kernel';
import { Arg, Mutation, Resolver } from 'type-graphql';
import { EnrolmentPayload } from '../enrolments/enrolment.resolver.js';
import { GiveConsentInput, WithdrawConsentInput } from './consent.inputs.js';
import { giveConsent, withdrawConsent } from './consent.service.js';

@Resolver()
export class ConsentMutations {
  @Mutation(() => EnrolmentPayload, { description: 'Records a guardian’s consent to the enrolment of a minor.' })
  giveConsent(@Arg('input', () => GiveConsentInput, { description: 'What is agreed to.' }) input: GiveConsentInput, @Writes() write: Write) {
    return write('giveConsent', input, async (tx) => ({ enrolment: await giveConsent(tx, input) }));
  }

  @Mutation(() => EnrolmentPayload, { description: 'Takes a consent back: the learner’s data is locked at once, and the enrolment withdrawn.' })
  withdrawConsent(@Arg('input', () => WithdrawConsentInput, { description: 'The enrolment.' }) input: WithdrawConsentInput, @Writes() write: Write) {
    return write('withdrawConsent', input, async (tx) => ({ enrolment: await withdrawConsent(tx, input) }));
  }
}
