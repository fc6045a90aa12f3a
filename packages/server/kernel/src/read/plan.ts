import { BREAK, type FieldNode, getArgumentValues, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, type OperationDefinitionNode, visit } from 'graphql';
import type { AppAbility } from '../permissions/ability.js';
import { type Json, knownText, literal, textSql } from './json-sql.js';
import { settled } from './leaf.js';
import { revealedMark } from './marks.js';
import type { ReadModel, ReadRows } from './model.js';
import type { ReadStatement } from './pool.js';
import { namedRecordsJson, rootJson } from './root.js';
import { type ArgumentSite, NotCompilable, type Scope, type SelectionContext } from './scope.js';
import { type SelectedField, selectFields } from './selection.js';
import { type Binder, type PlannedStatement, type Run, StatementBuilder } from './statement.js';

/** The answer to one root field: known now, or the text that one statement gives. */
interface PlannedField {
  key: string;
  answer: string | PlannedStatement;
}

/** A compiled selection: what to send, and how its answers make one text. Serves every actor of the same shape. */
export interface Plan {
  fields: readonly PlannedField[];
  sites: readonly ArgumentSite[];
  /** UUIDs of the units whose paths it needs. */
  units: readonly Binder[];
  /** Answers may show values whose reading must be recorded. */
  records: boolean;
}

/** What a plan is compiled from, beside the selection. */
export interface PlanBasis extends SelectionContext {
  model: ReadModel;
  ability: AppAbility;
  mayReveal: boolean;
}

/** Compiles a query. Null when something in it is not a pure tree over records. @throws GraphQLError for arguments that cannot be. */
export function compileOperation(basis: PlanBasis, operation: OperationDefinitionNode): Plan | null {
  const query = basis.schema.getQueryType();
  if (!query || operation.operation !== 'query') return null;
  const shared = { sites: [], units: [] };
  try {
    const fields = selectFields(basis, query, [operation.selectionSet]).map((field) => {
      const scope: Scope = { ...basis, ...shared, mode: 'text', statement: new StatementBuilder() };
      return plannedField(scope, field.key, rootFieldJson(scope, query, field));
    });
    return planOf(fields, shared);
  } catch (error) {
    if (error instanceof NotCompilable) return null;
    throw error;
  }
}

function rootFieldJson(scope: Scope, query: GraphQLObjectType, field: SelectedField): Json {
  if (field.name === '__typename') return literal(`"${query.name}"`);
  const definition = query.getFields()[field.name];
  if (!definition) throw new NotCompilable(field.name);
  return settled(scope, definition.type, rootJson(scope, field, definition));
}

/** A field that graphql-js is running, with all its nodes. */
export interface RunningField {
  definition: GraphQLField<unknown, unknown> | undefined;
  returns: GraphQLOutputType;
  nodes: readonly FieldNode[];
}

/** Compiles one root field for graphql-js to go on with. @throws GraphQLError for arguments that cannot be. */
export function compileRootField(basis: PlanBasis, { definition, nodes }: RunningField): Plan {
  if (!definition) throw new Error('Only a root field can be read without naming a record.');
  return compileField(basis, (scope) => rootJson(scope, selectedBy(nodes), definition));
}

/** Compiles the records that a resolver names, as an array. @throws GraphQLError for arguments that cannot be. */
export function compileNamedRecords(basis: PlanBasis, { returns, nodes }: RunningField, rows: ReadRows): Plan {
  return compileField(basis, (scope) => namedRecordsJson(scope, rows, returns, selectedBy(nodes)));
}

function compileField(basis: PlanBasis, compile: (scope: Scope) => Json): Plan {
  const scope: Scope = { ...basis, mode: 'node', sites: [], units: [], statement: new StatementBuilder() };
  return planOf([plannedField(scope, '', compile(scope))], scope);
}

function selectedBy(nodes: readonly FieldNode[]): SelectedField {
  const [node] = nodes;
  if (!node) throw new Error('A field without nodes cannot be read.');
  return { key: node.alias?.value ?? node.name.value, name: node.name.value, node, nodes };
}

function plannedField({ statement }: Scope, key: string, json: Json): PlannedField {
  return { key, answer: knownText(json) ?? statement.finish(textSql(json)) };
}

function planOf(fields: readonly PlannedField[], { sites, units }: Pick<Scope, 'sites' | 'units'>): Plan {
  return { fields, sites, units, records: fields.some(({ answer }) => typeof answer !== 'string' && answer.text.includes(revealedMark.any)) };
}

/** The plan's arguments for one execution. @throws GraphQLError for arguments that cannot be. */
export function argumentsFor({ sites }: Plan, variables: Readonly<Record<string, unknown>>): Run['args'] {
  return sites.map((site) => {
    if (site.fixed === undefined) site.fixed = hasVariables(site.node) ? null : getArgumentValues(site.field, site.node);
    return site.fixed ?? getArgumentValues(site.field, site.node, { ...variables });
  });
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  for (const each of given) visit(each, { Variable: () => ((found = true), BREAK) });
  return found;
}

/** The plan's statements with their values. @throws GraphQLError for a cursor that is none. */
export function statementsOf({ fields }: Plan, run: Run): ReadStatement[] {
  return fields.flatMap(({ answer }) =>
    typeof answer === 'string' ? [] : [{ name: answer.name, text: answer.text, values: answer.binders.map((bind) => bind(run)), planning: answer.planning }],
  );
}

/** The answers of a plan's fields in their order, from those of its statements. */
export function answersOf({ fields }: Plan, texts: readonly string[]): { key: string; text: string }[] {
  let next = 0;
  return fields.map(({ key, answer }) => ({ key, text: typeof answer === 'string' ? answer : (texts[next++] ?? 'null') }));
}
