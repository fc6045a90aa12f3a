import { Ability, type RawRuleOf } from '@casl/ability';
import { matchConditions, withinAny } from '@weixiang/shared';
import { registry } from '../entity/registry.js';
import type { RecordClass } from '../entity/record.js';
import type { Actor } from './actor.js';

/** The product's ability: actions are words, subjects are names of records. */
export type AppAbility = Ability<[string, string | object], Conditions>;

/** Values a condition may hold; `$within` takes paths of units. */
export type Conditions = Record<string, unknown>;

/** What a noun's `*.abilities.ts` writes its rules with. */
export interface AbilityRules {
  /** Allows an action on records that meet the conditions; with `fields`, on these fields only. */
  can(action: string | string[], subject: string, conditions?: Conditions | null, fields?: readonly string[]): void;
  /** Takes away what an earlier rule allowed. */
  cannot(action: string | string[], subject: string, conditions?: Conditions | null, fields?: readonly string[]): void;
}

/** One noun's rules for one actor; pure. */
export type DefineAbilities = (actor: Actor, rules: AbilityRules) => void;

/** Condition: the record's path lies within one of these. */
export const within = (paths: readonly string[]) => ({ $within: paths });

/** Builds the actor's ability from every enabled feature's rules. A rule whose reach is empty is left out. */
export function abilityFor(actor: Actor, definitions: readonly DefineAbilities[]): AppAbility {
  const collected: RawRuleOf<AppAbility>[] = [];
  const add = (verb: 'can' | 'cannot'): AbilityRules['can'] => (action, subject, conditions, fields) => {
    if (conditions && reachesNothing(conditions)) return;
    const rule: RawRuleOf<AppAbility> = { action, subject, inverted: verb === 'cannot' };
    if (conditions) rule.conditions = conditions;
    if (fields) rule.fields = [...fields];
    collected.push(rule);
  };
  const rules: AbilityRules = { can: add('can'), cannot: add('cannot') };
  for (const define of definitions) define(actor, rules);
  return new Ability<[string, string | object], Conditions>(collected, {
    conditionsMatcher: matchConditions,
    fieldMatcher: (fields) => (field) => fields.includes(field),
    detectSubjectType: (value) => subjectOf(value),
  });
}

/** Name under which abilities know a record. */
export function subjectOf(value: object | string): string {
  if (typeof value === 'string') return value;
  const named: unknown = Reflect.get(value, '__caslSubjectType__');
  if (typeof named === 'string') return named;
  const made = value.constructor as unknown as RecordClass; // an object's constructor is its class
  return registry.tableOf(made)?.subject ?? made.name;
}

function reachesNothing(conditions: Conditions): boolean {
  return Object.values(conditions).some((value) => withinAny(value)?.length === 0);
}
