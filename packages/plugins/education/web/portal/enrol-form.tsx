import { useRefusingMutation, useSession } from '@weixiang/kit';
import { TextField, Trouble, useDraft, useFirstRefused } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CourseRowFragment, TermRowFragment } from '../generated/graphql.js';
import { ConsentBox } from './consent-box.js';
import { needsGuardian } from '../../shared/guardian.rules.js';
import { birthYearOf } from './birth-year.rules.js';
import { RequestEnrolmentDocument } from './education.documents.js';
import { useWording } from './use-wording.js';

const fields = ['learnerName', 'learnerBirthYear', 'guardianName', 'guardianPhone', 'consent'];

/** Who is to learn; for a child also who answers for it, and that person's agreement. */
export function EnrolForm({ term, course }: { term: TermRowFragment; course: CourseRowFragment }) {
  const { t } = useTranslation('education');
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { draft, edit, forget } = useDraft(`enrol.${term.id}`, {
    learnerName: '',
    birthYear: '',
    guardianName: viewer.person?.name ?? '',
    guardianPhone: '',
  });
  // A yes is given to what stands on the page now: unlike the draft it is never kept from another day.
  const [isAgreed, setIsAgreed] = useState(false);
  const { send, isSending, refusals, problem } = useRefusingMutation(RequestEnrolmentDocument, (data) => data.requestEnrolment, {
    refetch: ['MyEnrolments'],
  });
  const form = useFirstRefused(refusals);
  const birthYear = birthYearOf(draft.birthYear, term.startsOn);
  const isMinor = birthYear === undefined ? course.audience === 'MINORS' : needsGuardian(birthYear, term.startsOn);
  const wording = useWording(course.name);

  async function enrol(): Promise<void> {
    if (isSending) return;
    const payload = await send({
      term: term.id,
      learnerName: draft.learnerName.trim(),
      learnerBirthYear: birthYear ?? 0,
      guardianName: isMinor ? draft.guardianName.trim() : undefined,
      guardianPhone: isMinor ? draft.guardianPhone.trim() : undefined,
      consent: isMinor && wording ? { isGiven: isAgreed, ...wording } : undefined,
    });
    if (!payload) return;
    forget();
    await navigate('/education/enrolments', { replace: true });
  }

  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void enrol();
      }}
    >
      <TextField
        label={t('enrol.learnerName')}
        autoComplete="off"
        value={draft.learnerName}
        onChange={(learnerName) => edit({ learnerName })}
        refused={refusals.at('learnerName')}
      />
      <TextField
        label={t('enrol.birthYear')}
        help={t('enrol.birthYearHelp')}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        value={draft.birthYear}
        onChange={(typed) => edit({ birthYear: typed })}
        refused={refusals.at('learnerBirthYear')}
      />
      {isMinor ? (
        <>
          <TextField
            label={t('enrol.guardianName')}
            autoComplete="name"
            value={draft.guardianName}
            onChange={(guardianName) => edit({ guardianName })}
            refused={refusals.at('guardianName')}
          />
          <TextField
            label={t('enrol.guardianPhone')}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            value={draft.guardianPhone}
            onChange={(guardianPhone) => edit({ guardianPhone })}
            refused={refusals.at('guardianPhone')}
          />
          <ConsentBox
            words={wording?.words ?? ''}
            isAgreed={isAgreed}
            onChange={setIsAgreed}
            refused={refusals.at('consent') ?? refusals.at('consent.isGiven') ?? refusals.at('consent.words')}
          />
        </>
      ) : null}
      <Trouble refusals={refusals} problem={problem} fields={[...fields, 'consent.isGiven', 'consent.words']} />
      <button type="submit" className="btn" aria-disabled={isSending}>
        {isSending ? t('enrol.sending') : t('enrol.send')}
      </button>
    </form>
  );
}
