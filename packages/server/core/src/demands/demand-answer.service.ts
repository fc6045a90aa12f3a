import { LockMode } from '@mikro-orm/core';
import type { Transaction } from '@weixiang/kernel';
import type { Project } from '../projects/project.entity.js';
import { freeWish, takeWishStep } from '../wishes/wish.case.js';
import { Wish } from '../wishes/wish.entity.js';
import { WishState } from '../wishes/wish.enums.js';
import { standardWords } from '../wishes/wish.rules.js';
import { giveAnswerToAll } from '../wishes/wish-answer.service.js';
import { freeDemand, takeDemandStep } from './demand.case.js';
import { Demand } from './demand.entity.js';
import { DemandState } from './demand.enums.js';

/**
 * Lets a project answer demands: each demand and its wishes are in the project, and every wisher is told its name.
 * Whoever answers the demand answers its wishes, wherever below they belong.
 * @throws Refusal NOT_FOUND (field `demands`), STEP_NOT_FROM_HERE; Forbidden without `demand.answer` at a demand's unit.
 */
export async function answerDemands(tx: Transaction, project: Project, demandIds: readonly string[]): Promise<Demand[]> {
  const demands: Demand[] = [];
  // In one order for everybody, so that two projects at once do not wait for each other.
  for (const id of [...new Set(demandIds)].toSorted()) {
    const demand = await tx.load(Demand, id, 'answer', { field: 'demands' });
    takeDemandStep(tx, demand, 'startProject');
    demand.project = project;
    tx.announce('demand.inProject', demand, { project: project.id });
    demands.push(demand);
  }
  for (const wish of await wishesOf(tx, demands, [WishState.ACCEPTED, WishState.LISTED])) await startWishProject(tx, wish, project);
  return demands;
}

/** Puts one wish into the project that answers its demand. */
export async function startWishProject(tx: Transaction, wish: Wish, project: Project): Promise<void> {
  if (wish.state === WishState.ACCEPTED) wish.unlistedReason ??= standardWords.unlistedFor(project.name);
  takeWishStep(tx, wish, 'startProject', {}, ['wish.startProject']);
  wish.project = project;
  await giveAnswerToAll(tx, wish, { words: standardWords.started(project.name) });
  tx.announce('wish.inProject', wish, { project: project.id });
}

/** Says that a project has done what its demands asked for: they are met, their wishes fulfilled, every wisher told in these words. */
export async function fulfilDemandsOf(tx: Transaction, project: Project, words: string): Promise<Demand[]> {
  const demands = await tx.em.find(Demand, { project, state: DemandState.IN_PROJECT }, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  for (const demand of demands) {
    takeDemandStep(tx, demand, 'meet', { own: ['demand.answer'] });
    tx.announce('demand.met', demand, { project: project.id });
  }
  const to = await wishesOf(tx, demands, [WishState.IN_PROJECT]);
  for (const wish of to) {
    takeWishStep(tx, wish, 'fulfil', { words }, ['wish.fulfil']);
    await giveAnswerToAll(tx, wish, { words, to });
    tx.announce('wish.fulfilled', wish);
  }
  return demands;
}

/**
 * Gives back what a terminated project did not do: its demands are open to another project, or on the list where a wish of
 * theirs was, and the wishes that it had not fulfilled go back with them; their wishers are told.
 */
export async function freeDemandsOf(tx: Transaction, project: Project): Promise<Demand[]> {
  const demands = await tx.em.find(Demand, { project, state: DemandState.IN_PROJECT }, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  const wishes = await wishesOf(tx, demands, [WishState.IN_PROJECT]);
  for (const wish of wishes) {
    freeWish(tx, wish);
    wish.project = null;
    // It went without the list for this project's sake alone; the next one may be listed first.
    if (wish.unlistedReason === standardWords.unlistedFor(project.name)) wish.unlistedReason = null;
    await giveAnswerToAll(tx, wish, { words: standardWords.letGo(project.name) });
    tx.announce('wish.freed', wish, { project: project.id });
  }
  for (const demand of demands) {
    freeDemand(tx, demand, wishes.some((wish) => wish.demand?.id === demand.id && wish.state === WishState.LISTED));
    tx.announce('demand.freed', demand, { project: project.id });
  }
  return demands;
}

/** A demand is met once none of its wishes is still on its way. */
export async function meetDemandOf(tx: Transaction, wish: Wish): Promise<void> {
  if (!wish.demand) return;
  await tx.em.populate(wish, ['demand']);
  const { demand } = wish;
  const onTheWay = [WishState.ACCEPTED, WishState.LISTED, WishState.IN_PROJECT];
  const others = await tx.em.count(Wish, { demand, state: { $in: onTheWay }, id: { $ne: wish.id } });
  if (others === 0 && demand.state === DemandState.IN_PROJECT) takeDemandStep(tx, demand, 'meet', { own: ['demand.answer'] });
}

/** A demand is no longer met when one of its wishers says so. */
export async function reopenDemandOf(tx: Transaction, wish: Wish): Promise<void> {
  if (!wish.demand) return;
  await tx.em.populate(wish, ['demand']);
  if (wish.demand.state === DemandState.MET) takeDemandStep(tx, wish.demand, 'reopen', { own: ['demand.answer'] });
}

function wishesOf(tx: Transaction, demands: readonly Demand[], states: readonly WishState[]): Promise<Wish[]> {
  if (demands.length === 0) return Promise.resolve([]);
  return tx.em.find(Wish, { demand: { $in: [...demands] }, state: { $in: [...states] } }, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
}
