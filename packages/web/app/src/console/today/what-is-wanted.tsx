import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useLabel } from '@weixiang/kit';
import { Fetched, Section, Spark } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWhere } from '../shell/where.js';
import { useLastMonths } from '../period.js';
import { monthsOf } from '../report/report.rules.js';
import { WantedDocument } from './today.documents.js';

const most = 6;

/** What residents ask for: the categories of the last twelve months, each over the months. */
export function WhatIsWanted() {
  const { t } = useTranslation();
  const label = useLabel();
  const { number, shortMonth } = useFormat();
  const { within } = useWhere();
  const days = useLastMonths(12);
  const result = useQuery(WantedDocument, { variables: { ...days, orgUnit: within } });
  return (
    <Section title={t('today.wanted')} note={t('today.wantedNote', { count: most })}>
      <Fetched result={result} lines={[32, 32, 32, 32]}>
        {({ report }) => {
          const parts = report.figures[0]?.parts.filter(({ key }) => key !== null).slice(0, most) ?? [];
          if (parts.length === 0) return <Empty>{t('today.nothingWanted')}</Empty>;
          const top = Math.max(...parts.flatMap(({ months }) => months ?? []));
          return (
            <table className="wanted">
              <tbody>
                {parts.map((part) => (
                  <tr key={part.key}>
                    <th scope="row">
                      <Link className="row-link" to={`/wishes?state=all&category=${part.key}`}>
                        {part.label && label(part.label)}
                      </Link>
                    </th>
                    <td aria-hidden="true">
                      <Spark months={part.months ?? []} top={top} />
                    </td>
                    <td className="num">{number(part.value)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot aria-hidden="true">
                <tr>
                  <td />
                  <td className="months-of">
                    {[0, -1].map((at) => (
                      <span key={at}>{shortMonth(`2024-${String(monthsOf(days.from, parts[0]?.months?.length ?? 0).at(at)).padStart(2, '0')}-01`)}</span>
                    ))}
                  </td>
                  <td className="num meta">{t('today.total')}</td>
                </tr>
              </tfoot>
            </table>
          );
        }}
      </Fetched>
    </Section>
  );
}
