import { WISH_CHANNELS, WISH_STATES } from '@weixiang/shared';
import { countedMetric, type FactSource } from '../reports/index.js';

const wishes = {
  from: 'wish',
  row: 'wish',
  prefix: 'wish',
  flow: 'wish.recorded_on',
  path: 'wish.recorded_path',
  dimensions: {
    channel: { label: { zh: '渠道', en: 'Channel' }, by: 'wish.channel', names: WISH_CHANNELS },
    category: { label: { zh: '类别', en: 'Category' }, by: 'wish.category_id', names: 'term' },
    state: { label: { zh: '状态', en: 'State' }, by: 'wish.state', names: WISH_STATES },
  },
  record: { label: `case when wish.is_public then left(wish.wall_words, 80) else concat('第 ', wish.number, ' 号心愿') end`, href: (id) => `/wishes/${id}` },
} as const satisfies FactSource;

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
  ...wishes,
});

/** 按时答复率: every wish gets an answer, the first within its deadline. A wish of a ledger has no deadline and does not count. */
export const answeredOnTimeMetric = countedMetric({
  key: 'wishes.answeredOnTime',
  label: { zh: '按时首次答复', en: 'First answers on time' },
  unit: null,
  step: 1,
  definition: {
    zh: '期内登记、已答复或已过期限的微心愿中，首次答复不晚于期限的比例。台账导入的没有期限，不计。',
    en: 'Share of the wishes recorded in the period, answered or overdue, whose first answer came within its deadline. Wishes of ledgers have none and do not count.',
  },
  ...wishes,
  where: 'wish.answer_due_at is not null and (wish.first_answered_at is not null or wish.is_overdue)',
  share: { part: 'case when wish.first_answered_at <= wish.answer_due_at then 1 else 0 end', whole: '1' },
});

/** 心愿实现率: of what was asked, how much came true; a merged wish counts with the one that it was merged into. */
export const fulfilledMetric = countedMetric({
  key: 'wishes.fulfilled',
  label: { zh: '心愿实现', en: 'Wishes fulfilled' },
  unit: null,
  step: 4,
  definition: {
    zh: '期内登记的微心愿中，现在已实现或居民已确认的比例；已归并的算在归入的那条里，台账没有记后来怎样，不计。',
    en: 'Share of the wishes recorded in the period that are fulfilled or confirmed by now; merged ones count with the wish that they were merged into, and a ledger does not say what became of its own.',
  },
  ...wishes,
  where: `wish.state <> 'MERGED' and wish.ledger_key is null`,
  share: { part: `case when wish.state in ('FULFILLED', 'CONFIRMED') then 1 else 0 end`, whole: '1' },
});
