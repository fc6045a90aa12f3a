import { Forbidden, holdsAt, optionalWords, refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { dateIn, isFinalState, parsePhone } from '@weixiang/shared';
import { Demand } from '../demands/demand.entity.js';
import { wishCategory } from '../demands/demand.service.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Person } from '../people/person.entity.js';
import { attachToWish, moveWithWish, showWithWish } from '../photos/photo.service.js';
import { actingPerson } from './acting-person.js';
import { WishAnswer } from './wish-answer.entity.js';
import { answerDeadline } from './wish.deadline.js';
import { Wish } from './wish.entity.js';
import { WishChannel, WishState } from './wish.enums.js';
import type { AssignWishInput, EditWishInput, MakeWishInput, SetWishPriorityInput } from './wish.inputs.js';
import { demandTitleOf, labelOnWallOf, longestWords } from './wish.rules.js';
import { wishLife } from './wish.workflow.js';

const longestName = 50;

/** Who wishes, as the wish keeps it. */
type Wisher = Pick<Wish, 'wisher' | 'wisherName' | 'wisherPhone' | 'recordedBy'>;

/** Makes one's own wish, or records somebody's; the deadline of the first answer begins. */
export async function makeWish(tx: Transaction, input: MakeWishInput): Promise<Wish> {
  // Asked at once they take one round trip; a number that is not used is given back.
  const [orgUnit, category, number] = await Promise.all([tx.refer(OrgUnit, input.orgUnit, 'orgUnit'), wishCategory(tx, input.category), tx.nextNumber('wish')]);
  const wisher = await wisherOf(tx, input, orgUnit);
  if (orgUnit.closedOn) throw refuse('UNIT_CLOSED', 'orgUnit');
  const isStaff = holdsAt(tx.actor, 'wish.edit', orgUnit.orgPath);
  if (input.priority != null && !isStaff) throw refuse('PRIORITY_IS_FOR_STAFF', 'priority');
  const dueAt = answerDeadline(tx.tenant, tx.now);
  const wish = tx.create(Wish, {
    ...wisher,
    orgUnit,
    words: requiredWords(input.words, 'words', longestWords),
    channel: input.channel,
    scope: input.scope ?? null,
    category,
    priority: input.priority ?? null,
    wisherLabel: labelOnWallOf(input.wisherLabel, wisher.wisherName),
    isPublic: input.isPublic ?? true,
    recordedOn: dateIn(tx.now, tx.tenant.timeZone),
    answerDueAt: dueAt,
    escalatesAt: dueAt,
    state: WishState.SUBMITTED,
    workflowVersion: wishLife.version,
    number,
  });
  await attachToWish(tx, wish, input.photos);
  tx.announce('wish.submitted', wish, { channel: wish.channel });
  return wish;
}

/**
 * Changes a wish: staff what they sort it by, its wisher the words until it is answered. How it stands on the wall, and
 * whether, its wisher may change at any time; staff may only take it off.
 */
export async function editWish(tx: Transaction, input: EditWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'edit', input);
  refuseWhatIsTheWishers(tx, wish, input);
  const isMending = input.words != null || input.category !== undefined || input.scope !== undefined || input.priority !== undefined;
  if (isMending) refuseEnded(wish);
  if (isMending && wish.state !== WishState.SUBMITTED && !holdsAt(tx.actor, 'wish.edit', wish.orgPath)) throw refuse('WISH_ANSWERED', 'id');
  if (input.words != null) wish.words = requiredWords(input.words, 'words', longestWords);
  if (input.category !== undefined) wish.category = await wishCategory(tx, input.category);
  if (input.scope !== undefined) wish.scope = input.scope;
  if (input.priority !== undefined) {
    tx.require('prioritise', wish);
    wish.priority = input.priority;
  }
  if (input.wisherLabel != null) wish.wisherLabel = labelOnWallOf(input.wisherLabel, wish.wisherName);
  if (input.isPublic != null) wish.isHeldBack = false;
  if (input.isPublic != null && input.isPublic !== wish.isPublic) await putOnWall(tx, wish, input.isPublic);
  return wish;
}

/**
 * Staff sort a wish and may take it off the wall. Its words, and whether the wall shows more of it or of who wishes, are
 * the wisher's alone; staff speak for wishers without an account, whose wish they wrote down.
 * @throws Refusal WISH_IS_THE_WISHERS, blaming the field.
 */
function refuseWhatIsTheWishers(tx: Transaction, wish: Wish, { words, isPublic, wisherLabel }: EditWishInput): void {
  if (!wish.wisher || wish.wisher.id === tx.actor.personId) return;
  if (words != null && words.trim() !== wish.words) throw refuse('WISH_IS_THE_WISHERS', 'words');
  if (isPublic === true && !wish.isPublic) throw refuse('WISH_IS_THE_WISHERS', 'isPublic');
  const label = wisherLabel?.trim() ?? '';
  if (label !== '' && label !== wish.wisherLabel) throw refuse('WISH_IS_THE_WISHERS', 'wisherLabel');
}

/** Says how important and urgent a wish is. */
export async function setWishPriority(tx: Transaction, input: SetWishPriorityInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'prioritise', input);
  refuseEnded(wish);
  wish.priority = input.priority ?? null;
  return wish;
}

/** Hands a wish to another unit of one's reach (交给网格); its answers go with it. */
export async function assignWish(tx: Transaction, input: AssignWishInput): Promise<Wish> {
  const wish = await tx.load(Wish, input.id, 'assign', input);
  const orgUnit = await tx.refer(OrgUnit, input.orgUnit, 'orgUnit');
  if (!holdsAt(tx.actor, 'wish.assign', orgUnit.orgPath)) throw new Forbidden('assign Wish');
  if (orgUnit.closedOn) throw refuse('UNIT_CLOSED', 'orgUnit');
  refuseEnded(wish);
  const { orgPath } = orgUnit;
  Object.assign(wish, { orgUnit, orgPath });
  await tx.em.nativeUpdate(WishAnswer, { wish }, { orgUnit, orgPath });
  await moveWithWish(tx, wish, orgUnit);
  tx.announce('wish.assigned', wish, { orgUnit: orgUnit.id });
  return wish;
}

/** @throws Refusal WISH_ENDED when nothing more can come of it. */
export function refuseEnded({ state }: Wish): void {
  if (isFinalState(wishLife, state)) throw refuse('WISH_ENDED', 'id');
}

/**
 * One's own name and telephone, or those that staff give of somebody else.
 * @throws Forbidden when the actor may neither make wishes nor record them there.
 */
async function wisherOf(tx: Transaction, input: MakeWishInput, orgUnit: OrgUnit): Promise<Wisher> {
  const name = optionalWords(input.wisherName, 'wisherName', longestName);
  const phone = phoneOf(input.wisherPhone);
  const mayRecord = holdsAt(tx.actor, 'wish.record', orgUnit.orgPath);
  const recorded = (): Wisher => ({ wisher: null, wisherName: name, wisherPhone: phone, recordedBy: actingPerson(tx) });
  if (mayRecord && input.channel !== WishChannel.ONLINE_HOME) return recorded();
  const own = tx.actor.personId === null ? null : await tx.peek(Person, tx.actor.personId);
  const isAnothers = name !== null && name !== own?.name;
  if (mayRecord && isAnothers) return recorded();
  tx.require('make', 'Wish');
  if (isAnothers || own === null) throw new Forbidden('record Wish');
  return { wisher: own, wisherName: own.name, wisherPhone: phone ?? own.phone, recordedBy: null };
}

function phoneOf(text: string | null | undefined): string | null {
  if (!text?.trim()) return null;
  const phone = parsePhone(text);
  if (phone === null) throw refuse('PHONE_INVALID', 'wisherPhone');
  return phone;
}

/** Onto the wall or off it, with its answers and photos; a demand that is called by its words is called so no longer. */
export async function putOnWall(tx: Transaction, wish: Wish, isPublic: boolean): Promise<void> {
  wish.isPublic = isPublic;
  await tx.em.nativeUpdate(WishAnswer, { wish }, { isPublic });
  await showWithWish(tx, wish, isPublic);
  const demand = isPublic || !wish.demand ? null : await tx.peek(Demand, wish.demand.id);
  if (demand?.title === demandTitleOf({ ...wish, isPublic: true })) demand.title = demandTitleOf(wish);
}
