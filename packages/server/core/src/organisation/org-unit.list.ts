import { anyOf, ascending, defineList, inSubtree, isNull, refersTo, searched } from '@weixiang/kernel';
import { OrgUnit } from './org-unit.entity.js';
import { ID } from 'type-graphql';

/** Units, as the tree, the choosers and the filters list them. */
export const orgUnitList = defineList({
  of: () => OrgUnit,
  name: 'OrgUnit',
  filter: {
    parent: refersTo('parent', 'unit', 'Only units directly below this one.'),
    within: inSubtree('Only units in the subtree of this one, itself included.'),
    kind: refersTo('kind', 'term', 'Only units of this kind.'),
    kinds: { type: () => [ID], description: 'Only units of one of these kinds.', test: { kind: 'refers', property: 'kind', prefix: 'term', many: true } },
    codes: anyOf('code', () => [String], 'Only units with one of these codes.'),
    isRoot: isNull('parent', 'true: only the root · false: all but the root.'),
    isOpen: isNull('closedOn', 'true: only units that are open · false: only closed ones.'),
    search: searched('Only units that a search for these words, or this beginning of a code, finds.'),
  },
  sort: {
    CODE: ascending('code', 'By code.'),
    NAME: ascending('name', 'By name.'),
    LEVEL: { description: 'By level, the root first, then by code.', by: [{ property: 'depth', direction: 'asc' }, { property: 'code', direction: 'asc' }] },
  },
});
