import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.js';
import {
  dayIn,
  dayOf,
  daysBetween,
  standingOf,
  weekdayStretches,
  writeDay,
  writeMonth,
  writeOtherYear,
  writeShortMonth,
  writeTime,
  writeWeekday,
  writeWeekdayNumber,
  type Reader,
} from './dates.rules.js';
import { tagOf } from '../i18n/language.js';

/**
 * Dates and numbers as this reader reads them, in the tenant's zone.
 * `const { day, due } = useFormat(); day('2026-05-21') // “5月21日”`
 */
export function useFormat() {
  const { t, i18n } = useTranslation('kit');
  const { tenant } = useSession();
  const reader: Reader = { language: i18n.language, timeZone: tenant.timeZone };
  const now = () => new Date();

  /** “今天”, “昨天”, else the day. */
  function nearDay(value: string): string {
    const distance = daysBetween(dayIn(reader.timeZone, now()), dayOf(value, reader));
    if (distance === 0) return t('date.today');
    if (distance === -1) return t('date.yesterday');
    return writeDay(value, reader, now());
  }

  /** “逾期 1 天”, or “今天已逾期”. */
  const lateBy = (days: number) => (days === 0 ? t('date.lateToday') : t('date.late', { count: days }));

  /** “最晚 5月21日答复” or “逾期 1 天”, with what colour to say it in. */
  function due(dueAt: string): { text: string; isLate: boolean } {
    const { isLate, days } = standingOf(dueAt, reader, now());
    return { isLate, text: isLate ? lateBy(days) : t('date.answerBy', { day: writeDay(dueAt, reader, now()) }) };
  }

  const weekdayNumber = (weekday: number) => writeWeekdayNumber(weekday, reader);

  /** “周一至周五”, “周六、周日”, “每天”, from the numbers of weekdays. */
  function weekdays(numbers: readonly number[]): string {
    const stretches = weekdayStretches(numbers);
    if (stretches.some(([from, to]) => to - from === 6)) return t('date.everyDay');
    return series(stretches.map(([from, to]) => (from === to ? weekdayNumber(from) : t('date.weekdays', { from: weekdayNumber(from), to: weekdayNumber(to) }))));
  }

  /** Several short words in a row: “甲、乙”, “A, B”. */
  function series(words: readonly string[]): string {
    return words.join(reader.language === 'en' ? ', ' : '、');
  }

  return {
    day: (value: string) => writeDay(value, reader, now()),
    dayNumber: (value: string) => String(Number(dayOf(value, reader).slice(8))),
    month: (value: string) => writeMonth(value, reader),
    shortMonth: (value: string) => writeShortMonth(value, reader),
    otherYear: (value: string) => writeOtherYear(value, reader, now()),
    /** The calendar day as `YYYY-MM-DD`, in the tenant's zone. */
    isoDay: (value: string) => dayOf(value, reader),
    weekday: (value: string) => writeWeekday(value, reader),
    weekdays,
    /** “5月23日 周六”, “Sat, May 23”. */
    dayOfWeek: (value: string) => {
      const [day, weekday] = [writeDay(value, reader, now()), writeWeekday(value, reader)];
      return reader.language === 'en' ? `${weekday}, ${day}` : `${day} ${weekday}`;
    },
    time: (value: string) => writeTime(value, reader),
    /** The time of day as `HH:MM`, as fields of the device take it, in the tenant's zone. */
    isoTime: (value: string) => writeTime(value, { ...reader, language: 'zh' }),
    number: (value: number) => new Intl.NumberFormat(tagOf(reader.language)).format(value),
    percent: (share: number) => new Intl.NumberFormat(tagOf(reader.language), { style: 'percent', maximumFractionDigits: 1 }).format(share),
    daysSince: (value: string) => daysBetween(dayOf(value, reader), dayIn(reader.timeZone, now())),
    series,
    lateBy,
    nearDay,
    due,
  };
}
