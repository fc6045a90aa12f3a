import { useRefusingMutation } from '@weixiang/kit';
import { RefusingForm, TextField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { FullProject } from './full-project.js';
import { RecordRoundDocument } from './project.documents.js';

/** The tallies of one month; grade and satisfaction follow from them. */
export function RecordRoundForm({ project, onDone }: { project: FullProject; onDone: () => void }) {
  const { t } = useTranslation();
  const record = useRefusingMutation(RecordRoundDocument, (answer) => answer.recordEvaluationRound, { refetch: ['Project'] });
  const { refusals } = record;
  return (
    <RefusingForm
      label={t('round.record')}
      submit={t('round.record')}
      fields={['month', 'excellent', 'good', 'pass', 'fail']}
      outcome={record}
      onSubmit={async ({ text, number }) => {
        const done = await record.send({
          project: project.id,
          month: text('month') ?? '',
          excellent: number('excellent') ?? 0,
          good: number('good') ?? 0,
          pass: number('pass') ?? 0,
          fail: number('fail') ?? 0,
        });
        if (done) onDone();
      }}
    >
      <TextField name="month" label={t('round.month')} hint={t('round.monthHint')} refusals={refusals} type="month" isRequired />
      <div className="pair">
        <TextField name="excellent" label={t('kit:grade.EXCELLENT')} refusals={refusals} type="number" min={0} defaultValue={0} />
        <TextField name="good" label={t('kit:grade.GOOD')} refusals={refusals} type="number" min={0} defaultValue={0} />
        <TextField name="pass" label={t('kit:grade.PASS')} refusals={refusals} type="number" min={0} defaultValue={0} />
        <TextField name="fail" label={t('kit:grade.FAIL')} refusals={refusals} type="number" min={0} defaultValue={0} />
      </div>
    </RefusingForm>
  );
}
