import { useLabel } from '@weixiang/kit';
import { StepList, type ListedStep } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { stepForms } from './steps/step-forms.js';
import type { FullWish } from './wish-answers.js';

type WishStepsProps = { wish: FullWish; step: string | undefined; onStep: (step: string | undefined) => void };

/** Every step of a wish, the allowed ones first; a chosen step asks for what it needs. */
export function WishSteps({ wish, step, onStep }: WishStepsProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const steps: ListedStep[] = wish.availableSteps
    .filter(({ name }) => stepForms[name])
    .map(({ name, to, label: words, allowed, reason }) => ({
      name,
      label: label(words),
      isAllowed: allowed,
      reason: reason ?? t(`step.asks.${name === 'answer' && to !== wish.state ? 'firstAnswer' : name}`),
      tone: name === 'decline' ? ('grave' as const) : ('can' as const),
    }));
  const chosen = steps.find(({ name, isAllowed }) => name === step && isAllowed);
  const Form = chosen && stepForms[chosen.name];
  const refusedKey = step && !chosen ? steps.find(({ name }) => name === step) : undefined;
  return (
    <>
      {Form && (
        <div className="step-form">
          <Form key={`${wish.id} ${chosen.name}`} wish={wish} label={chosen.label} onDone={() => onStep(undefined)} />
        </div>
      )}
      {step && !Form && (
        <p className="changed" role="alert">
          {refusedKey?.reason ?? t('step.notNow')}
        </p>
      )}
      <StepList steps={steps} onStep={(name) => onStep(name === step ? undefined : name)} />
    </>
  );
}
