import { useApolloClient } from '@apollo/client/react';
import { newKey, useHolds } from '@weixiang/kit';
import { resultOf, WordsField, type BulkDeed } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { DemandsQuery } from '../generated/graphql.js';
import { useStepReasons } from '../list/use-step-reasons.js';
import { CloseDemandDocument, DemandStepsOfDocument } from './demands.documents.js';

type Demand = DemandsQuery['demands']['edges'][number]['node'];

/** What can be done to several demands at once: close those that nobody pursues. A closed demand is not opened again. */
export function useDemandDeeds(): BulkDeed<Demand>[] {
  const { t } = useTranslation();
  const client = useApolloClient();
  const holds = useHolds();
  const reasons = useStepReasons(async (ids) => {
    const { data } = await client.query({ query: DemandStepsOfDocument, variables: { ids }, fetchPolicy: 'no-cache' });
    return data?.demands.nodes ?? [];
  });
  if (!holds('demand.manage')) return [];
  return [
    {
      name: 'close',
      label: t('demands.close'),
      tone: 'grave',
      reasons: reasons('close'),
      form: <WordsField name="reason" label={t('demands.closeReason')} isRequired autoFocus />,
      note: t('demands.closeMeans'),
      onDone: () => void client.refetchQueries({ include: ['Demands'] }),
      run: ({ text }) => async ({ id, version }) => {
        const { data } = await client.mutate({ mutation: CloseDemandDocument, variables: { input: { id, version, reason: text('reason') ?? '', idempotencyKey: newKey() } } });
        return resultOf(data?.closeDemand.refusals);
      },
    },
  ];
}
