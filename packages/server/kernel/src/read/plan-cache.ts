import { createHash } from 'node:crypto';
import {
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  type GraphQLResolveInfo,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { AppAbility } from '../permissions/ability.js';
import { abilityShape } from '../permissions/sql.js';
import { numberOf } from './identity.js';
import { Lru } from './lru.js';
import { modelOf, type ReadRows } from './model.js';
import { compileNamedRecords, compileOperation, compileRootField, type Plan, type PlanBasis } from './plan.js';
import type { ReadActorContext, ReadRequest } from './reads.js';
import { type PlanVariables, planVariables, variablesKey } from './variables.js';

/** An operation of a document, looked through once. */
interface KnownOperation {
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  relevance: PlanVariables;
}

/** A plan, and the variables of the execution at hand as the schema reads them. */
export interface ReadyPlan {
  plan: Plan;
  variables: Record<string, unknown>;
}

const operations = new Lru<KnownOperation>(1_000);
const operationPlans = new Lru<Plan | 'not compilable'>(2_000);
const fieldPlans = new Lru<Plan>(1_000);
const relevances = new WeakMap<OperationDefinitionNode, PlanVariables>();
const shapeKeys = new WeakMap<AppAbility, string>();

/** The plan of a whole operation; null when graphql-js has to run it, or to say what is wrong with it. */
export function planOfOperation(request: ReadRequest, context: ReadActorContext): ReadyPlan | null {
  const known = knownOperation(request);
  if (!known || known.operation.operation !== 'query') return null;
  const { schema } = request;
  const definitions = known.operation.variableDefinitions ?? [];
  const { coerced: variables } = definitions.length === 0 ? { coerced: {} } : getVariableValues(schema, definitions, request.variables);
  if (!variables) return null;
  const key = [numberOf(schema), request.documentKey, request.operationName ?? '', actorKey(context), variablesKey(known.relevance, variables)].join(' ');
  let plan = operationPlans.get(key);
  if (!plan) {
    const basis = { ...basisOf(context), schema, fragments: known.fragments, variables };
    plan = compileOperation(basis, known.operation) ?? 'not compilable';
    operationPlans.set(key, plan);
  }
  return plan === 'not compilable' ? null : { plan, variables };
}

/** The plan of a field that graphql-js is running: a root field, or records (`rows`) that its resolver names. */
export function planOfField(info: GraphQLResolveInfo, context: ReadActorContext, rows?: ReadRows): ReadyPlan & { key: string } {
  const { schema, fieldNodes, fragments, operation, parentType, returnType, fieldName, variableValues: variables } = info;
  const nodes = fieldNodes.map(numberOf).join();
  const place = `${nodes} ${parentType.name} ${rows ? rows.table.name : ''}`;
  const key = [numberOf(schema), place, actorKey(context), variablesKey(relevanceOf(operation, fragments), variables)].join(' ');
  let plan = fieldPlans.get(key);
  if (!plan) {
    const basis = { ...basisOf(context), schema, fragments, variables };
    const field = { definition: parentType.getFields()[fieldName], returns: returnType, nodes: fieldNodes };
    plan = rows ? compileNamedRecords(basis, field, rows) : compileRootField(basis, field);
    fieldPlans.set(key, plan);
  }
  return { plan, variables, key };
}

function knownOperation({ document, documentKey, operationName }: ReadRequest): KnownOperation | null {
  const key = `${documentKey} ${operationName ?? ''}`;
  const known = operations.get(key);
  if (known) return known;
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const fragments = Object.fromEntries(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));
  const fresh = { operation, fragments, relevance: relevanceOf(operation, fragments) };
  operations.set(key, fresh);
  return fresh;
}

function relevanceOf(operation: OperationDefinitionNode, fragments: Record<string, FragmentDefinitionNode>): PlanVariables {
  let relevance = relevances.get(operation);
  if (!relevance) relevances.set(operation, (relevance = planVariables(operation, Object.values(fragments))));
  return relevance;
}

function basisOf(context: ReadActorContext): Pick<PlanBasis, 'model' | 'ability' | 'mayReveal'> {
  return { model: modelOf(context.features), ability: context.ability, mayReveal: mayReveal(context) };
}

/** Sensitive values are read for a purpose, by someone whose reads can be recorded. */
function mayReveal({ purpose, actor }: ReadActorContext): boolean {
  return Boolean(purpose?.trim()) && actor.personId !== null;
}

/** What of the actor decides a plan: the shape of the abilities, never who it is. */
function actorKey(context: ReadActorContext): string {
  let key = shapeKeys.get(context.ability);
  if (key === undefined) {
    key = createHash('sha256').update(abilityShape(context.ability)).digest('base64url');
    shapeKeys.set(context.ability, key);
  }
  return `${key} ${mayReveal(context) ? 'reveal' : ''}`;
}
