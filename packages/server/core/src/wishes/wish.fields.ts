import { AvailableStep, defaultPageSize, holdsAt, maxPageSize, Needs, type Loaded, type RequestContext } from '@weixiang/kernel';
import { say } from '@weixiang/shared';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { historyOf, noHistory } from '../history/history.service.js';
import { HistoryEntryConnection } from '../history/history.type.js';
import { wishFacts, wishSteps, type WishFacts } from './wish.case.js';
import { Wish } from './wish.entity.js';

@Resolver(() => Wish)
export class WishFields {
  @FieldResolver(() => [AvailableStep], { description: 'What may happen to it next, and whether you may do it now.' })
  @Needs(() => Wish, wishFacts)
  availableSteps(@Root() { $: wish }: Loaded<WishFacts>, @Ctx() { features, actor, language }: RequestContext): AvailableStep[] {
    return wishSteps(features, actor, wish).map((step) => ({ ...step, reason: step.reason && say(step.reason, language) }));
  }

  @FieldResolver(() => HistoryEntryConnection, { description: 'What happened to it, latest first; for staff who may see the wish. Empty for others.' })
  @Needs(() => Wish, ['id', 'orgPath'])
  async history(
    @Root() { $: wish }: Loaded<Pick<Wish, 'id' | 'orgPath'>>,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: defaultPageSize, description: `How many at most, up to ${maxPageSize}.` }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last one seen.' }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HistoryEntryConnection> {
    return holdsAt(context.actor, 'wish.read', wish.orgPath) ? historyOf(context, info, wish.id, { first, after }) : noHistory;
  }
}
