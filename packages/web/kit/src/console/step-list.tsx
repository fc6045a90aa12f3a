import { useId, type ReactNode } from 'react';
import { Button } from './button.js';

export type ListedStep = {
  name: string;
  label: string;
  isAllowed: boolean;
  /** Why not, or what an allowed step will ask for. */
  reason?: ReactNode;
  tone?: 'can' | 'grave';
};

/**
 * All steps that a thing can take: the allowed ones pressable, the others locked with the reason beside them.
 * @example <StepList steps={steps} onStep={(name) => setStep(name)} />
 */
export function StepList({
  steps,
  onStep,
  busyStep,
}: {
  steps: readonly ListedStep[];
  onStep: (name: string) => void;
  busyStep?: string;
}) {
  const id = useId();
  return (
    <ul className="can">
      {[...steps]
        .sort((one, other) => Number(other.isAllowed) - Number(one.isAllowed))
        .map((step) => (
          <li key={step.name}>
            <Button
              tone={step.isAllowed ? (step.tone ?? 'can') : 'plain'}
              isLocked={!step.isAllowed}
              isBusy={busyStep === step.name}
              reasonId={step.reason ? `${id}-${step.name}` : undefined}
              onPress={() => onStep(step.name)}
            >
              {step.label}
            </Button>
            <span id={`${id}-${step.name}`} className={step.isAllowed ? undefined : 'why'}>
              {step.reason}
            </span>
          </li>
        ))}
    </ul>
  );
}
