import type { Text } from '../text.js';

/** A state a case can be in. Nothing leaves a final state. */
export interface WorkflowState {
  readonly label: Text;
  readonly isFinal?: boolean;
}

/** What a person must or may give with a step, by the name of the input's field. `{ words: 'required' }` */
export type StepInput = Readonly<Record<string, 'required' | 'optional'>>;

/** A way from some states to another: who may (`needs` names a permission) and on what conditions (`guards`). */
export interface WorkflowStep<State extends string = string> {
  readonly label: Text;
  readonly from: readonly State[];
  readonly to: State;
  readonly needs: string;
  readonly input?: StepInput;
  readonly guards?: readonly string[];
}

/** How long after a case entered the state: working days, calendar days, or a tenant setting that holds working days. */
export type DeadlineAfter = { readonly workingDays: number } | { readonly days: number } | { readonly setting: string };

/** An event that is announced when a case is still in the state after the given time. */
export interface WorkflowDeadline<State extends string = string> {
  readonly state: State;
  readonly after: DeadlineAfter;
  readonly event: string;
}

/** A life as data: states, the steps between them, deadlines. Made by `defineWorkflow`, run by `takeStep`. */
export interface Workflow<State extends string = string, Step extends string = string> {
  readonly name: string;
  /** Raised with every change of states or steps: a case ends on the version it began with. */
  readonly version: number;
  readonly initial: State;
  readonly states: Readonly<Record<State, WorkflowState>>;
  readonly steps: Readonly<Record<Step, WorkflowStep<State>>>;
  readonly deadlines: readonly WorkflowDeadline<State>[];
}

/** What an author writes: a `Workflow` whose deadlines may be left out. */
export interface WorkflowDefinition<State extends string, Step extends string> {
  readonly name: string;
  readonly version: number;
  readonly initial: NoInfer<State>;
  readonly states: Readonly<Record<State, WorkflowState>>;
  readonly steps: Readonly<Record<Step, WorkflowStep<NoInfer<State>>>>;
  readonly deadlines?: readonly WorkflowDeadline<NoInfer<State>>[];
}

/** The states of a workflow as a union. `StateOf<typeof wishLife> // 'SUBMITTED' | 'ACCEPTED' | …` */
export type StateOf<W> = W extends Workflow<infer State, infer _Step> ? State : never;

/** The steps of a workflow as a union. `StepOf<typeof wishLife> // 'accept' | 'decline' | …` */
export type StepOf<W> = W extends Workflow<infer _State, infer Step> ? Step : never;
