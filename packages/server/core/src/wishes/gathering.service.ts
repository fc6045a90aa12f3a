import { optionalWords, refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { startWishProject } from '../demands/demand-answer.service.js';
import { takeDemandStep } from '../demands/demand.case.js';
import type { Demand } from '../demands/demand.entity.js';
import { DemandState } from '../demands/demand.enums.js';
import { joinableDemand, openDemand } from '../demands/demand.service.js';
import { takeWishStep } from './wish.case.js';
import { Wish } from './wish.entity.js';
import { WishState } from './wish.enums.js';
import { demandTitleOf, longestWords, standardWords } from './wish.rules.js';
import { giveAnswerToAll } from './wish-answer.service.js';
import type { AcceptWishInput, JoinDemandInput } from './wish-step.inputs.js';

/** Accepts a wish into a demand, or gathers one that was accepted by an answer before. */
export async function acceptWish(tx: Transaction, input: AcceptWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'accept', input);
  const words = requiredWords(input.words, 'words', longestWords);
  const isAccepted = wish.state === WishState.ACCEPTED && !wish.demand;
  takeWishStep(tx, wish, isAccepted ? 'gather' : 'accept', { words });
  const demand = input.demand == null ? await demandFor(tx, wish, input.newDemandTitle) : await joinableDemand(tx, input.demand, 'demand');
  await gather(tx, wish, demand);
  await giveAnswerToAll(tx, wish, { words });
  tx.announce(isAccepted ? 'wish.gathered' : 'wish.accepted', wish, { demand: demand.id });
  await followDemand(tx, wish, demand);
  return wish;
}

/** Lets an accepted or listed wish join a demand; the wisher is told. */
export async function joinDemand(tx: Transaction, input: JoinDemandInput): Promise<{ wish: Wish; demand: Demand }> {
  const wish = await tx.load(Wish, input.wish, 'accept', { field: 'wish' });
  const demand = await joinableDemand(tx, input.demand, 'demand');
  if (wish.state !== WishState.ACCEPTED && wish.state !== WishState.LISTED) throw refuse('WISH_NOT_GATHERABLE', 'wish');
  if (wish.demand?.id === demand.id) return { wish, demand };
  const words = optionalWords(input.words, 'words', longestWords) ?? standardWords.joined(demand.title);
  await gather(tx, wish, demand);
  await giveAnswerToAll(tx, wish, { words });
  tx.announce('wish.gathered', wish, { demand: demand.id });
  await followDemand(tx, wish, demand);
  return { wish, demand };
}

/** Puts a wish into a demand, or takes it out; the only place where the demands' counts change. */
export async function gather(tx: Transaction, wish: Wish, demand: Demand | null): Promise<void> {
  const count = (of: Demand, by: 1 | -1) =>
    tx.em.execute('update demand set wish_count = wish_count + ? where tenant_id = ? and id = ?', [by, tx.tenant.id, of.id]);
  await tx.em.flush(); // a demand that was opened just now has no row to count in before
  if (wish.demand) await count(wish.demand, -1);
  if (demand) await count(demand, 1);
  wish.demand = demand;
}

function demandFor(tx: Transaction, wish: Wish, title: string | null | undefined): Promise<Demand> {
  const { orgUnit, orgPath, category } = wish;
  return openDemand(tx, { title: title?.trim() ? title : demandTitleOf(wish), orgUnit, orgPath, category });
}

/** A wish that joins a demand with a project is in that project too; one that joins a listed demand needs no listing of its own. */
async function followDemand(tx: Transaction, wish: Wish, demand: Demand): Promise<void> {
  if (demand.state !== DemandState.IN_PROJECT || !demand.project) return;
  await tx.em.populate(demand, ['project']);
  await startWishProject(tx, wish, demand.project);
}

/** Puts the demand of a listed wish onto the list too. */
export async function listDemandOf(tx: Transaction, wish: Wish): Promise<void> {
  if (!wish.demand) return;
  await tx.em.populate(wish, ['demand']);
  if (wish.demand.state === DemandState.OPEN) takeDemandStep(tx, wish.demand, 'list', { own: ['demand.manage'] });
}
