import { useRefusingMutation } from '@weixiang/kit';
import { Button, RefusingForm, WordsField } from '@weixiang/kit/console';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffEnrolmentsQuery } from '../generated/graphql.js';
import { ConfirmEnrolmentDocument, DeclineEnrolmentDocument, StaffWithdrawEnrolmentDocument } from './courses.documents.js';

export type Enrolment = StaffEnrolmentsQuery['enrolments']['edges'][number]['node'];
type StepProps = { enrolment: Enrolment; onDone: () => void };

const refetch = ['StaffEnrolments', 'StaffCourses'];

/** Steps that staff take on an enrolment, by the names that the workflow gives them. */
export const enrolmentSteps: Readonly<Record<string, ComponentType<StepProps>>> = {
  confirm: ConfirmStep,
  decline: DeclineStep,
  withdraw: WithdrawStep,
};

/** The form of one step. */
export function EnrolmentStep({ step, ...props }: StepProps & { step: string }) {
  const Form = enrolmentSteps[step];
  return Form ? <Form {...props} /> : null;
}

function Cancel({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('education');
  return (
    <Button tone="bare" onPress={onDone}>
      {t('staff.cancel')}
    </Button>
  );
}

function ConfirmStep({ enrolment, onDone }: StepProps) {
  const { t } = useTranslation('education');
  const confirm = useRefusingMutation(ConfirmEnrolmentDocument, (data) => data.confirmEnrolment, { refetch });
  return (
    <RefusingForm
      label={t('staff.confirm')}
      submit={t('staff.confirm')}
      cancel={<Cancel onDone={onDone} />}
      fields={[]}
      outcome={confirm}
      onSubmit={async () => {
        if (await confirm.send({ id: enrolment.id, version: enrolment.version })) onDone();
      }}
    >
      <p className="meta">{t('staff.confirmMeans')}</p>
    </RefusingForm>
  );
}

function DeclineStep({ enrolment, onDone }: StepProps) {
  const { t } = useTranslation('education');
  const decline = useRefusingMutation(DeclineEnrolmentDocument, (data) => data.declineEnrolment, { refetch });
  return (
    <RefusingForm
      label={t('staff.decline')}
      submit={t('staff.decline')}
      cancel={<Cancel onDone={onDone} />}
      fields={['reason']}
      outcome={decline}
      onSubmit={async ({ text }) => {
        if (await decline.send({ id: enrolment.id, version: enrolment.version, reason: text('reason') ?? '' })) onDone();
      }}
    >
      <WordsField name="reason" label={t('staff.reason')} refusals={decline.refusals} isRequired autoFocus />
    </RefusingForm>
  );
}

function WithdrawStep({ enrolment, onDone }: StepProps) {
  const { t } = useTranslation('education');
  const withdraw = useRefusingMutation(StaffWithdrawEnrolmentDocument, (data) => data.withdrawEnrolment, { refetch });
  return (
    <RefusingForm
      label={t('staff.withdraw')}
      submit={t('staff.withdraw')}
      cancel={<Cancel onDone={onDone} />}
      fields={['reason']}
      outcome={withdraw}
      onSubmit={async ({ text }) => {
        if (await withdraw.send({ id: enrolment.id, version: enrolment.version, reason: text('reason') })) onDone();
      }}
    >
      <WordsField name="reason" label={t('staff.reason')} refusals={withdraw.refusals} autoFocus />
    </RefusingForm>
  );
}
