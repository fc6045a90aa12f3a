import { anyOf, ascending, defineList, descending, inSubtree, refersTo, searched } from '@weixiang/kernel';
import { ID } from 'type-graphql';
import { Demand } from './demand.entity.js';
import { DemandState } from './demand.enums.js';

/** Demands, as the console lists them. */
export const demandList = defineList({
  of: () => Demand,
  name: 'Demand',
  filter: {
    ids: { type: () => [ID], description: 'Only these demands.', test: { kind: 'refers', property: 'id', prefix: 'demand', many: true } },
    state: anyOf('state', () => [DemandState], 'Only demands in one of these states.'),
    orgUnit: refersTo('orgUnit', 'unit', 'Only demands of this very unit.'),
    within: inSubtree('Only demands of this unit or below.'),
    category: refersTo('category', 'term', 'Only demands of this category.'),
    project: refersTo('project', 'project', 'Only demands that this project answers.'),
    search: searched('Only demands that a search for these words or this number finds.'),
  },
  sort: {
    NEWEST: descending('number', 'Latest opened first.'),
    OLDEST: ascending('number', 'Earliest opened first.'),
    WISHES: descending('wishCount', 'Most wishes first.'),
  },
});
