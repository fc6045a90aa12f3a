import { Loading, Mishap } from '@weixiang/kit';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { TabBar } from './tab-bar.js';

// What keeps the portal for a visit without a network comes after the page itself.
const NewVersion = lazy(() => import('../offline/new-version.js'));

/** What stands around every page. */
export function Frame() {
  const { t } = useTranslation('core-portal');
  const { pathname } = useLocation();
  return (
    <>
      <a className="to-content" href="#content">
        {t('frame.toContent')}
      </a>
      <main id="content" tabIndex={-1}>
        {/* A page that broke is drawn anew as soon as the reader goes elsewhere. */}
        <Mishap key={pathname}>
          <Suspense fallback={<Loading lines={[56, 160, 120, 120]} />}>
            <Outlet />
          </Suspense>
        </Mishap>
      </main>
      <Suspense>
        <NewVersion />
      </Suspense>
      <TabBar />
    </>
  );
}
