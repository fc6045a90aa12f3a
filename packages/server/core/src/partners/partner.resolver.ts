import { AvailableStep, type Loaded, Needs, payloadOf, type RequestContext, stepsOf, TextType, type Write, Writes } from '@weixiang/kernel';
import { say } from '@weixiang/shared';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { Partner } from './partner.entity.js';
import { AdmitPartnerInput, AppointRepresentativeInput, DismissRepresentativeInput, EditPartnerInput, StepPartnerInput } from './partner.inputs.js';
import { kindLabel } from './partner.rules.js';
import { admitPartner, editPartner, stepPartner } from './partner.service.js';
import { appointRepresentative, dismissRepresentative } from './representative.service.js';
import { partnerLife } from './partner.workflow.js';

const PartnerPayload = payloadOf('PartnerPayload', { partner: { type: () => Partner, description: 'The partner as it is now.' } });

const RepresentativePayload = payloadOf('RepresentativePayload', { assignment: { type: () => RoleAssignment, description: 'The role as it is now.' } });

@Resolver(() => Partner)
export class PartnerResolver {
  @Mutation(() => PartnerPayload, { description: 'Admits an organisation as a partner.' })
  admitPartner(@Arg('input', () => AdmitPartnerInput, { description: 'The organisation.' }) input: AdmitPartnerInput, @Writes() write: Write) {
    return write('admitPartner', input, async (tx) => ({ partner: await admitPartner(tx, input) }));
  }

  @Mutation(() => PartnerPayload, { description: 'Changes what is known of a partner.' })
  editPartner(@Arg('input', () => EditPartnerInput, { description: 'What changes.' }) input: EditPartnerInput, @Writes() write: Write) {
    return write('editPartner', input, async (tx) => ({ partner: await editPartner(tx, input) }));
  }

  @Mutation(() => PartnerPayload, { description: 'Removes a partner, or admits it again.' })
  stepPartner(@Arg('input', () => StepPartnerInput, { description: 'Which step, and why.' }) input: StepPartnerInput, @Writes() write: Write) {
    return write('stepPartner', input, async (tx) => ({ partner: await stepPartner(tx, input) }));
  }

  @Mutation(() => RepresentativePayload, { description: 'Lets a person speak for a partner.' })
  appointRepresentative(@Arg('input', () => AppointRepresentativeInput, { description: 'Who, and for which partner.' }) input: AppointRepresentativeInput, @Writes() write: Write) {
    return write('appointRepresentative', input, async (tx) => ({ assignment: await appointRepresentative(tx, input) }));
  }

  @Mutation(() => RepresentativePayload, { description: 'Ends a role as a partner’s representative.' })
  dismissRepresentative(@Arg('input', () => DismissRepresentativeInput, { description: 'Which role.' }) input: DismissRepresentativeInput, @Writes() write: Write) {
    return write('dismissRepresentative', input, async (tx) => ({ assignment: await dismissRepresentative(tx, input) }));
  }

  @FieldResolver(() => TextType, { nullable: true, description: 'What its kind is called.' })
  @Needs(() => Partner, ['kind'])
  kindLabel(@Root() { $: { kind } }: Loaded<Partner>): TextType | null {
    return kind === null ? null : kindLabel(kind);
  }

  @FieldResolver(() => [AvailableStep], { description: 'Steps that leave the present state, each with the reason where you may not take it.' })
  @Needs(() => Partner, ['state'])
  availableSteps(@Root() { $: { state } }: Loaded<Partner>, @Ctx() { actor, ability, language }: RequestContext): AvailableStep[] {
    const own = ability.can('admit', 'Partner') ? ['partner.admit'] : [];
    return stepsOf(partnerLife, actor, { state, path: '', own }).map((step) => ({ ...step, reason: step.reason && say(step.reason, language) }));
  }
}
