import { useQuery } from '@apollo/client/react';
import { tenantBase, useHolds, useRefusingMutation } from '@weixiang/kit';
import { Button, Fetched, RefusingForm, Section, WordsField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { purposes } from '../../shared/purposes.js';
import type { TermCertificatesQuery } from '../generated/graphql.js';
import { unmasked } from './enrolment-row.js';
import { IssueCertificatesDocument, RevokeCertificateDocument, TermCertificatesDocument } from './certificates.documents.js';

const refetch = ['TermCertificates'];

/** Certificates of a term that is over: to issue, to print for a stated purpose, to revoke. Whose they are shows for a purpose; the guardian stands there before. */
export function TermCertificates({ term, purpose }: { term: string; purpose: string }) {
  const { t } = useTranslation('education');
  const holds = useHolds();
  const result = useQuery(TermCertificatesDocument, {
    variables: { term },
    // Names that were read for a purpose are kept in no cache.
    fetchPolicy: purpose ? 'no-cache' : 'cache-and-network',
    context: purpose ? { headers: { 'x-purpose': encodeURIComponent(purpose) } } : undefined,
  });
  const issue = useRefusingMutation(IssueCertificatesDocument, (data) => data.issueCertificates, { refetch });
  return (
    <Section
      title={t('certificate.title')}
      note={
        holds('course.open') && (
          <Button isSmall isBusy={issue.isSending} onPress={() => issue.send({ term })}>
            {t('certificate.issue')}
          </Button>
        )
      }
    >
      {issue.refusals.all.map(({ code, message }) => (
        <p key={code} className="refused" role="alert">
          {message}
        </p>
      ))}
      <Fetched result={result} lines={[40]}>
        {({ certificates }) => (
          <ul className="enrolments">
            {certificates.nodes.map((certificate) => (
              <CertificateRow key={certificate.id} certificate={certificate} />
            ))}
          </ul>
        )}
      </Fetched>
    </Section>
  );
}

function CertificateRow({ certificate }: { certificate: TermCertificatesQuery['certificates']['nodes'][number] }) {
  const { t } = useTranslation('education');
  const holds = useHolds();
  const [isRevoking, setRevoking] = useState(false);
  const revoke = useRefusingMutation(RevokeCertificateDocument, (data) => data.revokeCertificate, { refetch });
  const purpose = encodeURIComponent(purposes.print.zh);
  const { enrolment } = certificate;
  const guardian = enrolment?.isMinor ? unmasked(enrolment.guardianName) : null;
  return (
    <li>
      <p>
        <b>{certificate.number}</b>{' '}
        {certificate.learnerName ?? (guardian && t('certificate.childOf', { who: guardian }))}{' '}
        <span className="meta">{t('certificate.came', { count: certificate.lessons, hours: certificate.hours })}</span>{' '}
        {!certificate.isValid && <span className="is-late-text">{[t('certificate.revoked'), certificate.reason].filter(Boolean).join('：')}</span>}
      </p>
      {certificate.isValid && (
        <p>
          {holds('enrolment.reveal') && (
            <a className="link" href={`${tenantBase()}/downloads/education/certificates/${certificate.id}?purpose=${purpose}`} download>
              {t('certificate.print')}
            </a>
          )}{' '}
          {holds('course.open') && !isRevoking && (
            <Button isSmall tone="bare" onPress={() => setRevoking(true)}>
              {t('certificate.revoke')}
            </Button>
          )}
        </p>
      )}
      {isRevoking && (
        <RefusingForm
          label={t('certificate.revoke')}
          submit={t('certificate.revoke')}
          cancel={
            <Button tone="bare" onPress={() => setRevoking(false)}>
              {t('staff.cancel')}
            </Button>
          }
          fields={['reason']}
          outcome={revoke}
          onSubmit={async ({ text }) => {
            if (await revoke.send({ id: certificate.id, version: certificate.version, reason: text('reason') ?? '' })) setRevoking(false);
          }}
        >
          <WordsField name="reason" label={t('staff.reason')} refusals={revoke.refusals} isRequired autoFocus />
        </RefusingForm>
      )}
    </li>
  );
}
