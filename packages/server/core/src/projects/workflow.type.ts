import { TextType } from '@weixiang/kernel';
import type { Workflow } from '@weixiang/shared';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('WorkflowState', { description: 'A state of a workflow.' })
export class WorkflowStateType {
  @Field(() => String, { description: 'Name of the state.' })
  name!: string;

  @Field(() => TextType, { description: 'What it is called.' })
  label!: TextType;

  @Field(() => Boolean, { description: 'Whether nothing leaves it.' })
  isFinal!: boolean;
}

@ObjectType('WorkflowStep', { description: 'A way from some states of a workflow to another.' })
export class WorkflowStepType {
  @Field(() => String, { description: 'Name of the step.' })
  name!: string;

  @Field(() => TextType, { description: 'What it is called.' })
  label!: TextType;

  @Field(() => [String], { description: 'States that it leaves.' })
  from!: readonly string[];

  @Field(() => String, { description: 'The state that it leads to.' })
  to!: string;

  @Field(() => [String], { description: 'Fields of the input that it requires.' })
  requires!: readonly string[];
}

/** A workflow's definition; `Workflow` in the schema. */
@ObjectType('Workflow', { description: 'A life as data: its states and the steps between them, for the diagram.' })
export class WorkflowType {
  @Field(() => String, { description: 'Name of the workflow.' })
  name!: string;

  @Field(() => Int, { description: 'Version: a case ends on the one it began with.' })
  version!: number;

  @Field(() => [WorkflowStateType], { description: 'Its states, the first being the one that a case begins in.' })
  states!: readonly WorkflowStateType[];

  @Field(() => [WorkflowStepType], { description: 'Its steps.' })
  steps!: readonly WorkflowStepType[];
}

/** A workflow as the API shows it. */
export function drawn({ name, version, states, steps }: Workflow): WorkflowType {
  return {
    name,
    version,
    states: Object.entries(states).map(([state, { label, isFinal = false }]) => ({ name: state, label, isFinal })),
    steps: Object.entries(steps).map(([step, { label, from, to, input = {} }]) => {
      const requires = Object.keys(input).filter((field) => input[field] === 'required');
      return { name: step, label, from, to, requires };
    }),
  };
}
