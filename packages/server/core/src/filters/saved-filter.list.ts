import { ascending, defineList, equals, isActor } from '@weixiang/kernel';
import { SavedFilter } from './saved-filter.entity.js';

/** Saved filters. */
export const savedFilterList = defineList({
  of: () => SavedFilter,
  name: 'SavedFilter',
  filter: {
    page: equals('page', () => String, 'Only filters of this page.'),
    isMine: isActor('owner', 'true: only your own · false: only what others share.'),
  },
  sort: { NAME: ascending('name', 'By name.') },
});
