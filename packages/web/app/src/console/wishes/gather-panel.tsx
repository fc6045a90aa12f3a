import { useApolloClient } from '@apollo/client/react';
import { newKey, noRefusals, useFormat } from '@weixiang/kit';
import { RefusingForm, SidePanel, TextField, type RowResult, type useBulk } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WishRowFragment } from '../generated/graphql.js';
import { DemandSelect } from './demand-select.js';
import { AnswerField } from './steps/answer-field.js';
import { AcceptWishDocument, JoinDemandDocument } from './wish-mutations.documents.js';

type GatherPanelProps = {
  wishes: readonly WishRowFragment[];
  bulk: ReturnType<typeof useBulk>;
  onClose: () => void;
  onDrop: (id: string) => void;
};

const resultOf = (refusals: readonly { message: string }[] | undefined): RowResult =>
  refusals?.[0] ? { refused: refusals[0].message } : {};

/** Gathers ticked wishes into one demand, new or open. Nothing is gathered by itself; each wisher is answered. */
export function GatherPanel({ wishes, bulk, onClose, onDrop }: GatherPanelProps) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const client = useApolloClient();
  const [demand, setDemand] = useState(wishes.find((wish) => wish.demand)?.demand?.id ?? '');
  const gatherable = wishes.filter(({ state }) => state === 'SUBMITTED' || state === 'ACCEPTED');

  const gather = async (words: string, title: string | undefined) => {
    let into = demand;
    const one = async (id: string): Promise<RowResult> => {
      const wish = gatherable.find((each) => each.id === id);
      if (!wish) return { refused: '' };
      // One that is in another demand moves; all others are accepted into it, the first of them opening it.
      if (wish.demand) {
        if (!into || wish.demand.id === into) return {};
        const { data } = await client.mutate({
          mutation: JoinDemandDocument,
          variables: { input: { wish: id, demand: into, words, idempotencyKey: newKey() } },
        });
        return resultOf(data?.joinDemand.refusals);
      }
      const { data } = await client.mutate({
        mutation: AcceptWishDocument,
        variables: {
          input: {
            id,
            version: wish.version,
            words,
            demand: into || undefined,
            newDemandTitle: into ? undefined : title,
            idempotencyKey: newKey(),
          },
        },
      });
      into = into || (data?.acceptWish.wish?.demand?.id ?? '');
      return resultOf(data?.acceptWish.refusals);
    };
    // Those that open a demand go first.
    const ordered = [...gatherable].sort(
      (first, second) => Number(second.state === 'SUBMITTED') - Number(first.state === 'SUBMITTED'),
    );
    await bulk.run(
      t('bulk.gather'),
      ordered.map(({ id }) => id),
      one,
    );
    await client.refetchQueries({ include: 'active' });
    onClose();
  };

  return (
    <SidePanel
      title={t('gather.title', { count: wishes.length })}
      label={t('gather.label')}
      closeLabel={t('close')}
      onClose={onClose}
    >
      <p>{t('gather.ask')}</p>
      <ol className="same">
        {wishes.map((wish) => (
          <li key={wish.id}>
            <input
              type="checkbox"
              className="tick"
              checked
              aria-label={t('inbox.tick', { words: wish.words })}
              onChange={() => onDrop(wish.id)}
            />
            <span className="wishword">{wish.words}</span>
            <span className="meta">
              {[wish.wisherLabel, t(`kit:wishChannel.${wish.channel}`), day(wish.recordedOn), t(`kit:wishState.${wish.state}`)]
                .filter(Boolean)
                .join('·')}
            </span>
          </li>
        ))}
      </ol>
      <h3>{t('gather.into')}</h3>
      <RefusingForm
        label={t('gather.label')}
        submit={t('gather.submit', { count: gatherable.length })}
        fields={[]}
        outcome={{ refusals: noRefusals, problem: undefined, isSending: bulk.tally?.isBusy ?? false }}
        onSubmit={({ text }) => {
          if (gatherable.length > 0 && (demand || text('title')) && text('words'))
            void gather(text('words') ?? '', text('title'));
        }}
      >
        <DemandSelect value={demand} onPick={setDemand} />
        {!demand && (
          <TextField name="title" label={t('gather.newTitle')} defaultValue={wishes[0]?.words.slice(0, 40)} isRequired />
        )}
        <AnswerField to={gatherable} name="words" label={t('step.words')} hint={t('step.wordsHint')} isRequired />
      </RefusingForm>
    </SidePanel>
  );
}
