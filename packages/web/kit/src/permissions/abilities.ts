import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { unpackRules, type PackRule } from '@casl/ability/extra';
import { matchConditions } from '@weixiang/shared';

/** What the viewer may do, as the server packed it. Hides nothing by itself: the server decides, this explains. */
export type Abilities = MongoAbility;

/**
 * Unpacks `viewer.abilities`, matched by the same function as on the server. Rules that cannot be read grant nothing.
 * `const abilities = abilitiesFrom(viewer.abilities); abilities.can('answer', 'Wish')`
 */
export function abilitiesFrom(packed: unknown): Abilities {
  const rules = Array.isArray(packed) ? packed.filter(isPackedRule) : [];
  return createMongoAbility(unpackRules(rules), { conditionsMatcher: matchConditions });
}

function isPackedRule(rule: unknown): rule is PackRule<RawRuleOf<Abilities>> {
  return Array.isArray(rule) && typeof rule[0] === 'string';
}
