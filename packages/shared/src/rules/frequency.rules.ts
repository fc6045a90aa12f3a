const NUMERALS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
const PERIODS = { 天: 'day', 日: 'day', 周: 'week', 星期: 'week', 月: 'month', 季度: 'quarter', 季: 'quarter', 半年: 'halfYear', 年: 'year' } as const;
const SHAPE = /^每(?:个)?(天|日|周|星期|月|季度|季|半年|年)([一二两三四五六七八九十]|\d{1,2})次$/;

/** So many times in each period: an agreement's 频次, from which its deliveries are scheduled. */
export interface Frequency {
  readonly times: number;
  readonly per: (typeof PERIODS)[keyof typeof PERIODS];
}

/**
 * Reads a frequency as agreements write it; null when it is something else.
 * @example parseFrequency('每月两次') // { times: 2, per: 'month' }
 */
export function parseFrequency(words: string): Frequency | null {
  const [, period, count] = SHAPE.exec(words.normalize('NFKC').replace(/\s/g, '')) ?? [];
  if (count === undefined || !isPeriod(period)) return null;
  const times = NUMERALS[count] ?? Number(count);
  return times > 0 ? { times, per: PERIODS[period] } : null;
}

function isPeriod(word: string | undefined): word is keyof typeof PERIODS {
  return word !== undefined && Object.hasOwn(PERIODS, word);
}
