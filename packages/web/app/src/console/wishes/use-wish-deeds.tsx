import { useApolloClient } from '@apollo/client/react';
import { newKey } from '@weixiang/kit';
import { resultOf, type BulkDeed } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WishRowFragment } from '../generated/graphql.js';
import { useStepReasons } from '../list/use-step-reasons.js';
import { UnitSelect } from '../organisation/unit-select.js';
import { useWhere } from '../shell/where.js';
import { AnswerField } from './steps/answer-field.js';
import { AcceptWishDocument, AnswerWishDocument, AssignWishDocument, DeclineWishDocument } from './wish-mutations.documents.js';
import { WishStepsOfDocument } from './wishes.documents.js';

/** What can be done to several wishes at once. Each is asked for by itself, with the version that was seen. */
export function useWishDeeds(): BulkDeed<WishRowFragment>[] {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { place } = useWhere();
  const [unit, setUnit] = useState('');
  const reasons = useStepReasons(async (ids) => {
    const { data } = await client.query({ query: WishStepsOfDocument, variables: { ids }, fetchPolicy: 'no-cache' });
    return data?.wishes.nodes ?? [];
  });
  const input = ({ id, version }: WishRowFragment) => ({ id, version, idempotencyKey: newKey() });
  const words = (label: string) => <AnswerField to={[]} name="words" label={label} hint={t('step.wordsHint')} isRequired autoFocus />;
  const onDone = () => void client.refetchQueries({ include: 'active' });
  return [
    {
      name: 'accept',
      label: t('bulk.accept'),
      reasons: reasons('accept'),
      form: words(t('step.wordsForAll')),
      note: t('bulk.answered'),
      onDone,
      run: ({ text }) => async (wish) => {
        const { data } = await client.mutate({ mutation: AcceptWishDocument, variables: { input: { ...input(wish), words: text('words') ?? '' } } });
        return resultOf(data?.acceptWish.refusals);
      },
    },
    {
      name: 'answer',
      label: t('bulk.answer'),
      reasons: reasons('answer'),
      form: words(t('step.wordsForAll')),
      note: t('bulk.answered'),
      onDone,
      run: ({ text }) => async (wish) => {
        const { data } = await client.mutate({ mutation: AnswerWishDocument, variables: { input: { ...input(wish), words: text('words') ?? '' } } });
        return resultOf(data?.answerWish.refusals);
      },
    },
    {
      name: 'decline',
      label: t('bulk.decline'),
      tone: 'grave',
      reasons: reasons('decline'),
      form: words(t('bulk.reasonForAll')),
      note: t('bulk.answered'),
      onDone,
      run: ({ text }) => async (wish) => {
        const { data } = await client.mutate({ mutation: DeclineWishDocument, variables: { input: { ...input(wish), reason: text('words') ?? '' } } });
        return resultOf(data?.declineWish.refusals);
      },
    },
    {
      name: 'assign',
      label: t('bulk.assign'),
      reasons: reasons('assign'),
      form: (
        <div className="field-row">
          <UnitSelect label={t('bulk.toUnit')} value={unit} within={place?.id} onPick={setUnit} />
        </div>
      ),
      onDone,
      run: () => {
        if (!unit) return undefined;
        const assign = async (wish: Pick<WishRowFragment, 'id' | 'version'>, orgUnit: string) => {
          const { data } = await client.mutate({
            mutation: AssignWishDocument,
            variables: { input: { id: wish.id, version: wish.version, orgUnit, idempotencyKey: newKey() } },
          });
          return data?.assignWish;
        };
        return async (wish) => {
          const done = await assign(wish, unit);
          const refused = done?.refusals[0]?.message;
          if (refused !== undefined) return { refused };
          const before = wish.orgUnit?.id;
          const now = done?.wish;
          if (!before || !now) return {};
          // Handed back by the version that this hand-over made: whoever touched it since is asked first.
          return { undo: async () => (await assign(now, before))?.refusals[0]?.message };
        };
      },
    },
  ];
}
