import { useFormat, useLabel } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AccessGrantPartsFragment } from '../generated/graphql.js';

/** A role with its unit, and whose it is when it is lent or taken in an emergency. */
export function GrantWords({ grant }: { grant: AccessGrantPartsFragment }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { day, time } = useFormat();
  const { orgUnit, lender, lentUntil, emergency, holder, takenUntil } = grant;
  return (
    <>
      {orgUnit && (
        <Link className="link" to={`/units/${orgUnit.id}`}>
          {orgUnit.name}
        </Link>
      )}{' '}
      {label(grant.label)}
      {lentUntil && <span className="meta"> {t('access.lent', { name: lender?.name ?? '', day: day(lentUntil) })}</span>}
      {emergency && takenUntil && (
        <Link className="link" to={`/emergencies/${emergency}`}>
          {t('access.taken', { name: holder?.name ?? '', day: day(takenUntil), time: time(takenUntil) })}
        </Link>
      )}
    </>
  );
}
