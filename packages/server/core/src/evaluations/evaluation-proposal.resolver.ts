import { AvailableStep, indexOf, type Loaded, Needs, payloadOf, type RequestContext, stepsOf, TextType, type Write, Writes } from '@weixiang/kernel';
import { ROLES, say, type RoleKey } from '@weixiang/shared';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { DecideProposalInput } from './evaluation-proposal.inputs.js';
import { EvaluationProposal } from './evaluation-proposal.entity.js';
import { decideProposal, mayDecide } from './evaluation-proposal.service.js';
import { proposalLives } from './evaluation-proposal.workflow.js';

const ProposalPayload = payloadOf('EvaluationProposalPayload', { evaluationProposal: { type: () => EvaluationProposal, description: 'The proposal as it is now.' } });

@Resolver()
export class ProposalMutations {
  @Mutation(() => ProposalPayload, { description: 'Confirms or declines what is proposed after a final grade; what is confirmed takes effect at once and is made public.' })
  decideEvaluationProposal(@Arg('input', () => DecideProposalInput, { description: 'The decision.' }) input: DecideProposalInput, @Writes() write: Write) {
    return write('decideEvaluationProposal', input, async (tx) => ({ evaluationProposal: await decideProposal(tx, input) }));
  }
}

type Facts = Pick<EvaluationProposal, 'kind' | 'state' | 'orgPath' | 'projectType'>;

@Resolver(() => EvaluationProposal)
export class ProposalFields {
  @FieldResolver(() => [AvailableStep], { description: 'Decisions that are open, and whether you may take them.' })
  @Needs(() => EvaluationProposal, ['kind', 'state', 'orgPath', 'projectType'])
  availableSteps(@Root() { $: proposal }: Loaded<Facts>, @Ctx() { actor, ability, language }: RequestContext): AvailableStep[] {
    const workflow = proposalLives[proposal.kind];
    const own = mayDecide({ actor, ability }, proposal) ? [workflow.steps['confirm']?.needs ?? ''] : [];
    return stepsOf(workflow, actor, { state: proposal.state, path: proposal.orgPath, own }).map((step) => ({ ...step, reason: step.reason && say(step.reason, language) }));
  }

  @FieldResolver(() => [TextType], { description: 'Roles that decide on it, at the project’s unit or above.' })
  @Needs(() => EvaluationProposal, ['kind'])
  deciders(@Root() { $: { kind } }: Loaded<Facts>, @Ctx() { features }: RequestContext): TextType[] {
    const needs = proposalLives[kind].steps['confirm']?.needs ?? '';
    const roles = Object.keys(ROLES) as RoleKey[]; // the keys of a literal are its type's
    return roles.filter((role) => role !== 'tenantAdministrator' && indexOf(features).permissionsOf(role).has(needs)).map((role) => ROLES[role]);
  }
}
