import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../graphql/problem.js';
import type { Refusals } from '../graphql/refusals.js';
import { Button } from './button.js';
import { MissingContext, missingIn } from './missing.js';

/** What was typed into a form: text without edges, or undefined where nothing was. */
export type Typed = {
  text: (name: string) => string | undefined;
  number: (name: string) => number | undefined;
};

function typedInto(form: HTMLFormElement): Typed {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' && value.trim() ? value.trim() : undefined;
  };
  return {
    text,
    number: (name) => numberIn(text(name)),
  };
}

/** The number that a text is; undefined for none. `numberIn('12') // 12` */
export function numberIn(text: string | undefined): number | undefined {
  return text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text);
}

type RefusingFormProps = {
  label: string;
  submit: string;
  cancel?: ReactNode;
  /** Names of the fields that show their own refusals; the rest is said above the buttons. */
  fields: readonly string[];
  outcome: { refusals: Refusals; problem: Problem | undefined; isSending: boolean };
  onSubmit: (typed: Typed) => void;
  children: ReactNode;
};

/**
 * A form whose refusals come from the server: said at their fields, the first of which gets the focus; nothing typed is lost.
 * @example <RefusingForm label="准入" submit="准入" fields={['name']} outcome={admit} onSubmit={(typed) => …}>…</RefusingForm>
 */
export function RefusingForm({ label, submit, cancel, fields, outcome, onSubmit, children }: RefusingFormProps) {
  const { t } = useTranslation('kit');
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (outcome.refusals.all.length === 0 && missing.size === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [outcome.refusals, missing]);
  return (
    <form
      ref={form}
      className="form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const empty = missingIn(event.currentTarget);
        setMissing(empty);
        if (!outcome.isSending && empty.size === 0) onSubmit(typedInto(event.currentTarget));
      }}
    >
      <MissingContext value={missing}>{children}</MissingContext>
      {outcome.refusals.besides(fields).map((words) => (
        <p key={words} className="refused" role="alert">
          {words}
        </p>
      ))}
      {outcome.problem && (
        <p className="refused" role="alert">
          {t(`send.${outcome.problem}`)}
        </p>
      )}
      <div className="go">
        <Button type="submit" tone="main" isBusy={outcome.isSending}>
          {submit}
        </Button>
        {cancel}
      </div>
    </form>
  );
}
