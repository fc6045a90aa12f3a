import { availableSteps, takeStep, type AvailableStep, type Reason, type StepOutcome, type Workflow } from '@weixiang/shared';
import { holdsAt } from '../permissions/actor.js';
import type { Actor } from '../permissions/actor.js';
import { refuse } from '../refusal.js';
import type { Transaction } from '../write/transaction.js';

/** What a workflow asks about: where the case belongs, whose it is, and what its guards look at. */
export interface Case {
  /** State, as the row holds it. */
  state: string;
  /** Path of the unit it belongs to. */
  path: string;
  /** Permissions that the actor has on this case for another reason: it is their own wish, they lead the project. */
  own?: readonly string[];
  /** Answers of the guards, looked up before: true, or the reason why not. */
  guards?: Readonly<Record<string, true | Reason>>;
}

const noPermission: Reason = { zh: '您的岗位不办这一步', en: 'Your role does not take this step' };

/** The questions of the interpreter, answered for this actor and case. */
function asking(actor: Actor, { path, own, guards }: Case) {
  return {
    may: (permission: string): true | Reason => (holdsAt(actor, permission, path) || own?.includes(permission) ? true : noPermission),
    guard: (name: string): true | Reason => guards?.[name] ?? { zh: '条件不满足', en: 'A condition is not met' },
  };
}

/** Every step out of the case's state, with the reason where this actor may not take it now. */
export function stepsOf(workflow: Workflow, actor: Actor, subject: Case): AvailableStep[] {
  return availableSteps(workflow, subject.state, asking(actor, subject));
}

/**
 * The state that a step leads to. The only way by which a state changes.
 * @throws Refusal with the workflow's code, the reason as its message, and the field to mend.
 */
export function stepTo(tx: Transaction, workflow: Workflow, step: string, subject: Case, input: Readonly<Record<string, unknown>> = {}): string {
  const outcome: StepOutcome = takeStep(workflow, { state: subject.state, step, input }, asking(tx.actor, subject));
  if (outcome.ok) return outcome.to;
  throw refuse(outcome.code, outcome.field ?? null, { reason_zh: outcome.reason.zh, reason_en: outcome.reason.en });
}
