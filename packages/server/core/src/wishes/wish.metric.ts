import { countedMetric } from '../reports/index.js';

/**
 * Every wish that was told, whatever became of it. Whoever reads the figure sees how many there are; the words of a wish
 * off the wall stay on its own page.
 */
export const collectedMetric = countedMetric({
  key: 'wishes.collected',
  label: { zh: '收集微心愿', en: 'Wishes collected' },
  unit: { zh: '条', en: 'wishes' },
  step: 1,
  definition: {
    zh: '登记日期在期内的微心愿，含已归并和不予受理的。',
    en: 'Wishes recorded in the period, merged and declined ones included.',
  },
  from: 'wish',
  row: 'wish',
  prefix: 'wish',
  flow: 'wish.recorded_on',
  path: 'wish.recorded_path',
  record: { label: `case when wish.is_public then left(wish.words, 80) else concat('第 ', wish.number, ' 号心愿') end`, href: (id) => `/wishes/${id}` },
});
