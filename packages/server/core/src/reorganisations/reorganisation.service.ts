import { Forbidden, messageOf, optionalWords, refuse, requiredWords, stepTo, type Transaction } from '@weixiang/kernel';
import { dateIn, isDate, periodOf } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Person } from '../people/person.entity.js';
import { deeds } from './reorganisation.deeds.js';
import { lockTree, plannedAlready, problemOf, type Draft } from './reorganisation.draft.js';
import { ReorganisationKind, ReorganisationState } from './reorganisation.enums.js';
import type { CancelReorganisationInput, CloseOrgUnitInput, MergeOrgUnitsInput, MoveOrgUnitInput, SplitOrgUnitInput } from './reorganisation.inputs.js';
import { Reorganisation } from './reorganisation.entity.js';
import { reorganisationLife } from './reorganisation.workflow.js';

/** Names of the jobs: one carries a plan out on its day, the other lets the records follow. */
export const carryOutJob = 'reorganisation.carryOut';
export const followJob = 'reorganisation.follow';

const longestBasis = 200;
const mostUnits = 20;
const mostChildren = 100;
/** Plans reach this far: a date mistyped by a century is no plan. */
const farthestYears = 3;

/** Whether the unit is locked for a change, or only looked at. */
type Look = 'change' | 'preview';
/** From when, and on what grounds. */
export type When = { on?: string | null; basis?: string | null };

/** What a move means. @throws Refusal NOT_FOUND; Forbidden. */
export async function draftMove(tx: Transaction, input: MoveOrgUnitInput, look: Look): Promise<Draft> {
  const unit = await unitOf(tx, input, look);
  return { kind: ReorganisationKind.MOVE, unit, target: await targetOf(tx, input.to, 'to'), plan: null };
}

/** What a merger means, one draft for each unit that is merged. @throws Refusal NOT_FOUND, REQUIRED, TOO_MANY_UNITS; Forbidden. */
export async function draftMerger(tx: Transaction, input: MergeOrgUnitsInput, look: Look): Promise<Draft[]> {
  const ids = [...new Set(input.units)];
  if (ids.length === 0) throw refuse('REQUIRED', 'units');
  if (ids.length > mostUnits) throw refuse('TOO_MANY_UNITS', 'units', { limit: mostUnits });
  const target = await targetOf(tx, input.into, 'into');
  const drafts: Draft[] = [];
  for (const id of ids) drafts.push({ kind: ReorganisationKind.MERGE, unit: await unitOf(tx, { id }, look, 'units'), target, plan: null });
  return drafts;
}

/** What a split means. @throws Refusal NOT_FOUND, REQUIRED, TOO_LONG; Forbidden. */
export async function draftSplit(tx: Transaction, input: SplitOrgUnitInput, look: Look): Promise<Draft> {
  const unit = await unitOf(tx, input, look);
  if (input.children.length > mostChildren) throw refuse('TOO_MANY_UNITS', 'children', { limit: mostChildren });
  const children: string[] = [];
  for (const id of new Set(input.children)) children.push((await tx.refer(OrgUnit, id, 'children')).id);
  const plan = { name: requiredWords(input.name, 'name', 100), code: requiredWords(input.code, 'code', 50), children };
  return { kind: ReorganisationKind.SPLIT, unit, target: null, plan };
}

/** What a closing means. @throws Refusal NOT_FOUND; Forbidden. */
export async function draftClosing(tx: Transaction, input: CloseOrgUnitInput, look: Look): Promise<Draft> {
  return { kind: ReorganisationKind.CLOSE, unit: await unitOf(tx, input, look), target: null, plan: null };
}

/** Moves a unit, today or on a day to come. */
export async function moveOrgUnit(tx: Transaction, input: MoveOrgUnitInput): Promise<Reorganisation> {
  await lockTree(tx);
  return plan(tx, await draftMove(tx, input, 'change'), input);
}

/** Merges units into another, today or on a day to come. */
export async function mergeOrgUnits(tx: Transaction, input: MergeOrgUnitsInput): Promise<Reorganisation[]> {
  await lockTree(tx);
  const planned: Reorganisation[] = [];
  // One after the other: of two units that are merged, one may stand below the other.
  for (const draft of await draftMerger(tx, input, 'change')) {
    await tx.em.refresh(draft.unit);
    planned.push(await plan(tx, draft, input));
  }
  return planned;
}

/** Splits a unit, today or on a day to come. */
export async function splitOrgUnit(tx: Transaction, input: SplitOrgUnitInput): Promise<Reorganisation> {
  await lockTree(tx);
  return plan(tx, await draftSplit(tx, input, 'change'), input);
}

/** Closes a unit that has no open unit below, today or on a day to come; its records stay. */
export async function closeOrgUnit(tx: Transaction, input: CloseOrgUnitInput): Promise<Reorganisation> {
  await lockTree(tx);
  return plan(tx, await draftClosing(tx, input, 'change'), input);
}

/** Calls a planned reorganisation off. */
export async function cancelReorganisation(tx: Transaction, input: CancelReorganisationInput): Promise<Reorganisation> {
  const it = await tx.load(Reorganisation, input.id, 'read', input);
  await tx.em.populate(it, ['orgUnit.parent']);
  requireAbove(tx, it.orgUnit);
  it.state = step(tx, it, 'cancel');
  tx.announce('reorganisation.canceled', it, { kind: it.kind });
  return it;
}

/**
 * Carries a plan out on its day, or keeps why it cannot be. Whatever calls it twice does it once: the state moves on
 * under the row's lock.
 */
export async function carryOutOnItsDay(tx: Transaction, id: string): Promise<void> {
  await lockTree(tx);
  const it = await tx.load(Reorganisation, id, 'carryOut');
  if (it.state !== ReorganisationState.PLANNED || it.effectiveOn > today(tx)) return;
  const unit = await tx.load(OrgUnit, it.orgUnit.id, 'reorganise');
  const target = it.target && (await tx.peek(OrgUnit, it.target.id));
  const draft = { kind: it.kind, unit, target, plan: it.plan };
  const problem = await problemOf(tx, draft);
  if (!problem) return carryOut(tx, it, draft);
  if (problem.code === 'REORGANISATION_UNDER_WAY') return; // its turn comes when the other is done
  it.state = step(tx, it, 'fail');
  it.failureText = messageOf(tx.features, problem.code, problem.values);
  tx.announce('reorganisation.failed', it, { kind: it.kind, code: problem.code });
}

async function plan(tx: Transaction, draft: Draft, when: When): Promise<Reorganisation> {
  const effectiveOn = dayOf(tx, when);
  const problem = (await problemOf(tx, draft)) ?? (await plannedAlready(tx, draft.unit));
  if (problem) throw problem;
  const plannedBy = tx.actor.personId === null ? null : await tx.peek(Person, tx.actor.personId);
  const it = tx.create(Reorganisation, {
    orgUnit: draft.unit,
    orgPath: draft.unit.orgPath,
    kind: draft.kind,
    target: draft.target,
    formerlyBelow: draft.unit.parent,
    plan: draft.plan,
    effectiveOn,
    plannedBy,
    basis: optionalWords(when.basis, 'basis', longestBasis),
  });
  if (effectiveOn === today(tx)) await carryOut(tx, it, draft);
  else {
    tx.announce('reorganisation.planned', it, { kind: it.kind, on: effectiveOn });
    const { start } = periodOf(effectiveOn, effectiveOn, tx.tenant.timeZone);
    tx.enqueue({ name: carryOutJob, payload: { id: it.id }, at: start, key: `${carryOutJob} ${it.id}` });
  }
  return it;
}

async function carryOut(tx: Transaction, it: Reorganisation, draft: Draft): Promise<void> {
  it.state = step(tx, it, 'carryOut');
  it.formerPath = draft.unit.orgPath;
  it.formerlyBelow = draft.unit.parent;
  it.carriedOutAt = tx.now;
  it.unitsMoved = await deeds[it.kind](tx, it, draft);
  tx.announce('reorganisation.carriedOut', it, { kind: it.kind });
  tx.enqueue({ name: followJob, payload: {}, key: followJob });
}

/** The next state of a reorganisation; rights were asked for before, at the unit above. */
export function step(tx: Transaction, { state }: Reorganisation, name: string): ReorganisationState {
  const next = stepTo(tx, reorganisationLife, name, { state, path: '', own: ['organisation.manage'] });
  const found = Object.values(ReorganisationState).find((each) => each === next);
  if (!found) throw new Error(`${next} is no state of a reorganisation.`);
  return found;
}

async function unitOf(tx: Transaction, { id, version }: { id: string; version?: number | null }, look: Look, field = 'id'): Promise<OrgUnit> {
  const unit = look === 'preview' ? await tx.refer(OrgUnit, id, field) : await tx.load(OrgUnit, id, 'read', { version, field });
  await tx.em.populate(unit, ['parent', 'kind']);
  requireAbove(tx, unit);
  return unit;
}

/** Nobody reorganises the unit at which they serve: it takes who manages the unit above. */
function requireAbove(tx: Transaction, { parent }: OrgUnit): void {
  if (!tx.may('reorganise', parent ?? 'OrgUnit')) throw new Forbidden('reorganise OrgUnit');
}

async function targetOf(tx: Transaction, id: string, field: string): Promise<OrgUnit> {
  const target = await tx.refer(OrgUnit, id, field);
  tx.require('reorganise', target);
  return target;
}

/** The day on which it holds. @throws Refusal DATE_PAST, DATE_TOO_FAR. */
export function dayOf(tx: Transaction, { on }: When): string {
  const first = today(tx);
  if (on == null) return first;
  if (!isDate(on) || on < first) throw refuse('DATE_PAST', 'on');
  if (Number(on.slice(0, 4)) > Number(first.slice(0, 4)) + farthestYears) throw refuse('DATE_TOO_FAR', 'on', { years: farthestYears });
  return on;
}

function today(tx: Transaction): string {
  return dateIn(tx.now, tx.tenant.timeZone);
}
