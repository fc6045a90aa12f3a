import { Icon, Seal, useSession } from '@weixiang/kit';
import { useKeys } from '@weixiang/kit/console';
import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { TakenNotice } from '../emergencies/taken-notice.js';
import { PaletteKey } from '../search/palette-key.js';
import { Bell } from './bell.js';
import { PersonMenu } from './person-menu.js';
import { Spine } from './spine.js';
import { UnitSwitcher } from './unit-switcher.js';

/** Bar and spine around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={isOpen ? 'shell is-open' : 'shell'}>
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <header className="top">
        <Link className="brand" to="/">
          <Seal character={tenant.seal} />
          <span>{tenant.brandName}</span>
        </Link>
        <UnitSwitcher />
        <SearchBox />
        <Bell />
        <PersonMenu />
      </header>
      <Spine isOpen={isOpen} onToggle={() => setOpen(!isOpen)} onLeave={() => setOpen(false)} />
      <main id="content" tabIndex={-1} onClick={isOpen ? () => setOpen(false) : undefined}>
        <TakenNotice />
        {children}
      </main>
    </div>
  );
}

function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => field.current?.focus() });
  const search = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = field.current?.value.trim();
    if (words) void navigate(`/search?q=${encodeURIComponent(words)}`);
  };
  return (
    <form className="find" role="search" aria-label={t('nav.search')} onSubmit={search}>
      <Icon name="search" />
      <input ref={field} type="search" aria-label={t('nav.search')} placeholder={t('nav.search')} />
      <PaletteKey />
    </form>
  );
}
