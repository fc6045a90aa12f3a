import { useQuery } from '@apollo/client/react';
import { Icon, useLabel, useRefusingMutation, useSession } from '@weixiang/kit';
import { attemptOf, Choices, SelectField, TextArea, TextField, Trouble, useBackOnline, useDraft, useFirstRefused, useWhen } from '@weixiang/kit/portal';
import { PhotoField } from '@weixiang/kit/photos';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { UnitField } from '../place/unit-field.js';
import { useOwnUnit } from '../place/use-own-unit.js';
import { ConfirmByPhone } from './confirm-by-phone.js';
import { LyingAside } from './lying-aside.js';
import { MakeWishDocument, WishCategoriesDocument } from './make-wish.documents.js';
import { wallName, type Address } from './wisher.rules.js';

const fields = ['words', 'orgUnit', 'category', 'wisherPhone', 'wisherLabel', 'photos'];
const longest = 1000;

/** The form of a wish. Nothing typed is lost: it is kept on the device until the wish has been received. */
export function MakeWishForm() {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const labelOf = useLabel();
  const { isSignedIn, tenant, viewer } = useSession();
  const own = useOwnUnit();
  const navigate = useNavigate();
  const { data } = useQuery(WishCategoriesDocument);
  const { draft, edit, forget, aside, putAside, takeUp } = useDraft('wish', {
    words: '',
    unitId: own?.id ?? '',
    unitName: own?.name ?? '',
    category: '',
    address: '',
    phone: '',
    photos: '',
  });
  const { send, isSending, refusals, problem, wasLost } = useRefusingMutation(MakeWishDocument, (answer) => answer.makeWish, {
    keptAs: attemptOf('wish'),
  });
  const form = useFirstRefused(refusals);
  const address: Address = draft.address === 'sir' || draft.address === 'madam' ? draft.address : 'hidden';
  const categories = data?.vocabulary.nodes ?? [];
  const name = viewer.person?.name ?? '';
  const [isConfirmed, setConfirmed] = useState(false);
  // Who has just proved a telephone is somebody by the next drawing, and only then is the wish theirs.
  useWhen(isConfirmed && isSignedIn, () => void make());
  const [isSent, setSent] = useState(false);
  // Pressed once, here or on an earlier visit, and not answered: it goes again by itself under the same key.
  const isLost = !isSending && (problem === 'unreachable' || (wasLost && !isSent && draft.words !== ''));
  useBackOnline(isSignedIn && isLost, () => void make());

  /** Another wish is in the form now: the reader stands at its words. */
  function turnTo(change: () => void): void {
    change();
    form.current?.querySelector('textarea')?.focus();
  }

  async function make(): Promise<void> {
    if (isSending) return;
    setSent(true);
    const payload = await send({
      orgUnit: draft.unitId,
      words: draft.words.trim(),
      channel: 'ONLINE_HOME',
      category: draft.category || undefined,
      wisherPhone: draft.phone.trim() || undefined,
      wisherLabel: wallName(name, address),
      photos: draft.photos.split(',').filter(Boolean),
    });
    if (!payload?.wish) return;
    forget();
    await navigate(`/wishes/${payload.wish.id}`, { replace: true, state: { isNew: true } });
  }

  const isReady = draft.words.trim() !== '' && draft.unitId !== '';

  return (
    <>
      <LyingAside drafts={aside} takeUp={(one) => turnTo(() => takeUp(one))} />
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextArea
          label={t('make.words')}
          help={t('make.wordsHelp')}
          placeholder={t('make.wordsExample')}
          value={draft.words}
          onChange={(words) => edit({ words })}
          refused={refusals.at('words')}
          maxLength={longest}
          isVoice
        />
        {isSignedIn ? <PhotoField value={draft.photos} onChange={(photos) => edit({ photos })} refused={refusals.at('photos')} /> : null}
        <UnitField
          label={t('make.unit')}
          help={t('make.unitHelp')}
          unit={draft.unitId ? { id: draft.unitId, name: draft.unitName } : undefined}
          refused={refusals.at('orgUnit')}
          onChoose={(unit) => edit({ unitId: unit?.id ?? '', unitName: unit?.name ?? '' })}
        />
        <SelectField
          label={t('make.category')}
          none={t('make.noCategory')}
          isOptional
          value={draft.category}
          options={categories.map(({ id, label }) => ({ value: id, label: labelOf(label) }))}
          onChange={(category) => edit({ category })}
          refused={refusals.at('category')}
        />
        <TextField
          label={t('make.phone')}
          help={t('make.phoneHelp')}
          isOptional
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={draft.phone}
          onChange={(phone) => edit({ phone })}
          refused={refusals.at('wisherPhone')}
        />
        <Choices
          label={t('make.address')}
          help={t('make.addressHelp')}
          value={address}
          options={[
            { value: 'sir', label: wallName(name, 'sir') || t('make.sir') },
            { value: 'madam', label: wallName(name, 'madam') || t('make.madam') },
            { value: 'hidden', label: t('make.hidden') },
          ]}
          onChange={(chosen) => edit({ address: chosen })}
          refused={refusals.at('wisherLabel')}
        />
        {isLost ? (
          <p className="refusals" role="alert">
            {t('make.notSent')}
          </p>
        ) : null}
        <Trouble refusals={refusals} problem={problem === 'unreachable' ? undefined : problem} fields={fields} />
        {isSignedIn ? (
          <div className="field-row">
            <button type="submit" className="btn" aria-disabled={isSending}>
              <Icon name="write" />
              {isSending ? tk('portal.form.sending') : t(isLost ? 'make.sendAgain' : 'make.send')}
            </button>
            <p className="meta">{t('make.sentAs', { name })}</p>
          </div>
        ) : tenant.sendsMessages ? null : (
          <div className="field-row">
            <Link className="btn" to="/sign-in?to=/wishes/new">
              {t('make.signInToSend')}
            </Link>
            <p className="meta">{t('make.kept')}</p>
          </div>
        )}
      </form>
      {!isSignedIn && tenant.sendsMessages ? (
        <ConfirmByPhone unitId={draft.unitId} isReady={isReady} onLater={() => turnTo(putAside)} onConfirmed={() => setConfirmed(true)} />
      ) : null}
    </>
  );
}
