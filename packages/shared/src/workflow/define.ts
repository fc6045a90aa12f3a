import type { Workflow, WorkflowDeadline, WorkflowDefinition, WorkflowState, WorkflowStep } from './definition.js';
import { workflowProblems } from './validate.js';

/**
 * Declares a workflow and checks it. Throws one error that lists everything wrong with it.
 * @example
 * const wishLife = defineWorkflow({
 *   name: 'wish.life', version: 1, initial: 'SUBMITTED',
 *   states: { SUBMITTED: { label: { zh: '待受理', en: 'Submitted' } }, ACCEPTED: { label: …, isFinal: true } },
 *   steps: { accept: { label: { zh: '受理', en: 'Accept' }, from: ['SUBMITTED'], to: 'ACCEPTED', needs: 'wish.answer' } },
 *   deadlines: [{ state: 'SUBMITTED', after: { setting: 'answerWithinWorkingDays' }, event: 'wish.unanswered' }],
 * });
 */
export function defineWorkflow<const State extends string, const Step extends string>(
  definition: WorkflowDefinition<State, Step>,
): Workflow<State, Step> {
  const workflow: Workflow<State, Step> = { deadlines: [], ...definition };
  const problems = workflowProblems(workflow);
  if (problems.length > 0) {
    throw new Error(`Workflow ${workflow.name} version ${workflow.version}: ${problems.join('; ')}.`);
  }
  return Object.freeze(workflow);
}

/** What a plugin adds to a workflow of the core; the result has a name and version of its own. */
export interface WorkflowExtension<
  BaseState extends string,
  BaseStep extends string,
  State extends string,
  Step extends string,
> {
  readonly name: string;
  readonly version: number;
  readonly states?: Readonly<Record<State, WorkflowState>>;
  readonly steps?: Readonly<Record<Step, WorkflowStep<BaseState | NoInfer<State>>>>;
  /** Further conditions on steps of the base: `{ agree: ['hasCourse'] }`. */
  readonly guards?: { readonly [Name in BaseStep]?: readonly string[] };
  readonly deadlines?: readonly WorkflowDeadline<BaseState | NoInfer<State>>[];
}

/**
 * A workflow with a plugin's states, steps and conditions added; the base is left as it is. Throws when the plugin
 * redefines a state or step of the base, guards a step that is not there, or the result is not sound.
 * @example extendWorkflow(projectLife, { name: 'education.projectLife', version: 1, guards: { agree: ['hasCourse'] } })
 */
export function extendWorkflow<
  BaseState extends string,
  BaseStep extends string,
  const State extends string = never,
  const Step extends string = never,
>(
  base: Workflow<BaseState, BaseStep>,
  extension: WorkflowExtension<NoInfer<BaseState>, NoInfer<BaseStep>, State, Step>,
): Workflow<BaseState | State, BaseStep | Step> {
  const states: Record<string, WorkflowState> = { ...base.states };
  const steps: Record<string, WorkflowStep> = { ...base.steps };
  const fail = (what: string): never => {
    throw new Error(`Workflow ${extension.name} version ${extension.version}: ${what} of ${base.name}.`);
  };

  for (const [key, state] of Object.entries<WorkflowState>(extension.states ?? {})) {
    if (Object.hasOwn(states, key)) fail(`redefines the state ${key}`);
    states[key] = state;
  }
  for (const [name, step] of Object.entries<WorkflowStep>(extension.steps ?? {})) {
    if (Object.hasOwn(steps, name)) fail(`redefines the step ${name}`);
    steps[name] = step;
  }
  for (const [name, guards] of Object.entries<readonly string[] | undefined>(extension.guards ?? {})) {
    const step = Object.hasOwn(base.steps, name) ? steps[name] : undefined;
    if (!step) return fail(`guards ${name}, which is no step`);
    steps[name] = { ...step, guards: [...(step.guards ?? []), ...(guards ?? [])] };
  }
  const extended: Workflow = defineWorkflow({
    name: extension.name,
    version: extension.version,
    initial: base.initial,
    states,
    steps,
    deadlines: [...base.deadlines, ...(extension.deadlines ?? [])],
  });
  // The keys were merged by hand, so the compiler knows them as strings only.
  return extended as Workflow<BaseState | State, BaseStep | Step>;
}
