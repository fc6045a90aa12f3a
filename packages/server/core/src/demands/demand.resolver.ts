import { AvailableStep, defaultPageSize, holdsAt, type Loaded, maxPageSize, Needs, payloadOf, type RequestContext, type Write, Writes } from '@weixiang/kernel';
import { say } from '@weixiang/shared';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import { historyOf, noHistory } from '../history/history.service.js';
import { HistoryEntryConnection } from '../history/history.type.js';
import { demandFacts, demandSteps, type DemandFacts } from './demand.case.js';
import { Demand } from './demand.entity.js';
import { CloseDemandInput, CreateDemandInput, EditDemandInput } from './demand.inputs.js';
import { closeDemand, createDemand, editDemand } from './demand.service.js';

const DemandPayload = payloadOf('DemandPayload', { demand: { type: () => Demand, description: 'The demand as it is now.' } });

@Resolver()
export class DemandMutations {
  @Mutation(() => DemandPayload, { description: 'Opens a demand that staff know of themselves; wishes may join it.' })
  createDemand(@Arg('input', () => CreateDemandInput, { description: 'The demand.' }) input: CreateDemandInput, @Writes() write: Write) {
    return write('createDemand', input, async (tx) => ({ demand: await createDemand(tx, input) }));
  }

  @Mutation(() => DemandPayload, { description: 'Retitles a demand or changes its category.' })
  editDemand(@Arg('input', () => EditDemandInput, { description: 'What changes.' }) input: EditDemandInput, @Writes() write: Write) {
    return write('editDemand', input, async (tx) => ({ demand: await editDemand(tx, input) }));
  }

  @Mutation(() => DemandPayload, { description: 'Closes a demand that no wish is in, with a reason.' })
  closeDemand(@Arg('input', () => CloseDemandInput, { description: 'The demand and the reason.' }) input: CloseDemandInput, @Writes() write: Write) {
    return write('closeDemand', input, async (tx) => ({ demand: await closeDemand(tx, input) }));
  }
}

@Resolver(() => Demand)
export class DemandFields {
  @FieldResolver(() => [AvailableStep], { description: 'Steps that leave its state, and whether you may take them now.' })
  @Needs(() => Demand, demandFacts)
  availableSteps(@Root() { $: demand }: Loaded<DemandFacts>, @Ctx() { features, actor, language }: RequestContext): AvailableStep[] {
    return demandSteps(features, actor, demand).map((step) => ({ ...step, reason: step.reason && say(step.reason, language) }));
  }

  @FieldResolver(() => HistoryEntryConnection, { description: 'What happened to it, latest first; for staff of its unit. Empty for others.' })
  @Needs(() => Demand, ['id', 'orgPath'])
  async history(
    @Root() { $: demand }: Loaded<Pick<Demand, 'id' | 'orgPath'>>,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: defaultPageSize, description: `How many at most, up to ${maxPageSize}.` }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last one seen.' }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HistoryEntryConnection> {
    return holdsAt(context.actor, 'wish.read', demand.orgPath) ? historyOf(context, info, demand.id, { first, after }) : noHistory;
  }
}
