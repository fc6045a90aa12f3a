import type { Text } from '../text.js';
import type { Workflow, WorkflowStep } from './definition.js';

/** Why not, in words for the person; a guard may add a code of its own. */
export type Reason = Text & { readonly code?: string };

/** The questions that a workflow asks about the case at hand: the answer is yes or the reason why not. */
export interface Ask {
  may(permission: string): true | Reason;
  guard(name: string): true | Reason;
}

/** A step that leaves the present state, and whether this person may take it now. */
export interface AvailableStep<State extends string = string, Step extends string = string> {
  readonly name: Step;
  readonly label: Text;
  readonly to: State;
  readonly allowed: boolean;
  /** Null when allowed. */
  readonly reason: Text | null;
}

/** Why a step was not taken: a code of the interpreter's (`STEP_…`) or the guard's own. */
export interface StepRefusal {
  readonly ok: false;
  readonly code: string;
  readonly reason: Text;
  /** The input field to mend, when that is what is wrong. */
  readonly field?: string;
}

/** What `takeStep` decided. */
export type StepOutcome<State extends string = string> = { readonly ok: true; readonly to: State } | StepRefusal;

/**
 * Every step that leaves the state, in the order of the definition, with the reason where it is not allowed.
 * @example availableSteps(wishLife, 'SUBMITTED', ask) // [{ name: 'accept', allowed: true, reason: null, … }]
 */
export function availableSteps<State extends string, Step extends string>(
  workflow: Workflow<State, Step>,
  state: string,
  ask: Ask,
): AvailableStep<State, Step>[] {
  return stepsFrom(workflow, state).map(([name, step]) => {
    const refusal = refusalOf(step, ask);
    return { name, label: step.label, to: step.to, allowed: !refusal, reason: refusal?.reason ?? null };
  });
}

/**
 * Decides a step and changes nothing: where it leads, or the refusal (unknown step, wrong state, permission, guard,
 * missing input, in that order).
 * @example takeStep(wishLife, { state: 'SUBMITTED', step: 'accept', input: { words: '好的' } }, ask) // { ok: true, to: 'ACCEPTED' }
 */
export function takeStep<State extends string, Step extends string>(
  workflow: Workflow<State, Step>,
  { state, step: name, input = {} }: { state: string; step: string; input?: Readonly<Record<string, unknown>> },
  ask: Ask,
): StepOutcome<State> {
  const step = stepOf(workflow, name);
  if (!step) return refusal('STEP_UNKNOWN', { zh: '没有这一步', en: 'There is no such step' });
  if (!step.from.some((from) => from === state)) return refusal('STEP_NOT_FROM_HERE', notFromHere(workflow, state, step));
  const refused = refusalOf(step, ask);
  if (refused) return refused;
  const field = missingInput(step, input);
  if (field) return { ...refusal('STEP_INPUT_REQUIRED', { zh: '请填写', en: 'This is required' }), field };
  return { ok: true, to: step.to };
}

/**
 * The guards that the state's steps ask for, without doubles: those who must look them up first know what to fetch.
 * @example guardsFrom(projectLife, 'RESOURCING') // ['hasAgreement']
 */
export function guardsFrom(workflow: Workflow, state: string): string[] {
  return [...new Set(stepsFrom(workflow, state).flatMap(([, step]) => step.guards ?? []))];
}

/** Whether nothing leaves the state. `isFinalState(wishLife, 'DECLINED') // true` */
export function isFinalState(workflow: Workflow, state: string): boolean {
  return Object.hasOwn(workflow.states, state) && workflow.states[state]?.isFinal === true;
}

function stepsFrom<State extends string, Step extends string>(
  workflow: Workflow<State, Step>,
  state: string,
): [Step, WorkflowStep<State>][] {
  // Object.entries widens keys to string; the record's keys are exactly Step.
  const entries = Object.entries(workflow.steps) as [Step, WorkflowStep<State>][];
  return entries.filter(([, step]) => step.from.some((from) => from === state));
}

function stepOf<State extends string>(workflow: Workflow<State>, name: string): WorkflowStep<State> | undefined {
  return Object.hasOwn(workflow.steps, name) ? workflow.steps[name] : undefined;
}

function refusalOf(step: WorkflowStep, ask: Ask): StepRefusal | null {
  const may = ask.may(step.needs);
  if (may !== true) return refusal('STEP_FORBIDDEN', may);
  for (const guard of step.guards ?? []) {
    const holds = ask.guard(guard);
    if (holds !== true) return refusal('STEP_GUARDED', holds);
  }
  return null;
}

function refusal(code: string, { zh, en, ...own }: Reason): StepRefusal {
  return { ok: false, code: own.code ?? code, reason: { zh, en } };
}

function notFromHere(workflow: Workflow, state: string, step: WorkflowStep): Text {
  const here = workflow.states[state]?.label ?? { zh: state, en: state };
  return {
    zh: `现在是“${here.zh}”，不能“${step.label.zh}”`,
    en: `“${step.label.en}” is not possible while it is “${here.en}”`,
  };
}

function missingInput(step: WorkflowStep, input: Readonly<Record<string, unknown>>): string | undefined {
  const isGiven = (value: unknown): boolean =>
    value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '');
  return Object.entries(step.input ?? {}).find(([field, need]) => need === 'required' && !isGiven(input[field]))?.[0];
}
