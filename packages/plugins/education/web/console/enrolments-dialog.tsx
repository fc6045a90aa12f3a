import { useQuery } from '@apollo/client/react';
import { Empty, useHolds } from '@weixiang/kit';
import { Button, Dialog, ExportButton, Fetched, More, Pick } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffEnrolmentsDocument } from './courses.documents.js';
import { EnrolmentRows } from './enrolment-rows.js';
import { EditTerm, type EditedTerm } from './edit-term.js';
import { PlanLessons, type PlannedTerm } from './plan-lessons.js';
import { TermCertificates } from './term-certificates.js';
import { TermSteps, type SteppedTerm } from './term-steps.js';
import { usePurposes } from './use-purposes.js';

type OpenedTerm = { state: string } & SteppedTerm & EditedTerm & PlannedTerm & { seatsLeft: number; lessons: { totalCount: number } };

/**
 * Who enrols in a term: the guardian's consent stands beside each minor, and without it no confirmation is offered.
 * Who the learners are shows only for a stated purpose; each such reading is recorded, and kept in no cache.
 */
export function EnrolmentsDialog({ term, onClose }: { term: OpenedTerm; onClose: () => void }) {
  const { t } = useTranslation('education');
  const holds = useHolds();
  const purposes = usePurposes();
  const [purpose, setPurpose] = useState('');
  const [doing, setDoing] = useState<'plan' | 'edit'>();
  const isAlive = term.availableSteps.length > 0;
  return (
    <Dialog title={t('staff.enrolmentsOf', { term: term.name })} isOpen onClose={onClose}>
      <TermSteps term={term} onDone={onClose} />
      {holds('course.open') && isAlive && !doing && (
        <p className="term-deeds">
          <span className="meta">{t('staff.lessonCount', { count: term.lessons.totalCount })}</span>
          <Button isSmall onPress={() => setDoing('plan')}>
            {t('timetable.plan')}
          </Button>
          <Button isSmall onPress={() => setDoing('edit')}>
            {t('staff.editTerm')}
          </Button>
        </p>
      )}
      {term.state === 'FINISHED' && <TermCertificates key={`certificates ${purpose}`} term={term.id} purpose={purpose} />}
      {doing === 'plan' && <PlanLessons term={term} onBack={() => setDoing(undefined)} />}
      {doing === 'edit' && <EditTerm term={term} onBack={() => setDoing(undefined)} />}
      <p className="purpose">
        <span className="meta">{isAlive && t('staff.seatsLeft', { count: term.seatsLeft })}</span>
        {holds('enrolment.reveal') && (
          <Pick
            label={t('staff.showLearners')}
            value={purpose}
            options={purposes}
            onPick={setPurpose}
          />
        )}
      </p>
      {purpose && <p className="meta">{t('staff.readIsRecorded')}</p>}
      <p className="term-deeds">
        <ExportButton ledger="enrolments" filter={{ term: term.id }} label={t('staff.exportEnrolments')} purposes={purposes} isSmall />
        <ExportButton ledger="attendances" filter={{ term: term.id }} label={t('staff.exportAttendance')} purposes={purposes} isSmall />
      </p>
      <EnrolmentList key={purpose} term={term.id} purpose={purpose} />
    </Dialog>
  );
}

function EnrolmentList({ term, purpose }: { term: string; purpose: string }) {
  const { t } = useTranslation('education');
  const result = useQuery(StaffEnrolmentsDocument, {
    variables: { filter: { term }, first: 50 },
    fetchPolicy: 'no-cache',
    context: purpose ? { headers: { 'x-purpose': encodeURIComponent(purpose) } } : undefined,
  });
  return (
    <Fetched result={result} lines={[80, 80]}>
      {({ enrolments }) =>
        enrolments.edges.length === 0 ? (
          <Empty>{t('staff.noEnrolments')}</Empty>
        ) : (
          <>
            <EnrolmentRows enrolments={enrolments.edges.map(({ node }) => node)} />
            <More
              shown={enrolments.edges.length}
              total={enrolments.totalCount}
              hasNext={enrolments.pageInfo.hasNextPage}
              onMore={() =>
                result.fetchMore({
                  variables: { after: enrolments.pageInfo.endCursor },
                  updateQuery: (before, { fetchMoreResult: next }) => ({
                    enrolments: { ...next.enrolments, edges: [...before.enrolments.edges, ...next.enrolments.edges] },
                  }),
                })
              }
            />
          </>
        )
      }
    </Fetched>
  );
}
