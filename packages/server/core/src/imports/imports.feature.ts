import { defineServer, listQuery, oneQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { importAbilities } from './import.abilities.js';
import { Import } from './import.entity.js';
import { importJob, resumeImports } from './import.job.js';
import { importList } from './import.list.js';
import { ImportFields } from './import.resolver.js';
import { importLife } from './import.workflow.js';
import { forgetRefusedRows, importFiles } from './refused-rows.cron.js';
import { LedgersQuery } from './ledger.resolver.js';
import { Problem } from './problem.entity.js';
import { rejectedRowsMetric } from './rejected-rows.metric.js';
import { importNotifications } from './import.notifications.js';

/** Ledgers on their way in. */
export const importsFeature = defineServer({
  declaration: defineFeature({
    name: 'imports',
    label: { zh: '导入台账', en: 'Imports' },
    description: { zh: '把区县自己的 Excel 台账导入进来。', en: 'A district’s own Excel ledgers, brought in.' },
    dependsOn: ['organisation', 'people'],
    permissions: {
      'import.reveal': { label: { zh: '下载未通过的行', en: 'Download refused rows' }, level: 'tenant', roles: ['organisationOfficer', 'auditor'] },
      'import.read': { label: { zh: '查看导入记录', en: 'See imports' }, level: 'tenant', roles: ['convener', 'organisationOfficer', 'auditor'] },
    },
    workflows: [importLife],
    messages: {
      IMPORT_FORBIDDEN: { zh: '您没有导入这种台账的权限。', en: 'You may not import this ledger.' },
      DRY_RUN_UNCLEAR: { zh: 'dryRun 请写 1（试运行）或 0（正式导入）。', en: 'dryRun must be 1, for a rehearsal, or 0.' },
      LEDGER_UNKNOWN: { zh: '没有“{ledger}”这种台账。', en: 'There is no ledger “{ledger}”.' },
    },
  }),
  entities: [Import, Problem],
  reads: [
    oneQuery('import', () => Import, 'One import by id; null when absent or not to be seen.'),
    listQuery('imports', () => importList, 'Imports that you sent or may look on.'),
  ],
  resolvers: [ImportFields, LedgersQuery],
  events: {
    'import.queued': { label: { zh: '提交台账', en: 'Import queued' } },
    'import.changed': { label: { zh: '台账导入进度', en: 'Import under way' } },
    'import.finished': { label: { zh: '台账导入完成', en: 'Import done' } },
    'import.failed': { label: { zh: '台账导入失败', en: 'Import failed' } },
  },
  notifications: importNotifications,
  abilities: [importAbilities],
  jobs: [importJob],
  crons: [resumeImports, forgetRefusedRows],
  fileKinds: [importFiles],
  metrics: [rejectedRowsMetric],
  migrations: new URL('../../migrations/imports/', import.meta.url),
});
