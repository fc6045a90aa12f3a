import { dotted, useRefusingMutation } from '@weixiang/kit';
import { Band, TextField, Trouble, useFirstRefused } from '@weixiang/kit/portal';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChildQuery } from '../generated/graphql.js';
import { AskTwice } from './ask-twice.js';
import { NamePickUpPersonDocument, RemovePickUpPersonDocument } from './child.documents.js';

type PickUp = ChildQuery['pickUpPeople']['nodes'][number];
const empty = { name: '', relation: '', phone: '' };

/** Who may fetch the child beside the guardian. */
export function PickUpPeople({ enrolment, people, onChanged }: { enrolment: string; people: readonly PickUp[]; onChanged: () => void }) {
  const { t } = useTranslation('education');
  // Undefined until something was pressed: only then does the focus follow.
  const [isNaming, setIsNaming] = useState<boolean>();
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isNaming === false) add.current?.focus();
  }, [isNaming]);
  return (
    <Band title={t('pickUp.title')}>
      <p>{t('pickUp.means')}</p>
      <ul className="ways">
        {people.map((person) => (
          <Named key={person.id} person={person} onChanged={onChanged} />
        ))}
      </ul>
      {isNaming ? (
        <NameForm
          enrolment={enrolment}
          onDone={() => {
            setIsNaming(false);
            onChanged();
          }}
          onLeave={() => setIsNaming(false)}
        />
      ) : (
        <button ref={add} type="button" className="btn is-quiet" onClick={() => setIsNaming(true)}>
          {t('pickUp.add')}
        </button>
      )}
    </Band>
  );
}

function Named({ person, onChanged }: { person: PickUp; onChanged: () => void }) {
  const { t } = useTranslation('education');
  const sending = useRefusingMutation(RemovePickUpPersonDocument, (data) => data.removePickUpPerson);
  return (
    <li>
      <b>{person.name}</b>
      <span className="meta">{dotted(person.relation ?? undefined, person.phone ?? undefined)}</span>
      <AskTwice
        act={t('pickUp.remove')}
        question={t('pickUp.removeAsk', { who: person.name ?? '' })}
        record={person}
        {...sending}
        send={async (input) => {
          if (await sending.send(input)) onChanged();
        }}
      />
    </li>
  );
}

function NameForm({ enrolment, onDone, onLeave }: { enrolment: string; onDone: () => void; onLeave: () => void }) {
  const { t } = useTranslation('education');
  const [typed, setTyped] = useState(empty);
  const { send, isSending, refusals, problem } = useRefusingMutation(NamePickUpPersonDocument, (data) => data.namePickUpPerson);
  const form = useFirstRefused(refusals);
  useEffect(() => form.current?.querySelector('input')?.focus(), [form]);
  const edit = (change: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...change }));
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        if (!isSending && (await send({ enrolment, ...typed }))) onDone();
      }}
    >
      <TextField label={t('pickUp.name')} value={typed.name} onChange={(name) => edit({ name })} refused={refusals.at('name')} autoComplete="off" />
      <TextField label={t('pickUp.relation')} help={t('pickUp.relationHelp')} value={typed.relation} onChange={(relation) => edit({ relation })} refused={refusals.at('relation')} autoComplete="off" isOptional />
      <TextField label={t('pickUp.phone')} type="tel" inputMode="tel" value={typed.phone} onChange={(phone) => edit({ phone })} refused={refusals.at('phone')} autoComplete="off" isOptional />
      <Trouble refusals={refusals} problem={problem} fields={['name', 'relation', 'phone']} />
      <div className="pair">
        <button type="submit" className="btn" aria-disabled={isSending}>
          {t('pickUp.save')}
        </button>
        <button type="button" className="btn is-quiet" onClick={onLeave}>
          {t('pickUp.leave')}
        </button>
      </div>
    </form>
  );
}
