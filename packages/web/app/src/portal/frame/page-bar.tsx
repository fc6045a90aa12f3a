import { Icon, useSession } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useArrival } from './use-arrival.js';

/** The head of a page: where it is, whose it is, and the way back. It also names the browser's tab. */
export function PageBar({ title, back, place }: { title: string; back?: string; place?: string | undefined }) {
  const { t } = useTranslation('core-portal');
  const { tenant } = useSession();
  const heading = useArrival();
  return (
    <header className="bar">
      <title>{`${title}·${tenant.brandName}`}</title>
      {back === undefined ? null : (
        <Link to={back} aria-label={t('frame.back')}>
          <Icon name="back" />
        </Link>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <span>{place ? `${tenant.brandName}·${place}` : tenant.brandName}</span>
    </header>
  );
}
