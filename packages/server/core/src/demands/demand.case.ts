import { indexOf, stepsOf, stepTo, type Actor, type FeatureSet, type Transaction } from '@weixiang/kernel';
import type { AvailableStep, Reason, Workflow } from '@weixiang/shared';
import type { Demand } from './demand.entity.js';
import { DemandState } from './demand.enums.js';
import { demandLife } from './demand.workflow.js';

/** What the workflow looks at. */
export interface DemandFacts {
  state: string;
  workflowVersion: number;
  orgPath: string;
  wishCount: number;
}

/** Properties of a demand that hold its facts. */
export const demandFacts = ['state', 'workflowVersion', 'orgPath', 'wishCount'] as const satisfies readonly (keyof DemandFacts)[];

/** Everything that could happen to a demand next, with the reason where this actor may not do it. */
export function demandSteps(features: FeatureSet, actor: Actor, facts: DemandFacts): AvailableStep[] {
  return stepsOf(workflowOf(features, facts), actor, { state: facts.state, path: facts.orgPath, guards: guardsOf(facts) });
}

/** What a step of a demand goes by. */
interface StepOptions {
  input?: Readonly<Record<string, unknown>>;
  /** Permissions that the actor has on this demand for another reason than a role. */
  own?: readonly string[];
  /** Its project is being terminated. */
  isLetGo?: boolean;
}

/** Lets go of a demand whose project is terminated; one that began before there was such a way goes on by the life that has it. */
export function freeDemand(tx: Transaction, demand: Demand, isListed: boolean): void {
  demand.workflowVersion = demandLife.version;
  takeDemandStep(tx, demand, isListed ? 'freeListed' : 'free', { own: ['demand.answer'], isLetGo: true });
  demand.project = null;
}

/** Takes a step: the only place where a demand's state changes. @throws Refusal of the workflow. */
export function takeDemandStep(tx: Transaction, demand: Demand, step: string, { input = {}, own, isLetGo }: StepOptions = {}): void {
  const subject = { state: demand.state, path: demand.orgPath, own, guards: guardsOf(demand, isLetGo) };
  const next = stepTo(tx, workflowOf(tx.features, demand), step, subject, input);
  const state = Object.values(DemandState).find((known) => known === next);
  if (!state) throw new Error(`${next} is no state of a demand.`);
  demand.state = state;
}

function guardsOf({ wishCount }: DemandFacts, isLetGo = false): Record<string, true | Reason> {
  return {
    isLetGo: isLetGo || { zh: '项目清退时自动退回', en: 'It comes back by itself when its project is terminated' },
    hasNoWishes: wishCount === 0 || { zh: `还有 ${wishCount} 条心愿在里面，请先归入其他需求`, en: `${wishCount} wishes are still in it; let them join another demand first` },
  };
}

function workflowOf(features: FeatureSet, { workflowVersion }: DemandFacts): Workflow {
  return indexOf(features).workflows.at(demandLife.name, workflowVersion);
}
