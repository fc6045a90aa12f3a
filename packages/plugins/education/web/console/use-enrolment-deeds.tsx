import { useApolloClient } from '@apollo/client/react';
import { newKey } from '@weixiang/kit';
import { resultOf, WordsField, type BulkDeed } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { ConfirmEnrolmentDocument, DeclineEnrolmentDocument } from './courses.documents.js';
import type { Enrolment } from './enrolment-step.js';

/** What can be done to several enrolments at once. Parents are answered at once, so there is no way back. */
export function useEnrolmentDeeds(): BulkDeed<Enrolment>[] {
  const { t } = useTranslation('education');
  const client = useApolloClient();
  const input = ({ id, version }: Enrolment) => ({ id, version, idempotencyKey: newKey() });
  const onDone = () => void client.refetchQueries({ include: ['StaffEnrolments', 'StaffCourses'] });
  const reasons = (step: string) => (rows: readonly Enrolment[]) =>
    new Map(
      rows.flatMap(({ id, availableSteps }) => {
        const known = availableSteps.find(({ name }) => name === step);
        return known?.allowed ? [] : [[id, known?.reason ?? t('staff.notNow')] as const];
      }),
    );
  return [
    {
      name: 'confirm',
      label: t('staff.confirm'),
      reasons: reasons('confirm'),
      note: t('staff.confirmMeans'),
      onDone,
      run: () => async (enrolment) => {
        const { data } = await client.mutate({ mutation: ConfirmEnrolmentDocument, variables: { input: input(enrolment) } });
        return resultOf(data?.confirmEnrolment.refusals);
      },
    },
    {
      name: 'decline',
      label: t('staff.decline'),
      tone: 'grave',
      reasons: reasons('decline'),
      form: <WordsField name="reason" label={t('staff.reasonForAll')} isRequired autoFocus />,
      onDone,
      run: ({ text }) => async (enrolment) => {
        const { data } = await client.mutate({ mutation: DeclineEnrolmentDocument, variables: { input: { ...input(enrolment), reason: text('reason') ?? '' } } });
        return resultOf(data?.declineEnrolment.refusals);
      },
    },
  ];
}
