import { countedMetric } from '../reports/counted-metric.js';

/** Rows of wish ledgers that were refused; the same file again is the same rows. They have no day, so they are there since the beginning. */
export const rejectedRowsMetric = countedMetric({
  key: 'wishes.rejectedRows',
  label: { zh: '未通过校验的微心愿台账行', en: 'Refused rows of wish ledgers' },
  unit: { zh: '行', en: 'rows' },
  step: 1,
  definition: {
    zh: '导入微心愿台账时被拒收的行；同一份文件导入几次只计一次，试导入不计。',
    en: 'Rows refused when wish ledgers were imported; the same file counts once however often it was imported, rehearsals do not count.',
  },
  from: 'import_problem problem join ledger_import run on run.tenant_id = problem.tenant_id and run.id = problem.import_id',
  row: 'problem',
  prefix: 'problem',
  where: `run.ledger = 'wishes' and run.state = 'done' and not run.is_dry_run and not problem.is_warning`,
  stock: { since: null },
  path: null,
  per: `run.file_hash || ' ' || problem.line`,
  record: {
    label: `coalesce(run.file_name, run.ledger) || ' · ' || problem.line || ' · ' || coalesce(problem.header || '：', '') || (problem.message ->> 'zh')`,
    on: { id: 'run.id', prefix: 'import' },
    href: (id) => `/imports/${id}`,
  },
});
