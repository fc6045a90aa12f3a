import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Mutation, Resolver } from 'type-graphql';
import { Demand } from '../demands/demand.entity.js';
import { acceptWish, joinDemand } from './gathering.service.js';
import { Wish } from './wish.entity.js';
import { WishPayload } from './wish.resolver.js';
import {
  AcceptWishInput,
  AnswerWishInput,
  ConfirmWishInput,
  DeclineWishInput,
  FulfilWishInput,
  JoinDemandInput,
  ListWishInput,
  MergeWishInput,
} from './wish-step.inputs.js';
import { answerWish, confirmWish, declineWish, fulfilWish, listWish, mergeWish } from './wish-step.service.js';

const JoinDemandPayload = payloadOf('JoinDemandPayload', {
  wish: { type: () => Wish, description: 'The wish as it is now.' },
  demand: { type: () => Demand, description: 'The demand as it is now.' },
});

@Resolver()
export class WishStepMutations {
  @Mutation(() => WishPayload, { description: 'Answers the wisher. The first answer accepts the wish; any other changes no state.' })
  answerWish(@Arg('input', () => AnswerWishInput, { description: 'The answer.' }) input: AnswerWishInput, @Writes() write: Write) {
    return write('answerWish', input, async (tx) => ({ wish: await answerWish(tx, input) }));
  }

  @Mutation(() => WishPayload, { description: 'Accepts a wish into a demand, new or open; also gathers one that an answer accepted before.' })
  acceptWish(@Arg('input', () => AcceptWishInput, { description: 'The answer and the demand.' }) input: AcceptWishInput, @Writes() write: Write) {
    return write('acceptWish', input, async (tx) => ({ wish: await acceptWish(tx, input) }));
  }

  @Mutation(() => JoinDemandPayload, { description: 'Lets an accepted or listed wish join a demand; the wisher is told.' })
  joinDemand(@Arg('input', () => JoinDemandInput, { description: 'The wish and the demand.' }) input: JoinDemandInput, @Writes() write: Write) {
    return write('joinDemand', input, (tx) => joinDemand(tx, input));
  }

  @Mutation(() => WishPayload, { description: 'Declines a wish; the reason is the answer.' })
  declineWish(@Arg('input', () => DeclineWishInput, { description: 'The reason.' }) input: DeclineWishInput, @Writes() write: Write) {
    return write('declineWish', input, async (tx) => ({ wish: await declineWish(tx, input) }));
  }

  @Mutation(() => WishPayload, { description: 'Puts a wish on the demand list, or sends it on without the list for a reason.' })
  listWish(@Arg('input', () => ListWishInput, { description: 'The wish, and perhaps the reason.' }) input: ListWishInput, @Writes() write: Write) {
    return write('listWish', input, async (tx) => ({ wish: await listWish(tx, input) }));
  }

  @Mutation(() => WishPayload, { description: 'Merges a wish into another that says the same; its wisher gets the other’s answers from then on.' })
  mergeWish(@Arg('input', () => MergeWishInput, { description: 'The two wishes.' }) input: MergeWishInput, @Writes() write: Write) {
    return write('mergeWish', input, async (tx) => ({ wish: await mergeWish(tx, input) }));
  }

  @Mutation(() => WishPayload, { description: 'Says that a wish is fulfilled; the resident is asked to confirm.' })
  fulfilWish(@Arg('input', () => FulfilWishInput, { description: 'The answer.' }) input: FulfilWishInput, @Writes() write: Write) {
    return write('fulfilWish', input, async (tx) => ({ wish: await fulfilWish(tx, input) }));
  }

  @Mutation(() => WishPayload, { description: 'Keeps what the resident says about the result; staff take it down for residents without an account.' })
  confirmWish(@Arg('input', () => ConfirmWishInput, { description: 'What the resident says.' }) input: ConfirmWishInput, @Writes() write: Write) {
    return write('confirmWish', input, async (tx) => ({ wish: await confirmWish(tx, input) }));
  }
}
