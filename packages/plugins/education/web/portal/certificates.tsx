import { dotted, tenantBase, useFormat } from '@weixiang/kit';
import { Band } from '@weixiang/kit/portal';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChildQuery } from '../generated/graphql.js';

/** What the child came to, and the certificates to download. */
export function Certificates({ certificates }: { certificates: ChildQuery['certificates']['nodes'] }) {
  const { t } = useTranslation('education');
  const { day } = useFormat();
  if (certificates.length === 0) return null;
  return (
    <Band title={t('certificate.title')}>
      {certificates.map(({ id, number, hours, issuedOn, isValid }) => (
        <Fragment key={id}>
          <p className="meta">{dotted(t('certificate.number', { number }), t('certificate.hours', { count: hours }), day(issuedOn))}</p>
          {isValid ? (
            <a className="btn is-quiet" href={`${tenantBase()}/downloads/education/certificates/${id}`} download>
              {t('certificate.download')}
            </a>
          ) : (
            <p>
              <b>{t('certificate.revoked')}</b>
            </p>
          )}
        </Fragment>
      ))}
    </Band>
  );
}
