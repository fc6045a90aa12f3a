import { Pick } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '../organisation/unit-select.js';
import { useRecentPeriods } from '../period.js';

type Filters = { period: string; from: string; to: string; unit: string };
type ReportFiltersProps = {
  filters: Filters;
  setFilter: (change: Partial<Filters & { figure: string }>) => void;
  within: string | undefined;
};

/** Period and unit of a report; two own days win over the period. */
export function ReportFilters({ filters, setFilter, within }: ReportFiltersProps) {
  const { t } = useTranslation();
  const periods = useRecentPeriods();
  const isCustom = Boolean(filters.from || filters.to);
  return (
    <>
      <Pick
        label={t('filter.period')}
        isFixed
        value={isCustom ? 'custom' : filters.period}
        options={[...periods, { value: 'custom', label: t('report.custom') }]}
        onPick={(period) =>
          setFilter(
            period === 'custom'
              ? { from: `${filters.period.slice(0, 4)}-01-01`, to: `${filters.period.slice(0, 4)}-12-31` }
              : { period, from: '', to: '' },
          )
        }
      />
      {isCustom && (
        <span className="days">
          <input
            type="date"
            className="input"
            aria-label={t('report.from')}
            value={filters.from}
            max={filters.to}
            onChange={({ target }) => setFilter({ from: target.value })}
          />
          –
          <input
            type="date"
            className="input"
            aria-label={t('report.to')}
            value={filters.to}
            min={filters.from}
            onChange={({ target }) => setFilter({ to: target.value })}
          />
        </span>
      )}
      <UnitSelect
        label={t('report.allUnits')}
        value={filters.unit}
        within={within}
        onPick={(unit) => setFilter({ unit })}
        isFilter
      />
    </>
  );
}
