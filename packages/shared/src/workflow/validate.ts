import type { Workflow, WorkflowStep } from './definition.js';

/** What is wrong with a workflow, one sentence each; empty when it can be run. */
export function workflowProblems(workflow: Workflow): string[] {
  const { states, steps, deadlines } = workflow;
  const problems: string[] = [];
  const isState = (key: string): boolean => Object.hasOwn(states, key);

  if (!/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/.test(workflow.name)) problems.push('its name must read like wish.life');
  if (!Number.isInteger(workflow.version) || workflow.version < 1) problems.push('its version must be a whole number from 1');
  if (!isState(workflow.initial)) problems.push(`it begins in the unknown state ${workflow.initial}`);

  for (const [name, step] of Object.entries(steps)) problems.push(...stepProblems(name, step, workflow));
  for (const { state, after, event } of deadlines) {
    if (!isState(state)) problems.push(`a deadline watches the unknown state ${state}`);
    else if (states[state]?.isFinal) problems.push(`a deadline watches the final state ${state}`);
    const length = 'workingDays' in after ? after.workingDays : 'days' in after ? after.days : 1;
    if (!Number.isInteger(length) || length < 1) problems.push(`the deadline ${event} must be a whole number of days from 1`);
  }
  const deadlineKeys = deadlines.map(({ state, event }) => `${event} in ${state}`);
  for (const key of duplicates(deadlineKeys)) problems.push(`the deadline ${key} stands twice`);

  const reached = reachable(workflow);
  for (const [key, state] of Object.entries(states)) {
    if (!reached.has(key)) problems.push(`no step reaches the state ${key}`);
    const isLeft = Object.values(steps).some((step) => step.from.includes(key));
    if (!state.isFinal && !isLeft) problems.push(`the state ${key} is not final and no step leaves it`);
  }
  return problems;
}

function stepProblems(name: string, step: WorkflowStep, { states }: Workflow): string[] {
  const problems: string[] = [];
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) problems.push(`the step ${name} must be named like putOnList`);
  if (step.from.length === 0) problems.push(`the step ${name} starts nowhere`);
  for (const from of step.from) {
    if (!Object.hasOwn(states, from)) problems.push(`the step ${name} starts in the unknown state ${from}`);
    else if (states[from]?.isFinal) problems.push(`the step ${name} leaves the final state ${from}`);
  }
  for (const from of duplicates(step.from)) problems.push(`the step ${name} names ${from} twice`);
  if (!Object.hasOwn(states, step.to)) problems.push(`the step ${name} leads to the unknown state ${step.to}`);
  if (!step.needs) problems.push(`the step ${name} needs no permission`);
  for (const guard of duplicates(step.guards ?? [])) problems.push(`the step ${name} names the guard ${guard} twice`);
  return problems;
}

function reachable({ initial, steps }: Workflow): Set<string> {
  const reached = new Set<string>([initial]);
  // A set keeps growing while it is walked: every new state is visited once.
  for (const state of reached) {
    for (const step of Object.values(steps)) if (step.from.includes(state)) reached.add(step.to);
  }
  return reached;
}

function duplicates(keys: readonly string[]): Set<string> {
  return new Set(keys.filter((key, at) => keys.indexOf(key) !== at));
}
