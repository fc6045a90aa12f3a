import { useFormat, type Problem, type Refusals } from '@weixiang/kit';
import { Button, RefusingForm, TextField, type Typed } from '@weixiang/kit/console';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForeseenFragment, ReorganisationState } from '../generated/graphql.js';
import { ForeseenWords } from './foreseen.js';
import { treeChanged } from './tree-changes.js';

/** What was planned or done, as every answer says it. */
export type Outcome = { state: ReorganisationState; effectiveOn: string };

type StepsProps<Input> = {
  /** The words on the last button: 迁移. */
  act: string;
  fields: readonly string[];
  /** The fields of its own; day and grounds are asked for all. */
  children: (refusals: Refusals) => ReactNode;
  inputOf: (typed: Typed) => Input | undefined;
  preview: {
    seen: { input: Input; foreseen: ForeseenFragment } | undefined;
    look: (input: Input) => Promise<void>;
    back: () => void;
    isSending: boolean;
    refusals: Refusals;
    problem: Problem | undefined;
  };
  outcome: { isSending: boolean; refusals: Refusals; problem: Problem | undefined };
  send: (input: Input) => Promise<Outcome | undefined>;
  onClose: () => void;
};

/** The three steps of every reorganisation: say what and when, see what it changes, confirm. What was typed stays. */
export function ReorganiseSteps<Input>({ act, fields, children, inputOf, preview, outcome, send, onClose }: StepsProps<Input>) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const [done, setDone] = useState<Outcome>();
  const { seen } = preview;
  if (done) {
    const isPlanned = done.state === 'PLANNED';
    return (
      <>
        <p role="status">{isPlanned ? t('reorganise.planned', { day: day(done.effectiveOn) }) : t('reorganise.done')}</p>
        <p className="deeds">
          <Button tone="main" onPress={onClose}>
            {t('reorganise.close')}
          </Button>
        </p>
      </>
    );
  }
  return (
    <>
      <div hidden={seen !== undefined}>
        <RefusingForm
          label={act}
          submit={t('reorganise.look')}
          fields={[...fields, 'on', 'basis']}
          outcome={preview}
          onSubmit={(typed) => {
            const input = inputOf(typed);
            if (input) void preview.look(input);
          }}
        >
          {children(preview.refusals)}
          <div className="pair">
            <TextField name="on" label={t('reorganise.on')} hint={t('reorganise.onHint')} refusals={preview.refusals} type="date" />
            <TextField name="basis" label={t('reorganise.basis')} hint={t('reorganise.basisHint')} refusals={preview.refusals} maxLength={200} />
          </div>
        </RefusingForm>
      </div>
      {seen && (
        <RefusingForm
          label={act}
          submit={act}
          fields={[]}
          cancel={
            <Button tone="bare" onPress={preview.back}>
              {t('reorganise.back')}
            </Button>
          }
          outcome={outcome}
          onSubmit={async () => {
            const answer = await send(seen.input);
            if (!answer) return;
            setDone(answer);
            treeChanged();
          }}
        >
          <ForeseenWords foreseen={seen.foreseen} />
        </RefusingForm>
      )}
    </>
  );
}
