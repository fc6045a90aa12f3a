import { Choices, TextField, Trouble, useFirstRefused } from '@weixiang/kit/portal';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../place/place.js';
import { useAwaitedCode } from './awaited-code.js';
import { ShownMessage } from './shown-message.js';
import { usePhoneSignIn } from './use-phone-sign-in.js';

const fields = ['phone', 'code', 'person', 'name'];
const somebodyElse = 'new';

/**
 * Telephone, six digits, and who it is where several people share a number or nobody has it yet.
 * `submit` says what the last press does; `isOpened` is for a press that has just opened it; `unitId` is where somebody new lives, where they said so already.
 */
export function PhoneSignIn({ submit, unitId, isOpened = false, onDone }: { submit: string; unitId?: string; isOpened?: boolean; onDone: () => void }) {
  const { t } = useTranslation('core-portal');
  const { place } = usePlace();
  const awaited = useAwaitedCode();
  const { asked, shown, isSending, refusals, problem, request, enter, again } = usePhoneSignIn(awaited.isAwaited);
  const [phone, setPhone] = useState(awaited.phone);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [person, setPerson] = useState('');
  const form = useFirstRefused(refusals);
  const isNamed = asked.what === 'name' || (asked.what === 'who' && person === somebodyElse);

  // The next question takes the focus, so that nobody has to look for it.
  const isFirst = useRef(!isOpened);
  useEffect(() => {
    if (!isFirst.current) form.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus();
    isFirst.current = false;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what is asked is not read here; that it changed is why the focus moves
  }, [asked.what, form]);

  async function go(): Promise<void> {
    if (isSending) return;
    if (asked.what === 'phone') {
      if (await request(phone)) awaited.await(phone);
      return;
    }
    const who = isNamed ? { name: name.trim(), orgUnit: unitId ?? place?.id } : asked.what === 'who' ? { person } : {};
    if (!(await enter(phone, code, who))) return;
    awaited.forget();
    onDone();
  }

  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      {asked.what === 'phone' ? (
        <TextField
          label={t('account.phone')}
          help={t('account.phoneHelp')}
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={phone}
          onChange={setPhone}
          refused={refusals.at('phone')}
        />
      ) : (
        <p role="status">{t('account.sentTo', { phone })}</p>
      )}
      {asked.what === 'code' ? (
        <TextField
          label={t('account.code')}
          help={t('account.codeHelp')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={setCode}
          refused={refusals.at('code') ?? refusals.at('phone')}
        />
      ) : null}
      {asked.what === 'who' ? (
        <Choices
          label={t('account.who')}
          help={t('account.whoHelp')}
          isWords
          value={person}
          options={[
            ...asked.choices.map((each) => ({ value: each.id, label: each.name })),
            { value: somebodyElse, label: t('account.somebodyElse') },
          ]}
          onChange={setPerson}
          refused={refusals.at('person') ?? refusals.at('code')}
        />
      ) : null}
      {isNamed ? (
        <TextField
          label={t('account.name')}
          help={t('account.nameHelp')}
          name="name"
          autoComplete="name"
          maxLength={50}
          value={name}
          onChange={setName}
          refused={refusals.at('name') ?? (asked.what === 'name' ? refusals.at('code') : undefined)}
        />
      ) : null}
      <Trouble refusals={refusals} problem={problem} fields={fields} />
      <button type="submit" className="btn" aria-disabled={isSending || (asked.what === 'who' && person === '')}>
        {asked.what === 'phone' ? t(isSending ? 'account.sendingCode' : 'account.sendCode') : isSending ? t('account.signingIn') : submit}
      </button>
      {asked.what === 'phone' ? null : (
        <button
          type="button"
          className="link"
          onClick={() => {
            setCode('');
            setPerson('');
            awaited.forget();
            again();
          }}
        >
          {t('account.otherPhone')}
        </button>
      )}
      {shown ? <ShownMessage key={shown.key} text={shown.text} /> : null}
    </form>
  );
}
