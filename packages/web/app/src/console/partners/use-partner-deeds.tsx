import { useApolloClient } from '@apollo/client/react';
import { newKey, useHolds } from '@weixiang/kit';
import { resultOf, WordsField, type BulkDeed, type RowResult } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { PartnersQuery } from '../generated/graphql.js';
import { useStepReasons } from '../list/use-step-reasons.js';
import { PartnerStepsOfDocument, StepPartnerDocument } from './partners.documents.js';

type Partner = PartnersQuery['partners']['edges'][number]['node'];

const backOf = { remove: 'readmit', readmit: 'remove' } as const;

/** What can be done to several partners at once: remove them or admit them again, each the way back of the other. */
export function usePartnerDeeds(): BulkDeed<Partner>[] {
  const { t } = useTranslation();
  const client = useApolloClient();
  const holds = useHolds();
  const reasons = useStepReasons(async (ids) => {
    const { data } = await client.query({ query: PartnerStepsOfDocument, variables: { ids }, fetchPolicy: 'no-cache' });
    return data?.partners.nodes ?? [];
  });
  const take = async ({ id, version }: Pick<Partner, 'id' | 'version'>, step: string, words: string) => {
    const { data } = await client.mutate({ mutation: StepPartnerDocument, variables: { input: { id, version, step, words, idempotencyKey: newKey() } } });
    return data?.stepPartner;
  };
  const deed = (name: keyof typeof backOf): BulkDeed<Partner> => ({
    name,
    label: t(`partners.${name}`),
    tone: name === 'remove' ? 'grave' : 'plain',
    reasons: reasons(name),
    form: <WordsField name="words" label={t('life.words')} hint={t('life.wordsHint')} isRequired autoFocus />,
    onDone: () => void client.refetchQueries({ include: ['Partners'] }),
    run: ({ text }) => async (partner): Promise<RowResult> => {
      const done = await take(partner, name, text('words') ?? '');
      const now = done?.partner;
      if (!now) return resultOf(done?.refusals ?? [{ message: '' }]);
      // The step back stands in the history with a word of its own.
      return { undo: async () => resultOf((await take(now, backOf[name], t('partners.takenBack')))?.refusals).refused };
    },
  });
  return holds('partner.admit') ? [deed('remove'), deed('readmit')] : [];
}
