import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Mutation, Resolver } from 'type-graphql';
import { Wish } from './wish.entity.js';
import { AssignWishInput, EditWishInput, MakeWishInput, SetWishPriorityInput, SupportWishInput, WithdrawSupportInput } from './wish.inputs.js';
import { assignWish, editWish, makeWish, setWishPriority } from './wish.service.js';
import { supportWish, withdrawSupport } from './wish-support.service.js';

/** What most mutations of wishes answer with. */
export const WishPayload: ReturnType<typeof payloadOf> = payloadOf('WishPayload', { wish: { type: () => Wish, description: 'The wish as it is now.' } });

@Resolver()
export class WishMutations {
  @Mutation(() => WishPayload, { description: 'Makes one’s own wish, or, by staff, records somebody’s; the deadline of the first answer begins.' })
  makeWish(@Arg('input', () => MakeWishInput, { description: 'The wish.' }) input: MakeWishInput, @Writes() write: Write) {
    return write('makeWish', input, async (tx) => ({ wish: await makeWish(tx, input) }));
  }

  @Mutation(() => WishPayload, { description: 'Changes a wish: staff what they sort it by, its wisher the words until it is answered.' })
  editWish(@Arg('input', () => EditWishInput, { description: 'What changes.' }) input: EditWishInput, @Writes() write: Write) {
    return write('editWish', input, async (tx) => ({ wish: await editWish(tx, input) }));
  }

  @Mutation(() => WishPayload, { description: 'Says how important and urgent a wish is (轻重缓急).' })
  setWishPriority(@Arg('input', () => SetWishPriorityInput, { description: 'The priority.' }) input: SetWishPriorityInput, @Writes() write: Write) {
    return write('setWishPriority', input, async (tx) => ({ wish: await setWishPriority(tx, input) }));
  }

  @Mutation(() => WishPayload, { description: 'Hands a wish to another unit (交给网格), which answers it from now on.' })
  assignWish(@Arg('input', () => AssignWishInput, { description: 'The wish and the unit.' }) input: AssignWishInput, @Writes() write: Write) {
    return write('assignWish', input, async (tx) => ({ wish: await assignWish(tx, input) }));
  }

  @Mutation(() => WishPayload, { description: 'Backs a public wish (我也盼); each person counts once.' })
  supportWish(@Arg('input', () => SupportWishInput, { description: 'The wish.' }) input: SupportWishInput, @Writes() write: Write) {
    return write('supportWish', input, async (tx) => ({ wish: await supportWish(tx, input) }));
  }

  @Mutation(() => WishPayload, { description: 'Takes one’s support back.' })
  withdrawSupport(@Arg('input', () => WithdrawSupportInput, { description: 'The wish.' }) input: WithdrawSupportInput, @Writes() write: Write) {
    return write('withdrawSupport', input, async (tx) => ({ wish: await withdrawSupport(tx, input) }));
  }
}
