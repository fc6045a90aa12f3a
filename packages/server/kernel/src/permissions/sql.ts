import { rulesToCondition } from '@casl/ability/extra';
import type { AppAbility } from './ability.js';
import { inSubtrees } from './subtree.js';

/** A node of the condition tree that CASL makes of a rule's conditions (a ucast AST). */
export interface ConditionNode {
  operator: string;
  /** Property of the record, for conditions on one. */
  field?: string;
  /** A value, or the nodes of an `and`, `or`, `not`. */
  value: unknown;
}

/** What a condition needs to become SQL over one row. */
export interface ConditionTarget {
  /** SQL of a property of the row; a relation is its id column. @throws when there is no such property. */
  column(property: string): string;
  /** Binds the next value of the condition and returns its placeholder. */
  bind(value: unknown): string;
}

/**
 * The condition under which rules allow an action on a record (or on one field of it): null when they never do, an
 * empty `and` when they always do.
 */
export function permittedWhen(ability: AppAbility, action: string, subject: string, field?: string): ConditionNode | null {
  return rulesToCondition<AppAbility, ConditionNode, ConditionNode>(
    ability.rulesFor(action, subject, field),
    (rule) => {
      if (!rule.ast) throw new Error(`A rule on ${subject} has conditions that cannot become SQL.`);
      return rule.inverted ? { operator: 'not', value: [rule.ast] } : rule.ast;
    },
    {
      and: (nodes) => ({ operator: 'and', value: nodes }),
      or: (nodes) => ({ operator: 'or', value: nodes }),
      empty: () => ({ operator: 'and', value: [] }),
    },
  );
}

/** Whether the condition holds for every record. */
export function holdsAlways(node: ConditionNode): boolean {
  return node.operator === 'and' && childrenOf(node).length === 0;
}

/**
 * Whether all records that meet the condition lie below its units, or are singled out by a value: then an index on the path
 * finds them. One that is also met by what is merely public is not.
 */
export function holdsBelowUnits(node: ConditionNode): boolean {
  if (node.field !== undefined) return node.operator === 'within';
  const children = childrenOf(node);
  if (node.operator === 'and') return children.some(holdsBelowUnits);
  return node.operator === 'or' && children.some(holdsBelowUnits) && children.every((child) => holdsBelowUnits(child) || singlesOut(child));
}

function singlesOut({ field, operator, value }: ConditionNode): boolean {
  return field !== undefined && (operator === 'eq' || operator === 'in') && typeof value !== 'boolean' && value !== null;
}

/**
 * A condition as SQL. Values other than null and booleans are bound, in an order that depends on the shape of the
 * condition alone, so that one statement serves every actor whose rules have that shape.
 *
 * @example conditionToSql({ operator: 'eq', field: 'state', value: 'open' }, row) // 'w.state = $2'
 */
export function conditionToSql(node: ConditionNode, target: ConditionTarget): string {
  if (node.field !== undefined) return fieldToSql(node.operator, target.column(node.field), node.value, target);
  const children = childrenOf(node).map((child) => conditionToSql(child, target));
  switch (node.operator) {
    case 'and':
      return children.length === 0 ? 'true' : joined(children, ' and ');
    case 'or':
      return children.length === 0 ? 'false' : joined(children, ' or ');
    case 'not':
      // A comparison with null is neither true nor false; what is not surely excluded stays.
      return `(${joined(children, ' and ')}) is not true`;
    default:
      throw new Error(`Permissions cannot use the operator ${node.operator}.`);
  }
}

/** The values that {@link conditionToSql} binds, in its order. */
export function conditionValues(node: ConditionNode): unknown[] {
  const values: unknown[] = [];
  conditionToSql(node, { column: () => '', bind: (value) => `$${values.push(value)}` });
  return values;
}

function fieldToSql(operator: string, column: string, value: unknown, { bind }: ConditionTarget): string {
  switch (operator) {
    case 'eq':
      return value === null ? `${column} is null` : `${column} = ${inlineOr(bind, value)}`;
    case 'ne':
      return value === null ? `${column} is not null` : `${column} is distinct from ${inlineOr(bind, value)}`;
    case 'lt':
      return `${column} < ${bind(value)}`;
    case 'lte':
      return `${column} <= ${bind(value)}`;
    case 'gt':
      return `${column} > ${bind(value)}`;
    case 'gte':
      return `${column} >= ${bind(value)}`;
    case 'in':
      return hasNull(value) ? `(${column} = any(${bind(value)}) or ${column} is null)` : `${column} = any(${bind(value)})`;
    case 'nin':
      return `(${column} = any(${bind(value)})) is not true${hasNull(value) ? ` and ${column} is not null` : ''}`;
    case 'exists':
      return `${column} is ${value === true ? 'not ' : ''}null`;
    case 'within':
      return inSubtrees(column, pathsOf(value), bind);
    default:
      throw new Error(`Permissions cannot use the operator ${operator}.`);
  }
}

/** Booleans are part of a condition's shape: PostgreSQL plans them better when it sees them. */
function inlineOr(bind: (value: unknown) => string, value: unknown): string {
  return typeof value === 'boolean' ? String(value) : bind(value);
}

function hasNull(value: unknown): boolean {
  return Array.isArray(value) && value.includes(null);
}

function pathsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function joined(parts: readonly string[], by: string): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(by)})`;
}

function childrenOf(node: ConditionNode): readonly ConditionNode[] {
  return Array.isArray(node.value) ? node.value : [];
}

const shapes = new WeakMap<AppAbility, string>();

/**
 * What of an ability decides the SQL: its rules without their values, and in how many subtrees they hold. Two actors with
 * equal shapes share plans.
 *
 * @example `can('read', 'Wish', { orgPath: within([path]) })` gives `[["read","Wish",0,0,{"orgPath":{"$within":1}}]]`
 */
export function abilityShape(ability: AppAbility): string {
  const known = shapes.get(ability);
  if (known !== undefined) return known;
  const shape = JSON.stringify(
    ability.rules.map(({ action, subject, inverted, fields, conditions }) => [action, subject, inverted ? 1 : 0, fields ?? 0, shapeOf(conditions)]),
  );
  shapes.set(ability, shape);
  return shape;
}

function shapeOf(value: unknown): unknown {
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? null;
  if (Array.isArray(value)) {
    if (value.some((item) => isPlainObject(item))) return value.map(shapeOf);
    return value.includes(null) ? '*null' : '*';
  }
  if (!isPlainObject(value)) return '*';
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === '$within' ? pathsOf(inner).length : shapeOf(inner)]));
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value);
}
