import { useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, RefusingForm, WordsField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemandQuery } from '../generated/graphql.js';
import { CloseDemandDocument } from './demands.documents.js';

/** Closes a demand without a project, with the reason; locked, with why, while the workflow does not allow it. */
export function CloseDemand({ demand }: { demand: NonNullable<DemandQuery['demand']> }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const close = useRefusingMutation(CloseDemandDocument, (data) => data.closeDemand, { refetch: ['Demand'] });
  const step = demand.availableSteps.find(({ name }) => name === 'close');
  if (!step) return null;
  return (
    <>
      <span id="close-why" className="why">
        {step.reason}
      </span>
      <Button tone="grave" isLocked={!step.allowed} reasonId="close-why" onPress={() => setAsking(true)}>
        {t('demands.close')}
      </Button>
      <Dialog title={t('demands.close')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <RefusingForm
          label={t('demands.close')}
          submit={t('demands.close')}
          fields={['reason']}
          outcome={close}
          onSubmit={async ({ text }) => {
            if (await close.send({ id: demand.id, version: demand.version, reason: text('reason') ?? '' })) setAsking(false);
          }}
        >
          <WordsField name="reason" label={t('demands.closeReason')} refusals={close.refusals} isRequired autoFocus />
        </RefusingForm>
      </Dialog>
    </>
  );
}
