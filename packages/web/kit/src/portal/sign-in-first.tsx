import { Empty } from '../states/empty.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

/** What needs an account says so, and comes back here afterwards. */
export function SignInFirst({ children }: { children: ReactNode }) {
  const { t } = useTranslation('kit');
  const { pathname, search } = useLocation();
  return (
    <Empty
      action={
        <Link className="btn" to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>
          {t('portal.signIn')}
        </Link>
      }
    >
      {children}
    </Empty>
  );
}
