import { useQuery } from '@apollo/client/react';
import { Icon, tenantBase, useFormat, useLabel, useSession } from '@weixiang/kit';
import { Button, Fetched, PageHead, useUrlFilters } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { useWhere } from '../shell/where.js';
import { usePeriodName, useThisYear } from '../period.js';
import { periodDays } from '../wishes/inbox.rules.js';
import { FigurePanel } from './figure-panel.js';
import { FigureTable } from './figure-table.js';
import { ReportDocument } from './report.documents.js';
import { ReportFilters } from './report-filters.js';
import { customPeriod, nothingHappened } from './report.rules.js';
import './report.css';

/** What a period and a unit achieved: every figure from the records, each opening what it counts. */
export default function ReportPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const { day } = useFormat();
  const { tenant } = useSession();
  const { within } = useWhere();
  const thisYear = useThisYear();
  const periodName = usePeriodName();
  const [filters, setFilter] = useUrlFilters({ period: thisYear, from: '', to: '', unit: '', figure: '' });
  const custom = customPeriod(filters.from, filters.to);
  const days = custom ?? periodDays(filters.period) ?? periodDays(thisYear) ?? { from: '', to: '' };
  const orgUnit = filters.unit || within;
  const result = useQuery(ReportDocument, { variables: { ...days, orgUnit } });
  const name = custom ? `${day(custom.from)}–${day(custom.to)}` : periodName(filters.period);
  const unitName = result.data?.report.orgUnit?.name ?? label(tenant.name);
  const open = result.data?.report.figures.find(({ key }) => key === filters.figure);
  return (
    <div className={open ? 'report has-side' : 'report'}>
      <div className="sheet">
        <PageHead
          title={t('report.title', { period: name })}
          meta={t('report.meta', { unit: unitName, from: day(days.from), to: day(days.to) })}
          actions={
            <>
              <ReportFilters filters={filters} setFilter={setFilter} within={within} />
              <a className="btn" download href={`${tenantBase()}/report.xlsx?${new URLSearchParams({ ...days, orgUnit: orgUnit ?? '' }).toString()}`}>
                <Icon name="download" />
                {t('report.export')}
              </a>
              <Button icon="print" onPress={() => window.print()}>
                {t('report.print')}
              </Button>
            </>
          }
        />
        <Fetched result={result} lines={[32, 40, 40, 40, 40, 40, 40]}>
          {({ report }) => (
            <>
              {nothingHappened(report.figures) && <EarlierYear year={filters.period} onPick={(period) => setFilter({ period, from: '', to: '' })} />}
              <FigureTable figures={report.figures} open={filters.figure} onOpen={(figure) => setFilter({ figure })} />
            </>
          )}
        </Fetched>
        <p className="note meta">{t('report.note')}</p>
      </div>
      {open && (
        <FigurePanel key={open.key} figure={open} days={days} orgUnit={orgUnit} onClose={() => setFilter({ figure: '' })} />
      )}
    </div>
  );
}

/** A period in which nothing happened is mostly one that has only begun. */
function EarlierYear({ year, onPick }: { year: string; onPick: (year: string) => void }) {
  const { t } = useTranslation();
  const earlier = String(Number(year.slice(0, 4)) - 1);
  return (
    <p className="hint" role="status">
      {t('report.nothingHappened')}
      <Button isSmall onPress={() => onPick(earlier)}>
        {t('report.seeYear', { year: earlier })}
      </Button>
    </p>
  );
}
