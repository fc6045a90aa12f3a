import { subject } from '@casl/ability';
import { type Loaded, Needs, payloadOf, type RequestContext, TextType, type Write, Writes } from '@weixiang/kernel';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { CancelReorganisationInput, CloseOrgUnitInput, MergeOrgUnitsInput, MoveOrgUnitInput, SplitOrgUnitInput } from './reorganisation.inputs.js';
import { ReorganisationState } from './reorganisation.enums.js';
import { Reorganisation } from './reorganisation.entity.js';
import { cancelReorganisation, closeOrgUnit, mergeOrgUnits, moveOrgUnit, splitOrgUnit } from './reorganisation.service.js';

const planned = { type: () => Reorganisation, description: 'The reorganisation: carried out, or waiting for its day.' };
const unit = { type: () => OrgUnit, description: 'The unit as it is now.' };
const ReorganisationPayload = payloadOf('ReorganisationPayload', { reorganisation: planned, orgUnit: unit });
const ReorganisationsPayload = payloadOf('ReorganisationsPayload', {
  reorganisations: { type: () => [Reorganisation], description: 'One for each unit that is merged: carried out, or waiting for its day.' },
});

/** The unit stands beside the plan in every answer. */
function withUnit(reorganisation: Reorganisation) {
  return { reorganisation, orgUnit: reorganisation.orgUnit };
}

@Resolver()
export class ReorganisationMutations {
  @Mutation(() => ReorganisationPayload, { description: 'Puts a unit below another one, with everything below it, today or on a day to come. The tree changes at once, the records follow.' })
  moveOrgUnit(@Arg('input', () => MoveOrgUnitInput, { description: 'Which, where and when.' }) input: MoveOrgUnitInput, @Writes() write: Write) {
    return write('moveOrgUnit', input, async (tx) => withUnit(await moveOrgUnit(tx, input)));
  }

  @Mutation(() => ReorganisationsPayload, { description: 'Makes units part of another one, which takes their records, people and the units below them, and closes them; today or on a day to come.' })
  mergeOrgUnits(@Arg('input', () => MergeOrgUnitsInput, { description: 'Which, into which and when.' }) input: MergeOrgUnitsInput, @Writes() write: Write) {
    return write('mergeOrgUnits', input, async (tx) => ({ reorganisations: await mergeOrgUnits(tx, input) }));
  }

  @Mutation(() => ReorganisationPayload, { description: 'Adds a unit beside another one and puts some of the units below that one below the new one, today or on a day to come.' })
  splitOrgUnit(@Arg('input', () => SplitOrgUnitInput, { description: 'Which, how and when.' }) input: SplitOrgUnitInput, @Writes() write: Write) {
    return write('splitOrgUnit', input, async (tx) => withUnit(await splitOrgUnit(tx, input)));
  }

  @Mutation(() => ReorganisationPayload, { description: 'Closes a unit that has no open unit below, today or on a day to come; its roles end, its records stay.' })
  closeOrgUnit(@Arg('input', () => CloseOrgUnitInput, { description: 'Which, and when.' }) input: CloseOrgUnitInput, @Writes() write: Write) {
    return write('closeOrgUnit', input, async (tx) => withUnit(await closeOrgUnit(tx, input)));
  }

  @Mutation(() => ReorganisationPayload, { description: 'Calls a reorganisation off that waits for its day.' })
  cancelReorganisation(@Arg('input', () => CancelReorganisationInput, { description: 'Which.' }) input: CancelReorganisationInput, @Writes() write: Write) {
    return write('cancelReorganisation', input, async (tx) => withUnit(await cancelReorganisation(tx, input)));
  }
}

@Resolver(() => Reorganisation)
export class ReorganisationFields {
  @FieldResolver(() => TextType, { nullable: true, description: 'Why it could not be done on its day; null otherwise.' })
  @Needs(() => Reorganisation, ['failureText'])
  failure(@Root() { $: { failureText } }: Loaded<Pick<Reorganisation, 'failureText'>>): TextType | null {
    return failureText;
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may call it off: it waits for its day, and you manage the unit above.' })
  @Needs(() => Reorganisation, ['state', 'orgPath'])
  isCancelable(@Root() { $: { state, orgPath } }: Loaded<Pick<Reorganisation, 'state' | 'orgPath'>>, @Ctx() { ability }: RequestContext): boolean {
    return state === ReorganisationState.PLANNED && ability.can('reorganise', subject('OrgUnit', { orgPath: orgPath.split('.').slice(0, -1).join('.') }));
  }
}
