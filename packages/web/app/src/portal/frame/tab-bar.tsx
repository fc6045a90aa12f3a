import { Icon, useSession, type IconName } from '@weixiang/kit';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

const tabs = [
  { to: '/', icon: 'home', name: 'home' },
  { to: '/wishes', icon: 'wish', name: 'wishes' },
  { to: '/projects', icon: 'project', name: 'projects' },
  { to: '/notices', icon: 'notice', name: 'notices' },
  { to: '/me', icon: 'account', name: 'me' },
] as const satisfies readonly { to: string; icon: IconName; name: string }[];

// Comes after the first page: nobody waits for it.
const NewsMark = lazy(() => import('../news/news-mark.js'));

/** The five places of the portal, always within a thumb's reach. */
export function TabBar() {
  const { t } = useTranslation('core-portal');
  const { isSignedIn } = useSession();
  return (
    <nav className="tabbar" aria-label={t('frame.nav')}>
      {tabs.map(({ to, icon, name }) => (
        <NavLink key={to} to={to} end={to === '/'}>
          <Icon name={icon} />
          {t(`tab.${name}`)}
          {name === 'me' && isSignedIn ? (
            <Suspense fallback={null}>
              <NewsMark isDot />
            </Suspense>
          ) : null}
        </NavLink>
      ))}
    </nav>
  );
}
