import { Icon } from '@weixiang/kit';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const Palette = lazy(() => import('./palette.js'));

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the palette on Ctrl-K or ⌘K wherever one is, also while one types. It is fetched when it is first asked for. */
export function PaletteKey() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  // What is read on it is part of what it is called, for who speaks to the page.
  const keys = isApple ? '⌘K' : 'Ctrl K';
  return (
    <>
      <button type="button" className="find-key" aria-label={`${t('search.palette')} ${keys}`} aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={() => setOpen(true)}>
        <Icon name="search" />
        <kbd aria-hidden="true">{keys}</kbd>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
