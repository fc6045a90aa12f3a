import { Icon, useFormat } from '@weixiang/kit';
import { DataTable, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { ImportQuery } from '../generated/graphql.js';

type Run = NonNullable<ImportQuery['import']>;

/** Refused rows and warnings, each with row, column and reason; the refused ones also as a sheet to mend and send again. */
export function ImportProblems({ run }: { run: Run }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <>
      {run.rejected.length > 0 && (
        <Section
          title={t('imports.rejectedRows')}
          note={
            run.rejectedSheetUrl && (
              <a className="btn is-small" href={run.rejectedSheetUrl} download>
                <Icon name="download" />
                {t('imports.downloadRejected')}
              </a>
            )
          }
        >
          <ProblemTable label={t('imports.rejectedRows')} problems={run.rejected} />
          {run.rejectedCount > run.rejected.length && (
            <p className="meta">
              {t('imports.shownOf', { shown: number(run.rejected.length), total: number(run.rejectedCount) })}
            </p>
          )}
        </Section>
      )}
      {run.warnings.length > 0 && (
        <Section title={t('imports.warnings')} note={t('imports.warningsNote')}>
          <ProblemTable label={t('imports.warnings')} problems={run.warnings} />
        </Section>
      )}
      {run.state === 'done' && run.rejected.length === 0 && run.warnings.length === 0 && (
        <p className="note-line">{t('imports.allWell')}</p>
      )}
    </>
  );
}

function ProblemTable({ label, problems }: { label: string; problems: Run['rejected'] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={label}
      className="is-tall"
      rows={problems.map((problem, index) => ({ ...problem, key: String(index) }))}
      rowKey={({ key }) => key}
      columns={[
        { key: 'row', title: t('imports.row'), cell: ({ row }) => row, isNumber: true, fold: 'tail' },
        { key: 'column', title: t('imports.column'), cell: ({ column }) => column ?? '—', fold: 'tail' },
        { key: 'message', title: t('imports.reason'), cell: ({ message }) => message, className: 'wrap grow', fold: 'lead' },
        { key: 'code', title: t('imports.code'), cell: ({ code }) => <span className="meta">{code}</span> },
      ]}
    />
  );
}
