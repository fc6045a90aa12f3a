import { indexOf, stepTo, type Actor, type Case, type FeatureSet, type GuardAnswers, type Transaction } from '@weixiang/kernel';
import { isFinalState, type Workflow } from '@weixiang/shared';
import { enrolmentLife } from '../../shared/enrolment.workflow.js';
import { EnrolmentState, type Enrolment } from './enrolment.entity.js';

/** What of an enrolment decides its steps; the guardian as the record or as its UUID. */
export type EnrolmentFacts = Pick<Enrolment, 'id' | 'state' | 'orgPath' | 'workflowVersion'> & { guardian: unknown };

/** Properties of an enrolment that hold its facts. */
export const enrolmentFacts = ['id', 'state', 'orgPath', 'workflowVersion', 'guardian'] as const satisfies readonly (keyof EnrolmentFacts)[];

/** The life that the enrolment began with. */
export function workflowOfEnrolment(features: FeatureSet, { workflowVersion }: Pick<Enrolment, 'workflowVersion'>): Workflow {
  return indexOf(features).workflows.at(enrolmentLife.name, workflowVersion);
}

/** The enrolment as its workflow asks about it: who enrolled may withdraw, and accept a place. */
export function caseOfEnrolment(actor: Actor, { state, orgPath, guardian }: EnrolmentFacts, guards: GuardAnswers = {}): Case {
  const isOwn = actor.personId !== null && idOf(guardian) === actor.personId;
  return { state, path: orgPath, own: isOwn ? ['enrolment.withdraw', 'enrolment.accept'] : [], guards };
}

/** Whether nothing can happen to the enrolment any more. */
export function isOver(features: FeatureSet, enrolment: Enrolment): boolean {
  return isFinalState(workflowOfEnrolment(features, enrolment), enrolment.state);
}

/** What a step brings along. */
interface StepTaken {
  guards?: GuardAnswers;
  reason?: string | null;
  /** Permissions that the actor has on this enrolment because of what they do to its term. */
  own?: readonly string[];
}

/** Takes a step: the only place where an enrolment's state changes. */
export function takeEnrolmentStep(tx: Transaction, enrolment: Enrolment, step: string, { guards, reason = null, own = [] }: StepTaken = {}): void {
  const subject = caseOfEnrolment(tx.actor, enrolment, guards);
  const next = stepTo(tx, workflowOfEnrolment(tx.features, enrolment), step, { ...subject, own: [...(subject.own ?? []), ...own] }, { reason });
  if (!isEnrolmentState(next)) throw new Error(`${next} is no state of an enrolment.`);
  enrolment.state = next;
  enrolment.reason = reason;
}

function idOf(related: unknown): unknown {
  return typeof related === 'object' && related !== null && 'id' in related ? related.id : related;
}

function isEnrolmentState(text: string): text is EnrolmentState {
  return Object.hasOwn(EnrolmentState, text);
}
