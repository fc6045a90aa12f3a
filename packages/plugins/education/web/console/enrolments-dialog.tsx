import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useLabel } from '@weixiang/kit';
import { Dialog, Fetched, More, StepList } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffEnrolmentsDocument } from './courses.documents.js';
import { EnrolmentStep, enrolmentSteps, type Enrolment } from './enrolment-step.js';

/** Who enrols in a term: the guardian's consent stands beside each minor, and without it no confirmation is offered. */
export function EnrolmentsDialog({
  term,
  onClose,
}: {
  term: { id: string; name: string; seatsLeft: number };
  onClose: () => void;
}) {
  const { t } = useTranslation('education');
  const result = useQuery(StaffEnrolmentsDocument, {
    variables: { filter: { term: term.id }, first: 50 },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Dialog title={t('staff.enrolmentsOf', { term: term.name })} isOpen onClose={onClose}>
      <p className="meta">{t('staff.seatsLeft', { count: term.seatsLeft })}</p>
      <Fetched result={result} lines={[80, 80]}>
        {({ enrolments }) =>
          enrolments.edges.length === 0 ? (
            <Empty>{t('staff.noEnrolments')}</Empty>
          ) : (
            <>
              <ul className="enrolments">
                {enrolments.edges.map(({ node }) => (
                  <EnrolmentRow key={node.id} enrolment={node} />
                ))}
              </ul>
              <More
                shown={enrolments.edges.length}
                total={enrolments.totalCount}
                hasNext={enrolments.pageInfo.hasNextPage}
                onMore={() => result.fetchMore({ variables: { after: enrolments.pageInfo.endCursor } })}
              />
            </>
          )
        }
      </Fetched>
    </Dialog>
  );
}

function EnrolmentRow({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('education');
  const label = useLabel();
  const { day } = useFormat();
  const [step, setStep] = useState<string>();
  const { consent } = enrolment;
  const consentWords = () => {
    if (consent?.withdrawnAt) return t('staff.consentWithdrawn', { day: day(consent.withdrawnAt) });
    if (consent?.isGiven)
      return t('staff.consentGiven', { day: consent.givenAt ? day(consent.givenAt) : '', purpose: consent.purpose });
    return t('staff.consentMissing');
  };
  return (
    <li>
      <p>
        <b>{enrolment.learnerName ?? t('staff.hidden')}</b>{' '}
        <span className="chip">{t(`staff.enrolmentState.${enrolment.state}`)}</span>{' '}
        <span className="meta">{enrolment.learnerBirthYear && t('staff.bornIn', { year: enrolment.learnerBirthYear })}</span>
      </p>
      {enrolment.isMinor && (
        <p className={consent?.isGiven && !consent.withdrawnAt ? 'meta' : 'is-late-text'}>
          {[enrolment.guardianName, enrolment.guardianPhone, consentWords()].filter(Boolean).join('·')}
        </p>
      )}
      <StepList
        steps={enrolment.availableSteps
          .filter(({ name }) => name in enrolmentSteps)
          .map(({ name, label: words, allowed, reason }) => ({ name, label: label(words), isAllowed: allowed, reason }))}
        onStep={setStep}
      />
      {step && <EnrolmentStep step={step} enrolment={enrolment} onDone={() => setStep(undefined)} />}
    </li>
  );
}
