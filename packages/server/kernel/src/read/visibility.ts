import type { Sensitivity } from '../entity/registry.js';
import { conditionToSql, conditionValues, holdsAlways, holdsBelowUnits, permittedWhen } from '../permissions/sql.js';
import type { AppAbility } from '../permissions/ability.js';
import { columnOf, type Row } from './row.js';
import type { Scope } from './scope.js';
import { toSqlValue } from './statement.js';

/** An SQL condition, or what is known of it without looking at the row. */
export type Condition = string | boolean;

/** Which rows of a table the actor may read. */
export function mayRead(scope: Scope, row: Row): Condition {
  return permitted(scope, row, 'read');
}

/** Whether the rows that the actor may read of a table are best found below the units of their rules, by the index on the path. */
export function readsBelowUnits({ ability }: Scope, { table }: Row): boolean {
  const condition = permittedWhen(ability, 'read', table.graph.subject);
  return condition !== null && holdsBelowUnits(condition);
}

/**
 * Whether the actor may read a field of a row that the actor may read. Ids always: who sees a record may name it.
 */
export function mayReadField(scope: Scope, row: Row, property: string): Condition {
  if (property === 'id') return true;
  const { subject } = row.table.graph;
  const ofRow = scope.ability.rulesFor('read', subject);
  const ofField = scope.ability.rulesFor('read', subject, property);
  const isSame = ofRow.length === ofField.length && ofRow.every((rule, at) => rule === ofField[at]);
  return isSame || permitted(scope, row, 'read', property);
}

/** When a sensitive value shows in full. */
export interface Disclosure {
  sensitivity: Sensitivity;
  /** To the person it concerns. */
  own: Condition;
  /** To who has the right to it; for recorded kinds only with a stated purpose. */
  reveal: Condition;
  /** Whether showing it by that right must be recorded. */
  isRecorded: boolean;
}

/** When a sensitive property shows; undefined for any other property. */
export function disclosureOf(scope: Scope, row: Row, property: string): Disclosure | undefined {
  const sensitivity = row.table.graph.sensitive.get(property);
  if (!sensitivity) return undefined;
  const { concerns, kind } = sensitivity;
  const own = concerns === undefined ? false : `${columnOf(row, concerns)} = ${actorId(scope)}`;
  return { sensitivity, own, reveal: permitted(scope, row, 'reveal', property), isRecorded: kind !== 'personal' };
}

/** When a property that another one stands in for shows itself, and the column of that other one; undefined for any other property. */
export function standInOf(scope: Scope, row: Row, property: string): { itself: Condition; instead: string } | undefined {
  const standIn = row.table.graph.standIns.get(property);
  if (!standIn) return undefined;
  const own = standIn.concerns === undefined ? false : `coalesce(${columnOf(row, standIn.concerns)} = ${actorId(scope)}, false)`;
  return { itself: or(own, permitted(scope, row, standIn.unless, property)), instead: standIn.property };
}

/** SQL of a property's column, or of the one that shows in its place. */
function shownColumn(scope: Scope, row: Row, property: string): { sql: string; isItself: boolean } {
  const column = columnOf(row, property);
  const standIn = standInOf(scope, row, property);
  if (!standIn || standIn.itself === true) return { sql: column, isItself: true };
  const instead = columnOf(row, standIn.instead);
  return { sql: standIn.itself === false ? instead : `case when ${standIn.itself} then ${column} else ${instead} end`, isItself: false };
}

/**
 * A property's column as far as the actor may see it in full, for filters and orders: what one may not see, one may
 * not find out by searching or sorting either. Reads that must be recorded do not happen in passing.
 */
export function visibleColumn(scope: Scope, row: Row, property: string): { sql: string; isWhole: boolean } {
  const { sql: column, isItself } = shownColumn(scope, row, property);
  if (row.table.columns.get(property)?.encrypted) throw new Error(`${row.table.graph.typeName}.${property} is encrypted: nobody can search or sort by it.`);
  const when = seesWhole(scope, row, property);
  return { sql: when === true ? column : `case when ${when} then ${column} end`, isWhole: isItself && when === true };
}

/** When the actor sees a property of a row, or what stands in for it, without a mask and without a read that must be recorded. */
export function seesWhole(scope: Scope, row: Row, property: string): Condition {
  const disclosure = disclosureOf(scope, row, property);
  const isDisclosed = disclosure ? or(disclosure.own, disclosure.isRecorded ? false : disclosure.reveal) : true;
  return and(mayReadField(scope, row, property), isDisclosed);
}

/** UUID of the signed-in person, null for nobody. */
export function actorId({ statement }: Scope): string {
  return `${statement.bind('actor', ({ context }) => context.actor.personId)}::uuid`;
}

/** Both conditions. */
export function and(a: Condition, b: Condition): Condition {
  if (a === false || b === false) return false;
  if (a === true) return b;
  return b === true ? a : `(${a} and ${b})`;
}

/** Either condition. */
export function or(a: Condition, b: Condition): Condition {
  if (a === true || b === true) return true;
  if (a === false) return b;
  return b === false ? a : `(${a} or ${b})`;
}

function permitted(scope: Scope, row: Row, action: string, field?: string): Condition {
  const { subject } = row.table.graph;
  const condition = permittedWhen(scope.ability, action, subject, field);
  if (!condition) return false;
  if (holdsAlways(condition)) return true;
  // Fields that the same rules decide share their values.
  const rules = scope.ability.rulesFor(action, subject, field).map(({ priority }) => priority);
  let index = 0;
  return conditionToSql(condition, {
    column: (property) => columnOf(row, property),
    bind: () => {
      const at = index++;
      return scope.statement.bind(`rules ${rules.join()} of ${subject}, ${at}`, ({ context }) => permissionValues(context.ability, action, subject, field)[at]);
    },
  });
}

const values = new WeakMap<AppAbility, Map<string, unknown[]>>();

/** The values of a permission's condition for this actor; its shape, and so their order, is the plan's. */
function permissionValues(ability: AppAbility, action: string, subject: string, field?: string): unknown[] {
  let ofAbility = values.get(ability);
  if (!ofAbility) values.set(ability, (ofAbility = new Map<string, unknown[]>()));
  const key = `${action} ${subject} ${field ?? ''}`;
  let found = ofAbility.get(key);
  if (!found) {
    const condition = permittedWhen(ability, action, subject, field);
    found = condition ? conditionValues(condition).map(toSqlValue) : [];
    ofAbility.set(key, found);
  }
  return found;
}
