import { refuse, type Transaction } from '@weixiang/kernel';
import { actingPerson } from './acting-person.js';
import { Wish } from './wish.entity.js';
import { WishState } from './wish.enums.js';
import type { SupportWishInput } from './wish.inputs.js';
import { WishSupport } from './wish-support.entity.js';

const onTheWay: readonly WishState[] = [WishState.SUBMITTED, WishState.ACCEPTED, WishState.LISTED, WishState.IN_PROJECT];

/** Stands behind a wish; once a person, however often they say so. */
export async function supportWish(tx: Transaction, input: SupportWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'support');
  const person = actingPerson(tx);
  if (!person || wish.wisher?.id === person.id) throw refuse('WISH_IS_YOURS', 'id');
  if (!onTheWay.includes(wish.state)) throw refuse('WISH_ENDED', 'id');
  if ((await tx.em.count(WishSupport, { wish, person })) > 0) return wish;
  tx.create(WishSupport, { wish, person });
  await addSupporters(tx, wish, 1);
  return wish;
}

/** No longer stands behind a wish. */
export async function withdrawSupport(tx: Transaction, input: SupportWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'support');
  const person = actingPerson(tx);
  const support = person && (await tx.em.findOne(WishSupport, { wish, person }));
  if (!support) return wish;
  tx.em.remove(support);
  await addSupporters(tx, wish, -1);
  return wish;
}

/** In SQL, and no new version: a supporter must not spoil the edit of who is just answering. */
async function addSupporters(tx: Transaction, wish: Wish, by: number): Promise<void> {
  await tx.em.execute('update wish set supporter_count = supporter_count + ? where tenant_id = ? and id = ?', [by, tx.tenant.id, wish.id]);
}

/**
 * Lets those who stand behind one wish stand behind another, each once; who made the other does already. Both are locked.
 * In SQL, for the same reason as the counts.
 */
export async function moveSupporters(tx: Transaction, from: Wish, to: Wish): Promise<void> {
  await tx.em.flush();
  await tx.em.execute(
    `delete from wish_support where tenant_id = ? and wish_id = ? and (person_id = ?
       or person_id in (select person_id from wish_support already where already.tenant_id = ? and already.wish_id = ?))`,
    [tx.tenant.id, from.id, to.wisher?.id ?? null, tx.tenant.id, to.id],
  );
  const moved = await tx.em.execute<{ id: string }[]>('update wish_support set wish_id = ? where tenant_id = ? and wish_id = ? returning id', [to.id, tx.tenant.id, from.id]);
  await tx.em.execute('update wish set supporter_count = 0 where tenant_id = ? and id = ?', [tx.tenant.id, from.id]);
  await addSupporters(tx, to, moved.length);
}
