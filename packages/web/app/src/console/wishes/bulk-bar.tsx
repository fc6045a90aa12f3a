import { useApolloClient } from '@apollo/client/react';
import { newKey } from '@weixiang/kit';
import { Button, Dialog, RefusingForm, WordsField } from '@weixiang/kit/console';
import { noRefusals } from '@weixiang/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WishRowFragment } from '../generated/graphql.js';
import { UnitSelect } from '../organisation/unit-select.js';
import { AcceptWishDocument, AnswerWishDocument, AssignWishDocument } from './wish-mutations.documents.js';
import type { useOneByOne } from './use-one-by-one.js';

type BulkBarProps = {
  wishes: readonly WishRowFragment[];
  bulk: ReturnType<typeof useOneByOne>;
  onGather: () => void;
  onClear: () => void;
};

/** What can be done to all ticked wishes at once, and afterwards what was done and what was not. */
export function BulkBar({ wishes, bulk, onGather, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<'accept' | 'answer' | 'assign'>();
  const waiting = wishes.filter(({ state }) => state === 'SUBMITTED');
  if (wishes.length === 0) return bulk.tally ? <TallyLine bulk={bulk} /> : null;
  return (
    <div className="bulk" role="region" aria-label={t('bulk.label')}>
      <b>{t('bulk.selected', { count: wishes.length })}</b>
      <Button isLocked={waiting.length === 0} reasonId="bulk-note" onPress={() => setDeed('accept')}>
        {t('bulk.accept')}
      </Button>
      <Button onPress={() => setDeed('answer')}>{t('bulk.answer')}</Button>
      <Button onPress={() => setDeed('assign')}>{t('bulk.assign')}</Button>
      <Button icon="merge" shortcut="M" onPress={onGather}>
        {t('bulk.gather')}
      </Button>
      <Button tone="bare" onPress={onClear}>
        {t('bulk.clear')}
      </Button>
      <span className="meta" id="bulk-note" role="status">
        {bulk.tally ? <Tally bulk={bulk} /> : waiting.length < wishes.length && t('bulk.acceptOnly', { count: waiting.length })}
      </span>
      <BulkDialog
        key={deed}
        deed={deed}
        wishes={deed === 'accept' ? waiting : wishes}
        bulk={bulk}
        onClose={() => setDeed(undefined)}
      />
    </div>
  );
}

function TallyLine({ bulk }: Pick<BulkBarProps, 'bulk'>) {
  const { t } = useTranslation();
  return (
    <div className="bulk" role="status">
      <span>
        <Tally bulk={bulk} />
      </span>
      <Button tone="bare" onPress={bulk.forget}>
        {t('close')}
      </Button>
    </div>
  );
}

function Tally({ bulk: { tally } }: Pick<BulkBarProps, 'bulk'>) {
  const { t } = useTranslation();
  if (!tally) return null;
  if (tally.isBusy) return t('bulk.busy', { done: tally.done, of: tally.of });
  if (tally.failed.length === 0) return t('bulk.done', { count: tally.done });
  const why = [...new Set(tally.failed.map((each) => each.why || t('bulk.unknown')))].join('；');
  return <span className="is-late-text">{t('bulk.partly', { done: tally.done, failed: tally.failed.length, why })}</span>;
}

type BulkDialogProps = Omit<BulkBarProps, 'onGather' | 'onClear'> & {
  deed: 'accept' | 'answer' | 'assign' | undefined;
  onClose: () => void;
};

function BulkDialog({ deed, wishes, bulk, onClose }: BulkDialogProps) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [unit, setUnit] = useState('');
  if (!deed) return null;

  const one = async (id: string, words: string): Promise<string | undefined> => {
    const version = wishes.find((wish) => wish.id === id)?.version ?? 0;
    const base = { id, version, idempotencyKey: newKey() };
    if (deed === 'assign') {
      const { data } = await client.mutate({ mutation: AssignWishDocument, variables: { input: { ...base, orgUnit: unit } } });
      return data?.assignWish.refusals[0]?.message;
    }
    if (deed === 'accept') {
      const { data } = await client.mutate({ mutation: AcceptWishDocument, variables: { input: { ...base, words } } });
      return data?.acceptWish.refusals[0]?.message;
    }
    const { data } = await client.mutate({ mutation: AnswerWishDocument, variables: { input: { ...base, words } } });
    return data?.answerWish.refusals[0]?.message;
  };

  return (
    <Dialog title={t(`bulk.title.${deed}`, { count: wishes.length })} isOpen onClose={onClose}>
      <RefusingForm
        label={t(`bulk.${deed}`)}
        submit={t(`bulk.${deed}`)}
        fields={[]}
        outcome={{ refusals: noRefusals, problem: undefined, isSending: false }}
        onSubmit={({ text }) => {
          if (deed === 'assign' ? !unit : !text('words')) return;
          onClose();
          void bulk
            .run(
              wishes.map(({ id }) => id),
              (id) => one(id, text('words') ?? ''),
            )
            .then(() => client.refetchQueries({ include: 'active' }));
        }}
      >
        {deed === 'assign' ? (
          <div className="field-row">
            <UnitSelect label={t('bulk.toUnit')} value={unit} onPick={setUnit} />
          </div>
        ) : (
          <WordsField name="words" label={t('step.wordsForAll')} hint={t('step.wordsHint')} isRequired autoFocus />
        )}
      </RefusingForm>
    </Dialog>
  );
}
