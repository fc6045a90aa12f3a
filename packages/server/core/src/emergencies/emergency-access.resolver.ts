import { subject } from '@casl/ability';
import { defaultPageSize, type Loaded, maxPageSize, Needs, payloadOf, type RequestContext, TextType, type Write, Writes } from '@weixiang/kernel';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { historyOf } from '../history/history.service.js';
import { HistoryEntryConnection } from '../history/history.type.js';
import { EmergencyAccess } from './emergency-access.entity.js';
import { EmergencyState } from './emergency-access.enums.js';
import { EndEmergencyAccessInput, OpenEmergencyAccessInput, ReviewEmergencyAccessInput } from './emergency-access.inputs.js';
import { isOpenAt } from './emergency-access.rules.js';
import { endEmergencyAccess, openEmergencyAccess, reviewEmergencyAccess } from './emergency-access.service.js';
import { deedsOf, readingsOf, type Lasted } from './emergency-deed.service.js';
import { EmergencyDeed, EmergencyReading } from './emergency-deed.type.js';
import { emergencyLife } from './emergency-access.workflow.js';

const EmergencyAccessPayload = payloadOf('EmergencyAccessPayload', { emergencyAccess: { type: () => EmergencyAccess, description: 'The emergency access as it is now.' } });
type Standing = Pick<EmergencyAccess, 'state' | 'until' | 'orgPath'> & { person: string };
const standing = ['state', 'until', 'orgPath', 'person'] as const;
const lasted = ['id', 'createdAt', 'until', 'endedAt', 'person'] as const;

@Resolver()
export class EmergencyMutations {
  @Mutation(() => EmergencyAccessPayload, { description: 'Takes another’s role at a unit below for a few hours, with a reason. Everybody concerned is told; the right to give roles or to take further ones never comes along.' })
  openEmergencyAccess(@Arg('input', () => OpenEmergencyAccessInput, { description: 'Which role, why, how long.' }) input: OpenEmergencyAccessInput, @Writes() write: Write) {
    return write('openEmergencyAccess', input, async (tx) => ({ emergencyAccess: await openEmergencyAccess(tx, input) }));
  }

  @Mutation(() => EmergencyAccessPayload, { description: 'Ends an emergency access at once. Who opened it may, who could end the role, and who reviews.' })
  endEmergencyAccess(@Arg('input', () => EndEmergencyAccessInput, { description: 'Which.' }) input: EndEmergencyAccessInput, @Writes() write: Write) {
    return write('endEmergencyAccess', input, async (tx) => ({ emergencyAccess: await endEmergencyAccess(tx, input) }));
  }

  @Mutation(() => EmergencyAccessPayload, { description: 'Says whether an emergency access that is over was justified; somebody other than who opened it does, once.' })
  reviewEmergencyAccess(@Arg('input', () => ReviewEmergencyAccessInput, { description: 'What the review found.' }) input: ReviewEmergencyAccessInput, @Writes() write: Write) {
    return write('reviewEmergencyAccess', input, async (tx) => ({ emergencyAccess: await reviewEmergencyAccess(tx, input) }));
  }
}

/** Whoever may see an emergency access may see all of it: whom it concerns judges by what was done. */
@Resolver(() => EmergencyAccess)
export class EmergencyFields {
  @FieldResolver(() => TextType, { description: 'How far it is, in words.' })
  @Needs(() => EmergencyAccess, ['state'])
  stateLabel(@Root() { $: { state } }: Loaded<Pick<EmergencyAccess, 'state'>>): TextType {
    const { zh, en } = emergencyLife.states[state]?.label ?? { zh: state, en: state };
    return { zh, en };
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may end it now.' })
  @Needs(() => EmergencyAccess, standing)
  isEndable(@Root() { $: { state, until, ...owned } }: Loaded<Standing>, @Ctx() { ability, now }: RequestContext): boolean {
    return isOpenAt(now, { state, until }) && ability.can('end', subject('EmergencyAccess', owned));
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may review it now: it is over, nobody has, and you did not open it.' })
  @Needs(() => EmergencyAccess, standing)
  isReviewable(@Root() { $: { state, until, ...owned } }: Loaded<Standing>, @Ctx() { ability, now }: RequestContext): boolean {
    const isWaiting = state === EmergencyState.ENDED || (state === EmergencyState.OPEN && !isOpenAt(now, { state, until }));
    return isWaiting && ability.can('review', subject('EmergencyAccess', owned));
  }

  @FieldResolver(() => [EmergencyDeed], { description: 'What its person did while it lasted, by whichever role, first things first.' })
  @Needs(() => EmergencyAccess, lasted)
  deeds(@Root() { $: access }: Loaded<Lasted>, @Ctx() context: RequestContext, @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: `How many at most, up to ${maxPageSize}.` }) first: number): Promise<EmergencyDeed[]> {
    return deedsOf(context, access, Math.min(Math.max(first, 1), maxPageSize));
  }

  @FieldResolver(() => [EmergencyReading], { description: 'Whose sensitive values its person looked at while it lasted, first things first.' })
  @Needs(() => EmergencyAccess, lasted)
  readings(@Root() { $: access }: Loaded<Lasted>, @Ctx() context: RequestContext, @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: `How many at most, up to ${maxPageSize}.` }) first: number): Promise<EmergencyReading[]> {
    return readingsOf(context, access, Math.min(Math.max(first, 1), maxPageSize));
  }

  @FieldResolver(() => HistoryEntryConnection, { description: 'What happened to it: opened, ended, reviewed, by whom; latest first.' })
  @Needs(() => EmergencyAccess, ['id'])
  history(
    @Root() { $: { id } }: Loaded<Pick<EmergencyAccess, 'id'>>,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: defaultPageSize, description: `How many at most, up to ${maxPageSize}.` }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last one seen.' }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HistoryEntryConnection> {
    return historyOf(context, info, id, { first, after });
  }
}
