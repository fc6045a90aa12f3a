import { useFormat } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import type { ImportRowFragment } from '../generated/graphql.js';

/** How many rows were taken in, known already, refused; while it runs, how far it is. */
export function ImportTally({ run, isUnderWay }: { run: ImportRowFragment; isUnderWay: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const seen = run.accepted + run.unchanged + run.rejectedCount;
  const share = run.total ? Math.min(seen / run.total, 1) : 0;
  const figures = [
    ['accepted', run.accepted],
    ['unchanged', run.unchanged],
    ['rejected', run.rejectedCount],
    ['warnings', run.warningCount],
  ] as const;
  return (
    <>
      {isUnderWay && (
        <div className="import-progress" role="status">
          <p>{run.total ? t('imports.seen', { seen: number(seen), total: number(run.total) }) : t('imports.reading')}</p>
          <div
            className="progress"
            role="progressbar"
            aria-label={t('imports.running')}
            aria-valuenow={Math.round(share * 100)}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <i style={{ width: `${share * 100}%` }} />
          </div>
        </div>
      )}
      <dl className="tally">
        {figures.map(([name, count]) => (
          <div key={name} className={name === 'rejected' && count > 0 ? 'is-late' : undefined}>
            <dt>{t(`imports.${name}`)}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      {run.state === 'done' && run.isDryRun && <p className="note-line">{t('imports.leftNothing')}</p>}
    </>
  );
}
