import { useTranslation } from 'react-i18next';

/** How many are shown of how many, and the rest of them. Says itself aloud when it changes. */
export function LoadMore({
  shown,
  total,
  isLoading,
  more,
}: {
  shown: number;
  total: number;
  isLoading: boolean;
  more: (() => void) | undefined;
}) {
  const { t } = useTranslation('kit');
  return (
    <footer className="load-more">
      <p className="meta" role="status">
        {t(shown < total ? 'portal.list.shown' : 'portal.list.all', { shown, total })}
      </p>
      {more ? (
        <button type="button" className="btn is-quiet" aria-disabled={isLoading} onClick={() => (isLoading ? undefined : more())}>
          {isLoading ? t('portal.list.loading') : t('portal.list.more')}
        </button>
      ) : null}
    </footer>
  );
}
