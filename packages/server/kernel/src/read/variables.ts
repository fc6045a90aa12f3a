import { type ASTNode, Kind, type OperationDefinitionNode, type ValueNode, visit } from 'graphql';
import { parseTypeId } from '@weixiang/shared';

/**
 * What of a variable's value decides the plan: all of it (page sizes, orders, kinds of a union, conditions of `@skip` and `@include`),
 * the noun of an id (`node(id:)`), or for all others only which parts are given, and of lists whether it is one value. The rest is
 * bound.
 */
type Relevance = 'value' | 'noun' | 'shape';

/** Arguments whose values are part of the SQL. */
const valuesInPlans = new Set(['first', 'sort', 'kinds']);

/** How each variable of an operation decides the plan. */
export type PlanVariables = ReadonlyMap<string, Relevance>;

/** Looks through an operation and its fragments. */
export function planVariables(operation: OperationDefinitionNode, fragments: readonly ASTNode[]): PlanVariables {
  const relevance = new Map<string, Relevance>();
  for (const { variable } of operation.variableDefinitions ?? []) relevance.set(variable.name.value, 'shape');
  const note = (value: ValueNode | undefined, as: Relevance): void => {
    if (value?.kind === Kind.LIST) return void value.values.forEach((one) => note(one, as));
    const name = value?.kind === Kind.VARIABLE ? value.name.value : undefined;
    if (name !== undefined && relevance.get(name) !== 'value') relevance.set(name, as);
  };
  for (const root of [operation, ...fragments]) {
    visit(root, {
      Directive: ({ arguments: given }) => void given?.forEach(({ value }) => note(value, 'value')),
      Argument: ({ name, value }) => (valuesInPlans.has(name.value) ? note(value, 'value') : undefined),
      Field: ({ name, arguments: given }) => (name.value === 'node' ? note(given?.find((one) => one.name.value === 'id')?.value, 'noun') : undefined),
    });
  }
  return relevance;
}

/** The part of a plan's key that follows from the variables. `{ first: 20, filter: { state: 'open' } }` → `[20,{"state":1}]` */
export function variablesKey(relevance: PlanVariables, variables: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([...relevance].map(([name, as]) => keyOf(variables[name], as)));
}

function keyOf(value: unknown, as: Relevance): unknown {
  if (value === undefined) return '';
  if (as === 'value') return value;
  if (as === 'noun') return typeof value === 'string' ? (parseTypeId(value)?.prefix ?? 1) : 1;
  return shapeOf(value);
}

function shapeOf(value: unknown): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (isOneValue(value)) return [1];
  if (typeof value !== 'object' || Array.isArray(value) || value instanceof Date) return 1;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

/** Whether a list holds one value alone. */
export function isOneValue(list: unknown): boolean {
  return Array.isArray(list) && list.length === 1;
}
