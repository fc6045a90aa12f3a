import { countedMetric } from '@weixiang/core';

/** Kinds of activity that this plugin counts as its own, as ledgers write them. */
const kinds = ['课后学堂'] as const;

const named = kinds.map((kind) => `“${kind}”`).join('、');

/** 其中未成年人: visits of minors to after-school classes. */
export const childrenServed = countedMetric({
  key: 'education.childrenServed',
  label: { zh: '课后学堂服务未成年人', en: 'Visits of minors to after-school classes' },
  unit: { zh: '人次', en: 'visits' },
  step: 4,
  definition: {
    zh: `期内服务类型为${named}的活动的未成年人人次之和，同一个孩子来几次计几次。`,
    en: `Visits of minors to activities of the kind ${named} in the period; a child who comes twice counts twice.`,
  },
  from: 'activity join vocabulary_term kind on kind.tenant_id = activity.tenant_id and kind.id = activity.kind_id',
  row: 'activity',
  prefix: 'activity',
  where: `kind.key in (${kinds.map((kind) => `'${kind}'`).join(', ')})`,
  flow: 'activity.date',
  path: 'activity.recorded_path',
  sum: 'activity.minors',
  record: { label: `concat_ws('·', coalesce(activity.name, kind.key), activity.place)`, on: { id: 'activity.project_id', prefix: 'project' }, href: (id) => `/projects/${id}` },
});
