import { AvailableStep, guardsFor, type Loaded, Needs, payloadOf, type RequestContext, stepsOf, type Write, Writes } from '@weixiang/kernel';
import { say } from '@weixiang/shared';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { caseOfEnrolment, enrolmentFacts, workflowOfEnrolment, type EnrolmentFacts } from './enrolment.case.js';
import { Enrolment } from './enrolment.entity.js';
import { AcceptPlaceInput, ConfirmEnrolmentInput, DeclineEnrolmentInput, RequestEnrolmentInput, WithdrawEnrolmentInput } from './enrolment.inputs.js';
import { acceptPlace, confirmEnrolment, declineEnrolment, withdrawEnrolment } from './enrolment.service.js';
import { requestEnrolment } from './enrolment-request.service.js';

/** What every mutation of an enrolment answers with. */
export const EnrolmentPayload: ReturnType<typeof payloadOf> = payloadOf('EnrolmentPayload', {
  enrolment: { type: () => Enrolment, description: 'The enrolment as it is now.' },
});

@Resolver(() => Enrolment)
export class EnrolmentResolver {
  @Mutation(() => EnrolmentPayload, { description: 'Asks for a seat in a term, for oneself or one’s child.' })
  requestEnrolment(@Arg('input', () => RequestEnrolmentInput, { description: 'Who learns what.' }) input: RequestEnrolmentInput, @Writes() write: Write) {
    return write('requestEnrolment', input, async (tx) => ({ enrolment: await requestEnrolment(tx, input) }));
  }

  @Mutation(() => EnrolmentPayload, { description: 'Gives a seat. Refused with COURSE_FULL when none is left, with CONSENT_REQUIRED for a minor without a guardian’s consent.' })
  confirmEnrolment(@Arg('input', () => ConfirmEnrolmentInput, { description: 'The enrolment.' }) input: ConfirmEnrolmentInput, @Writes() write: Write) {
    return write('confirmEnrolment', input, async (tx) => ({ enrolment: await confirmEnrolment(tx, input) }));
  }

  @Mutation(() => EnrolmentPayload, { description: 'Takes the place that came free for one’s child or oneself. Refused with OFFER_LAPSED when its time is over.' })
  acceptPlace(@Arg('input', () => AcceptPlaceInput, { description: 'The enrolment.' }) input: AcceptPlaceInput, @Writes() write: Write) {
    return write('acceptPlace', input, async (tx) => ({ enrolment: await acceptPlace(tx, input) }));
  }

  @Mutation(() => EnrolmentPayload, { description: 'Declines a request, with a reason.' })
  declineEnrolment(@Arg('input', () => DeclineEnrolmentInput, { description: 'The enrolment, and why.' }) input: DeclineEnrolmentInput, @Writes() write: Write) {
    return write('declineEnrolment', input, async (tx) => ({ enrolment: await declineEnrolment(tx, input) }));
  }

  @Mutation(() => EnrolmentPayload, { description: 'Gives a seat or a place in the waiting list back.' })
  withdrawEnrolment(@Arg('input', () => WithdrawEnrolmentInput, { description: 'The enrolment.' }) input: WithdrawEnrolmentInput, @Writes() write: Write) {
    return write('withdrawEnrolment', input, async (tx) => ({ enrolment: await withdrawEnrolment(tx, input) }));
  }

  @FieldResolver(() => [AvailableStep], { description: 'Steps that people take from the present state, each with the reason where you may not take it.' })
  @Needs(() => Enrolment, enrolmentFacts)
  async availableSteps(@Root() { $: enrolment }: Loaded<EnrolmentFacts>, @Ctx() context: RequestContext): Promise<AvailableStep[]> {
    const { features, actor, language } = context;
    const workflow = workflowOfEnrolment(features, enrolment);
    const steps = stepsOf(workflow, actor, caseOfEnrolment(actor, enrolment, await guardsFor(context, workflow, enrolment)));
    const ofPeople = steps.filter(({ name }) => workflow.steps[name]?.needs !== 'enrolment.moveUp');
    return ofPeople.map((step) => ({ ...step, reason: step.reason && say(step.reason, language) }));
  }
}
