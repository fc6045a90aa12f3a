import { anyOf, ascending, defineList, descending, inSubtree, refersTo } from '@weixiang/kernel';
import { ReorganisationKind, ReorganisationState } from './reorganisation.enums.js';
import { Reorganisation } from './reorganisation.entity.js';

/** Reorganisations, planned and past. */
export const reorganisationList = defineList({
  of: () => Reorganisation,
  name: 'Reorganisation',
  filter: {
    orgUnit: refersTo('orgUnit', 'unit', 'Only what is done to this very unit.'),
    target: refersTo('target', 'unit', 'Only what makes this unit larger or adds units below it.'),
    within: inSubtree('Only what is done to this unit or to one below.'),
    kinds: anyOf('kind', () => [ReorganisationKind], 'Only these kinds.'),
    states: anyOf('state', () => [ReorganisationState], 'Only in one of these states.'),
  },
  sort: {
    LATEST: descending('effectiveOn', 'Latest day first.'),
    NEXT: ascending('effectiveOn', 'Earliest day first.'),
  },
});
