import { useQuery } from '@apollo/client/react';
import { dotted, ErrorState, Loading, useFormat, useLabel } from '@weixiang/kit';
import { Band } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { purposeText } from '../../shared/purposes.js';
import { DisclosuresDocument } from './child.documents.js';

/** Who looked at what is kept of the child: who, in which role, what for, when. */
export function Disclosures({ records }: { records: string[] }) {
  const { t } = useTranslation('education');
  const label = useLabel();
  const { day, time } = useFormat();
  const { data, error, refetch } = useQuery(DisclosuresDocument, { variables: { of: records }, fetchPolicy: 'cache-and-network' });
  return (
    <Band title={t('disclosure.title')}>
      {data ? (
        data.disclosures.length === 0 ? (
          <p>{t('disclosure.nobody')}</p>
        ) : (
          <>
            <p>{t('disclosure.means')}</p>
            <ul className="ways">
              {data.disclosures.map(({ reader, roles, units, purpose, at, times, isInEmergency }) => (
                <li key={`${reader} ${purpose} ${at}`}>
                  <b>{reader}</b>
                  {dotted(roles.map(label).join(t('term.and')), units.join(t('term.and')))}
                  <span className="meta why">{dotted(t('disclosure.purpose', { purpose: label(purposeText(purpose)) }), `${day(at)} ${time(at)}`, times > 1 ? t('disclosure.times', { count: times }) : undefined, isInEmergency ? t('disclosure.emergency') : undefined)}</span>
                </li>
              ))}
            </ul>
          </>
        )
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <Loading lines={[24, 24]} />
      )}
    </Band>
  );
}
