import { projectDimensions } from '../projects/project.metric.js';
import { countedMetric } from '../reports/index.js';

/** 签约合作: by the day of signing. */
export const agreementsMetric = countedMetric({
  key: 'agreements.signed',
  label: { zh: '签约合作', en: 'Agreements signed' },
  unit: { zh: '个', en: 'agreements' },
  step: 2,
  definition: { zh: '期内签订的合作协议，按签约日期，一份计一个。', en: 'Agreements signed in the period, by the day of signing.' },
  from: `agreement join project on project.tenant_id = agreement.tenant_id and project.id = agreement.project_id`,
  row: 'agreement',
  prefix: 'agreement',
  flow: 'agreement.signed_on',
  path: 'agreement.recorded_path',
  dimensions: projectDimensions,
  record: { label: 'project.name', on: { id: 'project.id', prefix: 'project' }, href: (id) => `/projects/${id}` },
});
