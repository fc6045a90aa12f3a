import { Icon, Seal, useSession } from '@weixiang/kit';
import { useArrival } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePlace } from '../place/place.js';

/** Whose house this is, what it promises, and the one thing to do here. */
export function Hero() {
  const { t } = useTranslation('core-portal');
  const { tenant } = useSession();
  const { place } = usePlace();
  const heading = useArrival();
  return (
    <header className="hero">
      <title>{`${t('tab.home')}·${tenant.brandName}`}</title>
      <svg className="echo" viewBox="0 0 320 320" aria-hidden="true">
        {[56, 88, 122, 158].map((radius) => (
          <circle key={radius} cx="160" cy="160" r={radius} />
        ))}
      </svg>
      <div className="masthead">
        <Seal character={tenant.seal} />
        <span className="house">{tenant.brandName}</span>
        <Link className="place" to="/place" aria-label={place ? t('place.change', { place: place.name }) : undefined}>
          <Icon name="place" />
          <span>{place?.name ?? t('place.choose')}</span>
          <Icon name="more" />
        </Link>
      </div>
      <h1 className="promise" ref={heading} tabIndex={-1}>
        {t('home.promise.said')}
        <br />
        {t('home.promise.echoed')}
      </h1>
      <p>{t('home.answered', { count: tenant.answerWithinWorkingDays })}</p>
      <div className="pair">
        <Link className="btn" to="/wishes/new">
          <Icon name="write" />
          {t('home.make')}
        </Link>
        <Link className="btn is-quiet" to="/help">
          <Icon name="call" />
          {t('home.byOthers')}
        </Link>
      </div>
    </header>
  );
}
