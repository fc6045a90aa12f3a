import { Forbidden, holdsAt, refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { VocabularyKind, VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { takeDemandStep } from './demand.case.js';
import { Demand } from './demand.entity.js';
import { DemandState } from './demand.enums.js';
import type { CloseDemandInput, CreateDemandInput, EditDemandInput } from './demand.inputs.js';
import { demandLife } from './demand.workflow.js';

const longestTitle = 60;
const longestReason = 1000;

/** What a new demand is made of. */
type NewDemand = Pick<Demand, 'title' | 'orgUnit' | 'orgPath' | 'category'>;

/** Opens a demand. Asks no permission: whoever calls has asked for theirs. */
export async function openDemand(tx: Transaction, { title, ...rest }: NewDemand): Promise<Demand> {
  const demand = tx.create(Demand, {
    ...rest,
    title: requiredWords(title, 'title', longestTitle),
    number: await tx.nextNumber('demand'),
    state: DemandState.OPEN,
    workflowVersion: demandLife.version,
  });
  tx.announce('demand.opened', demand);
  return demand;
}

/** Opens a demand that staff know of themselves. */
export async function createDemand(tx: Transaction, input: CreateDemandInput): Promise<Demand> {
  const orgUnit = await tx.refer(OrgUnit, input.orgUnit, 'orgUnit');
  if (!holdsAt(tx.actor, 'demand.manage', orgUnit.orgPath)) throw new Forbidden('manage Demand');
  if (orgUnit.closedOn) throw refuse('UNIT_CLOSED', 'orgUnit');
  const category = await wishCategory(tx, input.category);
  return openDemand(tx, { title: input.title, orgUnit, orgPath: orgUnit.orgPath, category });
}

/** Retitles a demand or changes its category. */
export async function editDemand(tx: Transaction, input: EditDemandInput): Promise<Demand> {
  const demand = await tx.load(Demand, input.id, 'manage', input);
  if (demand.state === DemandState.CLOSED) throw refuse('DEMAND_CLOSED', 'id');
  if (input.title != null) demand.title = requiredWords(input.title, 'title', longestTitle);
  if (input.category !== undefined) demand.category = await wishCategory(tx, input.category);
  return demand;
}

/** Closes a demand that no wish is in. */
export async function closeDemand(tx: Transaction, input: CloseDemandInput): Promise<Demand> {
  const demand = await tx.load(Demand, input.id, 'manage', input);
  takeDemandStep(tx, demand, 'close', { input: { ...input } });
  tx.announce('demand.closed', demand, { words: requiredWords(input.reason, 'reason', longestReason) });
  return demand;
}

/** A demand that wishes may still join. @throws Refusal NOT_FOUND, DEMAND_CLOSED; Forbidden. */
export async function joinableDemand(tx: Transaction, id: string, field: string): Promise<Demand> {
  const demand = await tx.load(Demand, id, 'join', { field });
  if (demand.state === DemandState.CLOSED || demand.state === DemandState.MET) throw refuse('DEMAND_CLOSED', field);
  return demand;
}

/** A category of wishes. @throws Refusal NOT_FOUND when it is a word of another list. */
export async function wishCategory(tx: Transaction, id: string | null | undefined): Promise<VocabularyTerm | null> {
  const term = await tx.referOptional(VocabularyTerm, id, 'category');
  if (term && term.kind !== VocabularyKind.WISH_CATEGORY) throw refuse('NOT_FOUND', 'category');
  return term;
}
