import { AvailableStep, Needs, type Loaded, type RequestContext } from '@weixiang/kernel';
import { say } from '@weixiang/shared';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { wishFacts, wishSteps, type WishFacts } from './wish.case.js';
import { Wish } from './wish.entity.js';

@Resolver(() => Wish)
export class WishFields {
  @FieldResolver(() => [AvailableStep], { description: 'What may happen to it next, and whether you may do it now.' })
  @Needs(() => Wish, wishFacts)
  availableSteps(@Root() { $: wish }: Loaded<WishFacts>, @Ctx() { features, actor, language }: RequestContext): AvailableStep[] {
    return wishSteps(features, actor, wish).map((step) => ({ ...step, reason: step.reason && say(step.reason, language) }));
  }
}
