import { sameText, type Text } from '@weixiang/shared';
import { countedMetric, countedMetrics, type FactSource, type FigureWords } from '../reports/index.js';

const activities = {
  from: `activity join vocabulary_term kind on kind.tenant_id = activity.tenant_id and kind.id = activity.kind_id`,
  row: 'activity',
  prefix: 'activity',
  flow: 'activity.date',
  path: 'activity.recorded_path',
  record: { label: `concat_ws('·', coalesce(activity.name, kind.key), activity.place)`, on: { id: 'activity.project_id', prefix: 'project' }, href: (id) => `/projects/${id}` },
} as const satisfies FactSource;

/**
 * Activities of the kinds that the tenant counts as services: the words of its setting `serviceKinds`, parted by `、` or
 * commas; 志愿服务 and 政策宣讲 unless it says otherwise.
 */
export const servicesMetric = countedMetric({
  key: 'services.delivered',
  label: { zh: '宣讲、志愿服务', en: 'Services delivered' },
  unit: { zh: '次', en: 'sessions' },
  step: 4,
  definition: { zh: '期内政策宣讲、志愿服务等活动的次数，哪些服务类型算在内由租户设置。', en: 'Activities of the period of the kinds that the tenant counts as services.' },
  ...activities,
  from: `${activities.from} join tenant on tenant.id = activity.tenant_id`,
  where: `kind.key = any(regexp_split_to_array(coalesce(nullif(tenant.settings->>'serviceKinds', ''), '志愿服务、政策宣讲'), '\\s*[、,，]\\s*'))`,
});

/** One measure of every kind of activity there is: `activity.<kind>.visits`. */
function ofEveryKind(measure: string, of: Text, unit: Text, definition: Text, source: Partial<FactSource>) {
  return countedMetrics({
    name: `activity.${measure}`,
    groups: ['kind.key'],
    figure: ([kind = '']): FigureWords => ({
      key: `activity.${kind}.${measure}`,
      label: { zh: `${kind}${of.zh}`, en: `${kind}: ${of.en}` },
      unit,
      step: 4,
      definition,
    }),
    ...activities,
    ...source,
  });
}

const visits: Text = { zh: '人次', en: 'visits' };

/** Every kind of activity has figures of its own, whatever its name, and one for each unit that its quantities have. */
export const activityMetrics = [
  ofEveryKind('count', { zh: '次数', en: 'sessions' }, { zh: '次', en: 'sessions' }, { zh: '期内该类活动的次数。', en: 'Activities of this kind in the period.' }, {}),
  ofEveryKind(
    'visits',
    visits,
    visits,
    { zh: '期内该类活动的服务人次之和，同一人来几次计几次。', en: 'Visits of the activities of this kind in the period; who comes twice counts twice.' },
    { sum: 'activity.visits' },
  ),
  ofEveryKind(
    'minors',
    { zh: '未成年人人次', en: 'visits of minors' },
    visits,
    { zh: '期内该类活动的未成年人人次之和。', en: 'Visits of minors to the activities of this kind in the period.' },
    { sum: 'activity.minors' },
  ),
  countedMetrics({
    name: 'activity.quantity',
    groups: ['kind.key', 'activity.quantity_unit'],
    figure: ([kind = '', unit = '']): FigureWords => ({
      key: `activity.${kind}.quantity.${unit}`,
      label: { zh: `${kind}（${unit}）`, en: `${kind} (${unit})` },
      unit: sameText(unit),
      step: 4,
      definition: { zh: '期内该类活动的数量之和，每种计量单位分别合计。', en: 'Quantities of the activities of this kind in the period, by their unit.' },
    }),
    ...activities,
    where: 'activity.quantity is not null and activity.quantity_unit is not null',
    sum: 'activity.quantity',
  }),
];
