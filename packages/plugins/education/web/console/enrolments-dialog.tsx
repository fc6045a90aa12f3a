import { useQuery } from '@apollo/client/react';
import { Empty, useHolds } from '@weixiang/kit';
import { Dialog, Fetched, More, Pick } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffEnrolmentsDocument } from './courses.documents.js';
import { EnrolmentRow } from './enrolment-row.js';
import { TermSteps, type SteppedTerm } from './term-steps.js';

const purposes = ['check', 'contact', 'class'] as const;

/**
 * Who enrols in a term: the guardian's consent stands beside each minor, and without it no confirmation is offered.
 * Who the learners are shows only for a stated purpose; each such reading is recorded, and kept in no cache.
 */
export function EnrolmentsDialog({ term, onClose }: { term: SteppedTerm & { seatsLeft: number }; onClose: () => void }) {
  const { t } = useTranslation('education');
  const holds = useHolds();
  const [purpose, setPurpose] = useState('');
  return (
    <Dialog title={t('staff.enrolmentsOf', { term: term.name })} isOpen onClose={onClose}>
      <TermSteps term={term} onDone={onClose} />
      <p className="purpose">
        <span className="meta">{t('staff.seatsLeft', { count: term.seatsLeft })}</span>
        {holds('enrolment.reveal') && (
          <Pick
            label={t('staff.showLearners')}
            value={purpose}
            options={purposes.map((value) => ({ value, label: t(`staff.purpose.${value}`) }))}
            onPick={setPurpose}
          />
        )}
      </p>
      {purpose && <p className="meta">{t('staff.readIsRecorded')}</p>}
      <EnrolmentList key={purpose} term={term.id} purpose={purpose} />
    </Dialog>
  );
}

function EnrolmentList({ term, purpose }: { term: string; purpose: string }) {
  const { t } = useTranslation('education');
  const result = useQuery(StaffEnrolmentsDocument, {
    variables: { filter: { term }, first: 50 },
    fetchPolicy: 'no-cache',
    context: purpose ? { headers: { 'x-purpose': encodeURIComponent(t(`staff.purpose.${purpose}`)) } } : undefined,
  });
  return (
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
