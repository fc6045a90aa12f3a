import { Field, useFormat } from '@weixiang/kit';
import { FilterBar, FilterSearch, Pick } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '../organisation/unit-select.js';
import { useRecentPeriods } from '../period.js';
import { useTerms } from '../vocabulary/use-terms.js';
import { listed, priorities, wishChannels, wishScopes, type InboxFilters } from './inbox.rules.js';

type InboxFiltersProps = {
  filters: InboxFilters;
  setFilter: (change: Partial<InboxFilters>) => void;
  within: string | undefined;
  count: number | undefined;
};

/** One line of filters, all of them in the URL. */
export function InboxFilterBar({ filters, setFilter, within, count }: InboxFiltersProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const categories = useTerms('WISH_CATEGORY');
  const periods = useRecentPeriods();
  const named = (names: readonly string[], key: string) => names.map((name) => ({ value: name, label: t(`kit:${key}.${name}`) }));
  return (
    <FilterBar count={count !== undefined && t('inbox.count', { count, shown: number(count) })}>
      <Pick label={t('filter.period')} value={filters.period} options={periods} onPick={(period) => setFilter({ period })} />
      <UnitSelect label={t('filter.unit')} value={filters.unit} within={within} onPick={(unit) => setFilter({ unit })} isFilter />
      <Pick
        label={t('wish.channel')}
        value={filters.channel}
        options={named(wishChannels, 'wishChannel')}
        onPick={(channel) => setFilter({ channel })}
      />
      <Pick
        label={t('wish.category')}
        value={filters.category}
        options={categories}
        onPick={(category) => setFilter({ category })}
      />
      <Pick
        label={t('wish.scope')}
        value={filters.scope}
        options={named(wishScopes, 'wishScope')}
        onPick={(scope) => setFilter({ scope })}
      />
      <Pick
        label={t('wish.onWall')}
        value={filters.wall}
        options={[{ value: 'held', label: t('inbox.heldBack') }]}
        onPick={(wall) => setFilter({ wall })}
      />
      <PriorityQuad value={filters.priority} onPick={(priority) => setFilter({ priority })} />
      <FilterSearch label={t('inbox.search')} value={filters.search} onSearch={(search) => setFilter({ search })} />
    </FilterBar>
  );
}

function PriorityQuad({ value, onPick }: { value: string; onPick: (value: string) => void }) {
  const { t } = useTranslation();
  const chosen = listed(value, priorities) ?? [];
  return (
    <span className="quad" role="group" aria-label={t('wish.priority')}>
      {priorities.map((priority) => {
        const isOn = chosen.includes(priority);
        const next = isOn ? chosen.filter((each) => each !== priority) : [...chosen, priority];
        return (
          <button key={priority} type="button" aria-pressed={isOn} onClick={() => onPick(next.join(','))}>
            <Field priority={priority} />
          </button>
        );
      })}
    </span>
  );
}
