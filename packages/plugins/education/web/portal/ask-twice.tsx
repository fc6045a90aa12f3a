import type { Problem, Refusals } from '@weixiang/kit';
import { Trouble } from '@weixiang/kit/portal';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Versioned = { id: string; version: number };

/** Asks once more before something is given up: somebody else may have the place a minute later. */
export function AskTwice({
  act,
  question,
  record,
  send,
  isSending,
  refusals,
  problem,
}: {
  act: string;
  question: string;
  record: Versioned;
  send: (input: Versioned) => Promise<unknown>;
  isSending: boolean;
  refusals: Refusals;
  problem: Problem | undefined;
}) {
  const { t } = useTranslation('education');
  // Undefined until something was pressed: only then does the focus follow.
  const [isAsking, setIsAsking] = useState<boolean>();
  const link = useRef<HTMLButtonElement>(null);
  const asked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsking !== undefined) (isAsking ? asked : link).current?.focus();
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button ref={link} type="button" className="link" onClick={() => setIsAsking(true)}>
        {act}
      </button>
    );
  }
  return (
    <div ref={asked} className="ask" role="group" aria-label={act} tabIndex={-1}>
      <p>{question}</p>
      <Trouble refusals={refusals} problem={problem} fields={[]} />
      <div className="pair">
        <button
          type="button"
          className="btn"
          aria-disabled={isSending}
          onClick={() => (isSending ? undefined : void send({ id: record.id, version: record.version }))}
        >
          {act}
        </button>
        <button type="button" className="btn is-quiet" onClick={() => setIsAsking(false)}>
          {t('mine.keep')}
        </button>
      </div>
    </div>
  );
}
