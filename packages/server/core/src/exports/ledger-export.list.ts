import { defineList, descending, equals, isActor } from '@weixiang/kernel';
import { LedgerExport } from './ledger-export.entity.js';

/** Exports, the latest first. */
export const ledgerExportList = defineList({
  of: () => LedgerExport,
  name: 'LedgerExport',
  filter: {
    ledger: equals('ledger', () => String, 'Only exports of this ledger.'),
    isMine: isActor('exportedBy', 'true: only what you exported · false: only what others did.'),
  },
  sort: { NEWEST: descending('createdAt', 'Latest first.') },
});
