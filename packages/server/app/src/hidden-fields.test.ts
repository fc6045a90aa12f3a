import { abilityFor, type Actor, type AppAbility, FeatureCatalogue, indexOf, registry, SchemaCache } from '@weixiang/kernel';
import { ROLES } from '@weixiang/shared';
import { isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { core, plugins } from './installed.js';

const catalogue = new FeatureCatalogue([...core], [...plugins]);
const features = catalogue.everything;
const personId = '01980000-0000-7000-8000-000000000001';
const anonymous: Actor = { kind: 'anonymous', tenantId: personId, personId: null, name: null, language: 'zh', grants: [] };

/** Nobody, and somebody in each role, with work that the unit oversees and without. */
const actors: [string, Actor][] = [
  ['anonymous', anonymous],
  ...Object.keys(ROLES).flatMap((role) =>
    [[], ['education']].map((oversees): [string, Actor] => {
      const grant = { assignmentId: personId, role, orgUnitId: personId, path: 'a.b', oversees, permissions: indexOf(features).permissionsOf(role) };
      return [`${role} ${oversees.join()}`, { ...anonymous, kind: 'person', personId, grants: [grant] }];
    }),
  ),
];

describe.each(actors)('what abilities hide from %s', (_name, actor) => {
  it('is a field that may be null', () => {
    const ability = abilityFor(actor, features.features.flatMap((feature) => feature.abilities ?? []));
    expect(promised().filter(({ subject, field }) => mayBeHidden(ability, subject, field)).map(({ name }) => name)).toEqual([]);
  });
});

/** Fields of records that the schema promises a value for, save those that resolvers compute. */
function promised(): { subject: string; field: string; name: string }[] {
  const schema = new SchemaCache(features).of(features);
  return [...registry.tables()].flatMap(({ subject, typeName, computed }) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const fields = Object.values(type.getFields()).filter((field) => field.name !== 'id' && isNonNullType(field.type) && !computed.has(field.name));
    return fields.map(({ name: field }) => ({ subject, field, name: `${typeName}.${field}` }));
  });
}

/** Whether some rule that shows the record keeps this field of it back. */
function mayBeHidden(ability: AppAbility, subject: string, field: string): boolean {
  const shown = new Set(ability.rulesFor('read', subject, field));
  return ability.rulesFor('read', subject).some((rule) => !shown.has(rule));
}
