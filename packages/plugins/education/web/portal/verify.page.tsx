import { useQuery } from '@apollo/client/react';
import { ErrorState, Loading, useFormat } from '@weixiang/kit';
import { Band, PageBar } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CertificateCheckDocument } from './child.documents.js';
import './portal.css';

/** Where the QR picture on a certificate leads: whether it is genuine, and no more of the learner than it takes to see that. */
export default function VerifyPage() {
  const { t } = useTranslation('education');
  const { code = '' } = useParams();
  const { day } = useFormat();
  const { data, error, refetch } = useQuery(CertificateCheckDocument, { variables: { code }, fetchPolicy: 'no-cache' });
  const found = data?.certificateCheck;
  return (
    <>
      <PageBar title={t('verify.title')} back="/" />
      <Band title={found ? t(found.isValid ? 'verify.genuine' : 'verify.revoked') : t('verify.title')}>
        {found ? (
          <dl className="checked">
            {[
              [t('verify.number'), found.number],
              [t('verify.learner'), found.learner ?? t('verify.hidden')],
              [t('verify.course'), `${found.courseName}·${found.termName}`],
              [t('verify.hours'), t('certificate.hours', { count: found.hours })],
              [t('verify.issuer'), found.issuer],
              [t('verify.issuedOn'), day(found.issuedOn)],
            ].map(([name, value]) => (
              <div key={name}>
                <dt className="meta">{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : data ? (
          <p>{t('verify.unknown')}</p>
        ) : error ? (
          <ErrorState error={error} retry={() => void refetch()} />
        ) : (
          <Loading lines={[24, 24, 24]} />
        )}
      </Band>
    </>
  );
}
