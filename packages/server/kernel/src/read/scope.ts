import { type FieldNode, type FragmentDefinitionNode, getArgumentValues, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { AppAbility } from '../permissions/ability.js';
import type { ReadModel } from './model.js';
import type { Binder, Run, StatementBuilder } from './statement.js';

/** Something in the selection that only node can answer. */
export class NotCompilable extends Error {}

/** A field whose arguments a plan needs anew at every execution. */
export interface ArgumentSite {
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
  /** The arguments where no variable is among them: the same at every execution, worked out at the first; null with variables. */
  fixed?: Readonly<Record<string, unknown>> | null;
}

/** The document that is compiled, with the values of those variables that decide the plan. */
export interface SelectionContext {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Readonly<Record<string, unknown>>;
}

/** Everything that the parts of the compiler share while they compile one root field. */
export interface Scope extends SelectionContext {
  model: ReadModel;
  ability: AppAbility;
  statement: StatementBuilder;
  sites: ArgumentSite[];
  /** UUIDs of the units whose subtrees the arguments ask for; their paths must be known before anything is bound. */
  units: Binder[];
  /**
   * text: the answer goes out as it is, and a field that only node can answer throws NotCompilable.
   * node: graphql-js goes on with the answer; such fields are left out, and what they need is under `$`.
   */
  mode: 'text' | 'node';
  /** Whether a purpose is stated, by someone whose reads can be recorded. */
  mayReveal: boolean;
}

/** A field's arguments: now, to decide the plan, and at every execution, to bind its values. */
export interface SiteArguments {
  now: Readonly<Record<string, unknown>>;
  at(run: Run): Readonly<Record<string, unknown>>;
  /** Distinguishes its bound values from those of other sites. */
  key: string;
}

/** The arguments of a selected field. */
export function argumentsOf(scope: Scope, field: GraphQLField<unknown, unknown>, node: FieldNode): SiteArguments {
  let index = scope.sites.findIndex((site) => site.node === node && site.field === field);
  if (index < 0) index = scope.sites.push({ field, node }) - 1;
  return {
    now: getArgumentValues(field, node, { ...scope.variables }),
    at: (run) => run.args[index] ?? {},
    key: `argument ${index}`,
  };
}
