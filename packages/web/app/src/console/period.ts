import { useSession } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';

/** The first part of the tenant's today: `{ year: 2026, quarter: 2 }`. */
function useToday() {
  const { viewer } = useSession();
  const day = viewer.today;
  return { year: Number(day.slice(0, 4)), quarter: Math.ceil(Number(day.slice(5, 7)) / 3) };
}

/** `2026Q2` of the tenant's today. */
export function useThisQuarter(): string {
  const { year, quarter } = useToday();
  return `${year}Q${quarter}`;
}

/** The last six quarters and three years as choices of a filter. */
export function useRecentPeriods(): { value: string; label: string }[] {
  const { t } = useTranslation();
  const { year, quarter } = useToday();
  const quarters = Array.from({ length: 6 }, (_, back) => {
    const index = year * 4 + quarter - 1 - back;
    return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
  });
  return [
    ...quarters.map((each) => ({
      value: `${each.year}Q${each.quarter}`,
      label: t('period.quarter', { year: each.year, quarter: t(`period.q${each.quarter}`) }),
    })),
    ...[year, year - 1, year - 2].map((each) => ({ value: String(each), label: t('period.year', { year: each }) })),
  ];
}

/** A period in words: “2026年第二季度”. */
export function usePeriodName(): (period: string) => string {
  const { t } = useTranslation();
  return (period) => {
    const [, year, quarter] = /^(\d{4})(?:Q([1-4]))?$/.exec(period) ?? [];
    if (!year) return period;
    return quarter ? t('period.quarter', { year, quarter: t(`period.q${quarter}`) }) : t('period.year', { year });
  };
}

/** `2026` of the tenant's today. */
export function useThisYear(): string {
  return String(useToday().year);
}

/** First and last day of the last so many months, this one included: `{ from: '2025-06-01', to: '2026-05-19' }`. */
export function useLastMonths(count: number): { from: string; to: string } {
  const { viewer } = useSession();
  const months = Number(viewer.today.slice(0, 4)) * 12 + Number(viewer.today.slice(5, 7)) - count;
  return { from: `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`, to: viewer.today };
}
