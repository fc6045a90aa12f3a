import { projectDimensions } from '../projects/project.metric.js';
import { countedMetric } from '../reports/index.js';

/** 居民满意度, a share between 0 and 1. A round counts on the first of its month. */
export const satisfactionMetric = countedMetric({
  key: 'satisfaction',
  label: { zh: '居民满意度', en: 'Satisfaction' },
  unit: null,
  step: 4,
  definition: { zh: '期内各月评出等次的评议中，非“不合格”票占全部票的比例，按票数加权。', en: 'Share of the ratings of the period’s graded months that are not “fail”.' },
  from: `evaluation_round round join project on project.tenant_id = round.tenant_id and project.id = round.project_id`,
  where: 'round.grade is not null',
  row: 'round',
  prefix: 'round',
  flow: `to_date(round.month, 'YYYY-MM')`,
  path: 'round.recorded_path',
  dimensions: projectDimensions,
  share: { part: 'round.votes - round.fail', whole: 'round.votes' },
  record: { label: `concat_ws('·', round.month, project.name)`, on: { id: 'project.id', prefix: 'project' }, href: (id) => `/projects/${id}` },
});
