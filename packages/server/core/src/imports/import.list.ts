import { anyOf, defineList, descending, equals, isActor } from '@weixiang/kernel';
import { Import, ImportState } from './import.entity.js';

/** Imports, the latest first. */
export const importList = defineList({
  of: () => Import,
  name: 'Import',
  filter: {
    ledger: equals('ledger', () => String, 'Only imports of this ledger.'),
    state: anyOf('state', () => [ImportState], 'Only imports in one of these states.'),
    isDryRun: equals('isDryRun', () => Boolean, 'true: only rehearsals · false: only real imports.'),
    isMine: isActor('startedBy', 'true: only imports that you sent · false: only others’.'),
  },
  sort: { NEWEST: descending('createdAt', 'Latest first.') },
});
