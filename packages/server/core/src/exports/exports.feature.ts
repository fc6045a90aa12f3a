import { defineServer, listQuery, oneQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { ExportableLedgersQuery, LedgerExportFields } from './export.resolver.js';
import { ledgerExportAbilities } from './ledger-export.abilities.js';
import { LedgerExport } from './ledger-export.entity.js';
import { ledgerExportList } from './ledger-export.list.js';

/** Ledgers on their way out. */
export const exportsFeature = defineServer({
  declaration: defineFeature({
    name: 'exports',
    label: { zh: '导出台账', en: 'Exports' },
    description: { zh: '把看得见的记录导出为同样的 Excel 台账，导出留有记录。', en: 'What one may see as the same Excel ledgers; each export is on record.' },
    dependsOn: ['people', 'imports'],
    permissions: {
      'export.read': { label: { zh: '查看导出记录', en: 'See exports' }, level: 'tenant', roles: ['convener', 'organisationOfficer', 'auditor'] },
    },
    messages: {
      EXPORT_PURPOSE_REQUIRED: { zh: '这份台账里有个人信息，请先说明导出的用途。', en: 'This ledger holds personal data; state what it is exported for.' },
      FILTER_INVALID: { zh: '筛选条件看不懂，没有导出。', en: 'The filter could not be read; nothing was exported.' },
    },
  }),
  entities: [LedgerExport],
  reads: [
    oneQuery('ledgerExport', () => LedgerExport, 'One export by id; null when absent or not to be seen.'),
    listQuery('ledgerExports', () => ledgerExportList, 'What was exported: by you, or by anybody if you look after the tenant.'),
  ],
  resolvers: [ExportableLedgersQuery, LedgerExportFields],
  abilities: [ledgerExportAbilities],
  migrations: new URL('../../migrations/exports/', import.meta.url),
});
