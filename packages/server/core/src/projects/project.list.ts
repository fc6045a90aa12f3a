import { anyOf, ascending, defineList, descending, equals, inSubtree, isActor, refersTo, searched } from '@weixiang/kernel';
import { ID } from 'type-graphql';
import { Project } from './project.entity.js';
import { ProjectMode, ProjectState } from './project.enums.js';

/** Projects, as the catalogue, the console and the portal list them. */
export const projectList = defineList({
  of: () => Project,
  name: 'Project',
  filter: {
    ids: { type: () => [ID], description: 'Only these projects.', test: { kind: 'refers', property: 'id', prefix: 'project', many: true } },
    state: anyOf('state', () => [ProjectState], 'Only projects in one of these states.'),
    type: anyOf('type', () => [String], 'Only projects of one of these types.'),
    mode: anyOf('mode', () => [ProjectMode], 'Only projects in one of these modes.'),
    aspect: refersTo('aspect', 'term', 'Only projects of this aspect.'),
    category: refersTo('category', 'term', 'Only projects of this category.'),
    partner: refersTo('partner', 'partner', 'Only projects of this partner.'),
    orgUnit: refersTo('orgUnit', 'unit', 'Only projects of this very unit.'),
    within: inSubtree('Only projects of this unit or below.'),
    level: {
      type: () => ID,
      description: 'Only projects of units of this kind, a term of the vocabulary (层级).',
      test: { kind: 'sql', sql: ({ alias, column, value }) => `exists (select from org_unit level where level.tenant_id = ${alias}.tenant_id and level.id = ${column('orgUnit')} and level.kind_id = ${value})` },
    },
    isPublic: equals('isPublic', () => Boolean, 'true: only projects that everybody may see · false: only others.'),
    isMine: isActor('lead', 'true: only projects that you lead · false: only others.'),
    search: searched('Only projects that a search for these words, or this beginning of a code, finds.'),
  },
  sort: {
    NEWEST: descending('createdAt', 'Latest registered first.'),
    NAME: ascending('name', 'By name.'),
    CODE: ascending('code', 'By number.'),
    CODE_LAST: descending('code', 'By number, the last first.'),
  },
});
