import { useFormat, useLabel } from '@weixiang/kit';
import { StepList } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EnrolmentStep, enrolmentSteps, type Enrolment } from './enrolment-step.js';

/** Steps that take a place away. */
const ends: ReadonlySet<string> = new Set(['decline', 'withdraw']);

type EnrolmentRowProps = { enrolment: Enrolment; name: string; isSelected: boolean; onSelect: () => void };

/** One enrolment: the learner as far as it may be shown, the guardian's consent, and the steps. */
export function EnrolmentRow({ enrolment, name, isSelected, onSelect }: EnrolmentRowProps) {
  const { t } = useTranslation('education');
  const label = useLabel();
  const { day, time } = useFormat();
  const guardian = [unmasked(enrolment.guardianName), unmasked(enrolment.guardianPhone)].filter(Boolean).join(' ');
  const [step, setStep] = useState<string>();
  return (
    <li>
      <p>
        <input type="checkbox" className="tick" aria-label={t('kit:bulk.tick', { name })} checked={isSelected} onChange={onSelect} /> <b>{name}</b>{' '}
        <span className="chip">{t(`staff.enrolmentState.${enrolment.state}`)}</span>{' '}
        <span className="meta">{enrolment.learnerBirthYear && t('staff.bornIn', { year: enrolment.learnerBirthYear })}</span>
      </p>
      {enrolment.lessonsAttended > 0 && <p className="meta">{t('certificate.came', { count: enrolment.lessonsAttended, hours: enrolment.hoursAttended })}</p>}
      {enrolment.waitingPosition && <p className="meta">{t('staff.waiting', { count: enrolment.waitingPosition })}</p>}
      {enrolment.offerUntil && <p className="meta">{t('staff.offeredUntil', { day: day(enrolment.offerUntil), time: time(enrolment.offerUntil) })}</p>}
      {guardian && <p className="meta">{guardian}</p>}
      {enrolment.isMinor && <ConsentWords consent={enrolment.consent} />}
      {enrolment.needsConsentAgain && <p className="meta">{t('staff.consentAskedAgain')}</p>}
      {enrolment.reason && <p className="meta">{enrolment.reason}</p>}
      <StepList
        steps={enrolment.availableSteps
          .filter(({ name }) => name in enrolmentSteps)
          .map(({ name, label: words, allowed, reason }) => ({ name, label: label(words), isAllowed: allowed, reason, ...(ends.has(name) ? { tone: 'grave' } : {}) }))}
        onStep={setStep}
      />
      {step && <EnrolmentStep step={step} enrolment={enrolment} onDone={() => setStep(undefined)} />}
    </li>
  );
}

/** A value that may be masked; a mask that lets nothing through says nothing. */
export function unmasked(value: string | null): string | null {
  return value && !/^\*+$/.test(value) ? value : null;
}

function ConsentWords({ consent }: Pick<Enrolment, 'consent'>) {
  const { t } = useTranslation('education');
  const { day } = useFormat();
  if (consent?.withdrawnAt)
    return <p className="is-late-text">{t('staff.consentWithdrawn', { day: day(consent.withdrawnAt) })}</p>;
  if (!consent?.isGiven) return <p className="is-late-text">{t('staff.consentMissing')}</p>;
  return <p className="meta">{t('staff.consentGiven', { day: day(consent.givenAt), purpose: consent.purpose })}</p>;
}
