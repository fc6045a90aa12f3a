import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useLabel } from '@weixiang/kit';
import { Fetched, Pick, Section, useUrlFilters } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLastMonths } from '../period.js';
import { useWhere } from '../shell/where.js';
import { UnitsComparedDocument } from './today.documents.js';
import { fewestRecords, ranked } from './units-compared.rules.js';

/** Shares, so that a small community stands beside a large one on equal terms. */
const measures = ['wishes.answeredOnTime', 'wishes.fulfilled', 'satisfaction'] as const;
const shown = 6;

/** Which units fall behind, on equal terms: a share of their own records, over twelve months. */
export function UnitsCompared() {
  const { t } = useTranslation();
  const label = useLabel();
  const { number } = useFormat();
  const { within } = useWhere();
  const days = useLastMonths(12);
  const [{ measure, levels }, setFilter] = useUrlFilters({ measure: String(measures[0]), levels: '1' });
  const [isAll, setAll] = useState(false);
  const result = useQuery(UnitsComparedDocument, { variables: { ...days, orgUnit: within, figure: measure, levels: Number(levels) || 1 } });
  const percent = (value: number) => `${number(Math.round(value * 1000) / 10)}%`;
  return (
    <Section
      title={t('today.behind')}
      note={
        <>
          <Pick label={t('today.measure')} isFixed value={measure} options={measures.map((value) => ({ value, label: t(`today.measures.${value.replace('.', '_')}`) }))} onPick={(value) => setFilter({ measure: value })} />
          <Pick label={t('today.levels')} isFixed value={levels} options={['1', '2', '3'].map((value) => ({ value, label: t(`today.below.${value}`) }))} onPick={(value) => setFilter({ levels: value })} />
        </>
      }
    >
      <Fetched result={result} lines={[32, 32, 32, 32]}>
        {({ report }) => {
          const figure = report.figures[0];
          const { behind, tooFew } = ranked(figure?.parts ?? []);
          if (!figure || behind.length + tooFew.length === 0) return <Empty>{t('today.nothingToCompare')}</Empty>;
          return (
            <>
              <table className="compared">
                <tbody>
                  {(isAll ? behind : behind.slice(0, shown)).map((part) => (
                    <tr key={part.key}>
                      <th scope="row">
                        <Link className="row-link" to={`/report?unit=${part.key}`}>
                          {part.label && label(part.label)}
                        </Link>
                      </th>
                      <td className="b" aria-hidden="true">
                        <s>
                          <i style={{ width: `${part.value * 100}%` }} />
                          <b style={{ left: `${figure.value * 100}%` }} />
                        </s>
                      </td>
                      <td className="num">{percent(part.value)}</td>
                      <td className="num meta">{t('today.ofRecords', { count: part.recordCount })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p className="meta note">
                {t('today.average', { value: percent(figure.value) })}
                {tooFew.length > 0 && t('today.tooFew', { count: tooFew.length, least: fewestRecords })}
                {behind.length > shown && (
                  <button type="button" className="link" onClick={() => setAll(!isAll)}>
                    {isAll ? t('today.fewer') : t('today.all', { count: behind.length })}
                  </button>
                )}
              </p>
            </>
          );
        }}
      </Fetched>
    </Section>
  );
}
