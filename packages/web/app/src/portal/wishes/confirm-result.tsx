import { Icon, useFormat, useRefusingMutation } from '@weixiang/kit';
import { TextArea, Trouble } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WishPageQuery } from '../generated/graphql.js';
import { ConfirmWishDocument } from './wish.documents.js';

type Wish = NonNullable<WishPageQuery['wish']>;

/** Asks the one who wished whether it was done; a no says in their words what is missing. */
export function ConfirmResult({ wish, onSaid }: { wish: Wish; onSaid: (isDone: boolean) => void }) {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const { day } = useFormat();
  const [isExplaining, setIsExplaining] = useState(false);
  const [words, setWords] = useState('');
  const { send, isSending, refusals, problem } = useRefusingMutation(ConfirmWishDocument, (data) => data.confirmWish, {
    refetch: ['WishPage'],
  });
  const fulfilled = wish.answers.nodes.findLast(({ state }) => state === 'FULFILLED');
  const confirm = (isDone: boolean) => {
    if (isSending) return;
    void send({ id: wish.id, version: wish.version, isDone, words: words || undefined }).then((payload) =>
      payload ? onSaid(isDone) : undefined,
    );
  };

  return (
    <div className="ask">
      <p>
        {fulfilled ? t('wish.ask.fulfilled', { day: day(fulfilled.at) }) : null}
        <b>{t('wish.ask.question')}</b>
      </p>
      {isExplaining ? (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            confirm(false);
          }}
        >
          <TextArea label={t('wish.ask.missing')} value={words} onChange={setWords} refused={refusals.at('words')} isVoice autoFocus />
          <Trouble refusals={refusals} problem={problem} fields={['words']} />
          <div className="pair">
            <button type="submit" className="btn" aria-disabled={isSending}>
              {t('wish.ask.send')}
            </button>
            <button type="button" className="btn is-quiet" onClick={() => setIsExplaining(false)}>
              {tk('portal.form.cancel')}
            </button>
          </div>
        </form>
      ) : (
        <>
          <Trouble refusals={refusals} problem={problem} fields={[]} />
          <div className="pair">
            <button type="button" className="btn" aria-disabled={isSending} onClick={() => confirm(true)}>
              <Icon name="done" />
              {t('wish.ask.yes')}
            </button>
            <button type="button" className="btn is-quiet" onClick={() => setIsExplaining(true)}>
              {t('wish.ask.no')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
