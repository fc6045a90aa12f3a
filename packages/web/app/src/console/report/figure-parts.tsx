import { useQuery } from '@apollo/client/react';
import { useLabel } from '@weixiang/kit';
import { Button, Fetched, SplitBars } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FigurePartsDocument } from './report.documents.js';
import type { Figure } from './report.rules.js';
import { useFigureWriting } from './use-figure-writing.js';

type FigurePartsProps = { figure: Figure; days: { from: string; to: string }; orgUnit: string | undefined };

const few = 8;

/** A figure in parts, by one of the ways that it knows. */
export function FigureParts({ figure, days, orgUnit }: FigurePartsProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const [by, setBy] = useState(figure.dimensions[0]?.key ?? '');
  if (figure.dimensions.length === 0) return null;
  return (
    <>
      <h3 id="figure-parts">{t('report.parts')}</h3>
      <div className="tabs" role="group" aria-labelledby="figure-parts">
        {figure.dimensions.map((dimension) => (
          <Button key={dimension.key} isSmall tone={dimension.key === by ? 'can' : 'plain'} isPressed={dimension.key === by} onPress={() => setBy(dimension.key)}>
            {label(dimension.label)}
          </Button>
        ))}
      </div>
      <Parts key={by} figure={figure} days={days} orgUnit={orgUnit} by={by} />
    </>
  );
}

function Parts({ figure, days, orgUnit, by }: FigurePartsProps & { by: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  const write = useFigureWriting();
  const [isAll, setAll] = useState(false);
  const result = useQuery(FigurePartsDocument, { variables: { ...days, orgUnit, keys: [figure.key], by } });
  return (
    <Fetched result={result} lines={[24, 24, 24, 24]}>
      {({ report }) => {
        const parts = report.figures.find(({ key }) => key === figure.key)?.parts ?? [];
        const rows = parts.map((part) => ({
          label: part.label ? label(part.label) : t(by === 'unit' ? 'report.ownLevel' : 'report.notSaid'),
          value: part.value,
          written: `${write.value({ ...figure, value: part.value })}${figure.unit === null ? '%' : ''}`,
        }));
        return (
          <>
            <SplitBars rows={isAll ? rows : rows.slice(0, few)} />
            {rows.length > few && (
              <button type="button" className="link" onClick={() => setAll(!isAll)}>
                {isAll ? t('today.fewer') : t('report.allParts', { count: rows.length })}
              </button>
            )}
          </>
        );
      }}
    </Fetched>
  );
}
