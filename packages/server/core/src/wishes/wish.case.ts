import { holdsAt, indexOf, stepsOf, stepTo, type Actor, type FeatureSet, type Transaction } from '@weixiang/kernel';
import { isFinalState, type AvailableStep, type Reason, type Workflow } from '@weixiang/shared';
import { WishState } from './wish.enums.js';
import type { Wish } from './wish.entity.js';
import { wishLife } from './wish.workflow.js';

/** What the workflow looks at; relations by their UUID. */
export interface WishFacts {
  state: string;
  workflowVersion: number;
  orgPath: string;
  wisher: string | null;
  demand: string | null;
  unlistedReason: string | null;
}

/** Properties of a wish that hold its facts. */
export const wishFacts = ['state', 'workflowVersion', 'orgPath', 'wisher', 'demand', 'unlistedReason'] as const satisfies readonly (keyof WishFacts)[];

const noPermission: Reason = { zh: '您的岗位不办这一步', en: 'Your role does not take this step' };

/** What one may do to a wish that changes no state. */
const deeds = [
  { name: 'answer', label: { zh: '答复', en: 'Answer' }, needs: 'wish.answer' },
  { name: 'assign', label: { zh: '交给网格', en: 'Hand to a unit' }, needs: 'wish.assign' },
] as const;

/** Everything that could happen to a wish next, with the reason where this actor may not do it. */
export function wishSteps(features: FeatureSet, actor: Actor, facts: WishFacts): AvailableStep[] {
  const workflow = workflowOf(features, facts);
  const steps = stepsOf(workflow, actor, caseOf(actor, facts));
  if (isFinalState(workflow, facts.state)) return steps;
  const others = deeds
    .filter(({ name }) => !steps.some((step) => step.name === name))
    .map(({ needs, ...deed }) => {
      const allowed = holdsAt(actor, needs, facts.orgPath);
      return { ...deed, to: facts.state, allowed, reason: allowed ? null : noPermission };
    });
  return [...steps, ...others];
}

/**
 * Takes a step: the only place where a wish's state changes.
 * @param own permissions that the actor has on this wish for another reason than a role.
 * @param isLetGo whether its project is being terminated.
 * @throws Refusal of the workflow.
 */
export function takeWishStep(tx: Transaction, wish: Wish, step: string, input: Readonly<Record<string, unknown>> = {}, own: readonly string[] = [], isLetGo = false): void {
  const facts = factsOf(wish);
  const subject = caseOf(tx.actor, facts, isLetGo);
  const next = stepTo(tx, workflowOf(tx.features, facts), step, { ...subject, own: [...subject.own, ...own] }, input);
  if (!isWishState(next)) throw new Error(`${next} is no state of a wish.`);
  wish.state = next;
}

/** Lets go of a wish whose project is terminated; one that began before there was such a way goes on by the life that has it. */
export function freeWish(tx: Transaction, wish: Wish): void {
  wish.workflowVersion = wishLife.version;
  takeWishStep(tx, wish, wish.unlistedReason === null ? 'freeListed' : 'free', {}, ['wish.startProject'], true);
}

function caseOf(actor: Actor, { state, orgPath, wisher, demand, unlistedReason }: WishFacts, isLetGo = false) {
  const isOwn = wisher !== null && wisher === actor.personId;
  const guards: Record<string, true | Reason> = {
    isNotGathered: demand === null || { zh: '已经归入需求，要换一个请用“归入其他需求”', en: 'It is in a demand; join another one instead' },
    isNotSkipped: unlistedReason === null || { zh: '已经说明不列入清单', en: 'It was already taken off the list’s way' },
    isLetGo: isLetGo || { zh: '项目清退时自动退回', en: 'It comes back by itself when its project is terminated' },
    speaksForWisher: isOwn || wisher === null || { zh: '请等居民本人确认', en: 'The resident confirms it' },
  };
  return { state, path: orgPath, own: isOwn ? ['wish.confirm'] : [], guards };
}

function factsOf({ state, workflowVersion, orgPath, wisher, demand, unlistedReason }: Wish): WishFacts {
  return { state, workflowVersion, orgPath, wisher: wisher?.id ?? null, demand: demand?.id ?? null, unlistedReason };
}

function workflowOf(features: FeatureSet, { workflowVersion }: WishFacts): Workflow {
  return indexOf(features).workflows.at(wishLife.name, workflowVersion);
}

function isWishState(text: string): text is WishState {
  return Object.hasOwn(WishState, text);
}
