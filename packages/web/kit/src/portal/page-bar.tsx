import { Icon } from '../marks/icon.js';
import { useSession } from '../session/session.js';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useArrival } from './use-arrival.js';

type PageBarProps = {
  title: string;
  /** Where the way back leads; without it there is none. */
  back?: string;
  /** The community or number that the page belongs to. */
  place?: string | undefined;
  /** What the browser's tab says when that is more than the title: a project's own name. */
  tab?: string | undefined;
};

/** The head of a page: where it is, whose it is, and the way back. It also names the browser's tab. */
export function PageBar({ title, back, place, tab = title }: PageBarProps) {
  const { t } = useTranslation('kit');
  const { tenant } = useSession();
  const heading = useArrival();
  return (
    <header className="bar">
      <title>{`${tab}·${tenant.brandName}`}</title>
      {back === undefined ? null : (
        <Link to={back} aria-label={t('portal.back')}>
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
