import { useApolloClient } from '@apollo/client/react';
import { type Problem, type Refusals } from '@weixiang/kit';
import { Button, RefusingForm, type Typed } from '@weixiang/kit/console';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FullWish } from '../wish-answers.js';
import { WishDocument } from '../wishes.documents.js';
import { WhatChanged } from './what-changed.js';

export type StepFormProps = { wish: FullWish; label: string; onDone: () => void };

type StepFormFrameProps<Input> = StepFormProps & {
  step: {
    send: (input: Input) => Promise<unknown>;
    isSending: boolean;
    refusals: Refusals;
    problem: Problem | undefined;
  };
  fields: readonly string[];
  /** What was typed as the mutation's input; undefined while something is missing that the form itself can see. */
  inputOf: (typed: Typed, version: number) => Input | undefined;
  children: ReactNode;
};

/**
 * The frame of every step's form. When somebody else changed the wish meanwhile, it fetches the new one and shows both:
 * what is there now, and what was typed, ready to be sent again.
 */
export function StepFormFrame<Input>({ wish, label, onDone, step, fields, inputOf, children }: StepFormFrameProps<Input>) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const seen = useRef(wish);
  const [now, setNow] = useState<FullWish>();
  const isChanged = step.refusals.all.some(({ code }) => code === 'CHANGED_MEANWHILE');

  const submit = async (typed: Typed) => {
    // The page follows the wish while the form stands: the version is the one that its writer saw.
    const input = inputOf(typed, (now ?? seen.current).version);
    if (!input) return;
    if (await step.send(input)) {
      onDone();
      await client.refetchQueries({ include: 'active' });
      return;
    }
    // Where nothing was answered the form says so by itself.
    const fresh = await client.query({ query: WishDocument, variables: { id: wish.id }, fetchPolicy: 'network-only' }).catch(() => undefined);
    if (fresh?.data?.wish && fresh.data.wish.version !== seen.current.version) setNow(fresh.data.wish);
  };
  return (
    <RefusingForm
      label={label}
      submit={isChanged ? t('step.sendAnyway') : label}
      cancel={
        <Button tone="bare" onPress={onDone}>
          {t('cancel')}
        </Button>
      }
      // The box above says it, with what changed.
      fields={isChanged && now ? [...fields, 'version'] : fields}
      outcome={step}
      onSubmit={(typed) => void submit(typed)}
    >
      {isChanged && now && (
        <div className="changed" role="alert">
          <b>{t('step.changedMeanwhile')}</b>
          <WhatChanged before={seen.current} now={now} />
          {t('step.yoursKept')}
        </div>
      )}
      {children}
    </RefusingForm>
  );
}
