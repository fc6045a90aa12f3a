import { AvailableStep, type Loaded, Needs, payloadOf, type RequestContext, stepsOf, type Write, Writes } from '@weixiang/kernel';
import { say } from '@weixiang/shared';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { caseOfTerm, workflowOfTerm } from './term.case.js';
import { Term } from './term.entity.js';
import { EditTermInput, OpenTermInput, StepTermInput } from './term.inputs.js';
import { editTerm, openTerm, stepTerm } from './term.service.js';

const TermPayload = payloadOf('TermPayload', { term: { type: () => Term, description: 'The term as it is now.' } });

@Resolver(() => Term)
export class TermResolver {
  @Mutation(() => TermPayload, { description: 'Opens a term of a course; it takes requests at once unless said otherwise.' })
  openTerm(@Arg('input', () => OpenTermInput, { description: 'The term.' }) input: OpenTermInput, @Writes() write: Write) {
    return write('openTerm', input, async (tx) => ({ term: await openTerm(tx, input) }));
  }

  @Mutation(() => TermPayload, { description: 'Takes a step of a term. When it finishes, the confirmed have completed it; when it is cancelled, everybody is released.' })
  stepTerm(@Arg('input', () => StepTermInput, { description: 'Which step, and why.' }) input: StepTermInput, @Writes() write: Write) {
    return write('stepTerm', input, async (tx) => ({ term: await stepTerm(tx, input) }));
  }

  @Mutation(() => TermPayload, { description: 'Changes name, seats, teacher or the time to accept a place. Refused with CAPACITY_BELOW_TAKEN.' })
  editTerm(@Arg('input', () => EditTermInput, { description: 'What changes.' }) input: EditTermInput, @Writes() write: Write) {
    return write('editTerm', input, async (tx) => ({ term: await editTerm(tx, input) }));
  }

  @FieldResolver(() => [AvailableStep], { description: 'Steps that leave the present state, each with the reason where you may not take it.' })
  @Needs(() => Term, ['state', 'orgPath', 'workflowVersion'])
  availableSteps(@Root() { $: term }: Loaded<Term>, @Ctx() { features, actor, language }: RequestContext): AvailableStep[] {
    const steps = stepsOf(workflowOfTerm(features, term), actor, caseOfTerm(term));
    return steps.map((step) => ({ ...step, reason: step.reason && say(step.reason, language) }));
  }
}
