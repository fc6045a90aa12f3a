import { Dialog, KeyWords, type KeyHint } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';

/** The keys worth learning first, for the bar at the foot. */
export function useKeyHints(): KeyHint[] {
  const { t } = useTranslation();
  return [
    { keys: ['J', 'K'], label: t('keys.move') },
    { keys: ['X'], label: t('keys.tick') },
    { keys: ['1', '4'], label: t('keys.rank'), isRange: true },
    { keys: ['A'], label: t('keys.accept') },
    { keys: ['R'], label: t('keys.answer') },
    { keys: ['M'], label: t('keys.gather') },
    { keys: ['D'], label: t('keys.decline') },
  ];
}

/** Every key of the inbox. */
export function AllKeys({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const hints: KeyHint[] = [
    ...useKeyHints(),
    { keys: ['Enter'], label: t('keys.open') },
    { keys: ['N'], label: t('keys.record') },
    { keys: ['/'], label: t('keys.search') },
    { keys: ['Esc'], label: t('keys.back') },
    { keys: ['?'], label: t('keys.all') },
  ];
  return (
    <Dialog title={t('keys.all')} isOpen={isOpen} onClose={onClose}>
      <div className="all-keys">
        {hints.map((hint) => (
          <KeyWords key={hint.label} {...hint} />
        ))}
      </div>
    </Dialog>
  );
}
