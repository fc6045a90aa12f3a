import { useQuery } from '@apollo/client/react';
import { Empty, useLabel } from '@weixiang/kit';
import { compactDays, Fetched, MonthBars, More, SidePanel } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FigureParts } from './figure-parts.js';
import { FigureRecordsDocument } from './report.documents.js';
import { monthsOf, type Figure } from './report.rules.js';
import { useFigureWriting } from './use-figure-writing.js';

type FigurePanelProps = { figure: Figure; days: { from: string; to: string }; orgUnit: string | undefined; onClose: () => void };

/** One figure in focus: its months, its definition, and the records that it counts. */
export function FigurePanel({ figure, days, orgUnit, onClose }: FigurePanelProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const write = useFigureWriting();
  const name = figure.label;
  const months = monthsOf(days.from, figure.months?.length ?? 0);
  return (
    <SidePanel title={name} label={t('report.detail')} closeLabel={t('close')} onClose={onClose}>
      <p className="huge">
        {write.value(figure)} <small>{write.unit(figure)}</small>
      </p>
      {figure.months && figure.months.length > 1 && (
        <MonthBars
          label={t('report.monthly', { name })}
          bars={figure.months.map((value, index) => ({
            label: `${index > 11 ? `${Math.floor(index / 12) + 1}·` : ''}${months[index]}`,
            value,
          }))}
          format={(value) => write.value({ ...figure, value })}
        />
      )}
      <h3>{t('report.definition')}</h3>
      <p>{label(figure.definition)}</p>
      <FigureParts figure={figure} days={days} orgUnit={orgUnit} />
      <h3>{t('report.records')}</h3>
      <FigureRecords figure={figure} days={days} orgUnit={orgUnit} />
    </SidePanel>
  );
}

function FigureRecords({ figure, days, orgUnit }: Omit<FigurePanelProps, 'onClose'>) {
  const { t } = useTranslation();
  const result = useQuery(FigureRecordsDocument, {
    variables: { ...days, orgUnit, keys: [figure.key], first: 20 },
    fetchPolicy: 'no-cache',
  });
  return (
    <Fetched result={result} lines={[32, 32, 32, 32]}>
      {({ report }) => {
        const records = report.figures.find(({ key }) => key === figure.key)?.records;
        if (!records || records.edges.length === 0) return <Empty>{t('report.noRecords')}</Empty>;
        return (
          <>
            <ol className="peek">
              {records.edges.map(({ node }) => (
                <li key={node.id}>
                  <span>{node.date ? compactDays([node.date]) : '—'}</span>
                  <span className={figure.key.startsWith('wishes.collected') ? 'wishword' : undefined}>
                    {node.href ? (
                      <Link className="row-link" to={node.href}>
                        {node.label}
                      </Link>
                    ) : (
                      node.label
                    )}
                  </span>
                </li>
              ))}
            </ol>
            <More
              shown={records.edges.length}
              total={records.totalCount}
              hasNext={records.pageInfo.hasNextPage}
              onMore={() =>
                result.fetchMore({ variables: { after: records.pageInfo.endCursor }, updateQuery: joined(figure.key) })
              }
            />
          </>
        );
      }}
    </Fetched>
  );
}

type Records = { report: { figures: { key: string; records: { edges: unknown[] } }[] } };

/** Adds a page of records to those that are shown; a report has no id by which the cache could. */
function joined(key: string) {
  return <Data extends Records>(before: Data, { fetchMoreResult: next }: { fetchMoreResult: Data }): Data => {
    const shown = before.report.figures.find((figure) => figure.key === key)?.records.edges ?? [];
    const figures = next.report.figures.map((figure) =>
      figure.key === key ? { ...figure, records: { ...figure.records, edges: [...shown, ...figure.records.edges] } } : figure,
    );
    return { ...next, report: { ...next.report, figures } };
  };
}
