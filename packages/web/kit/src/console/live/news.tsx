import { useTranslation } from 'react-i18next';

/** 「3 条新心愿·显示」: what came since the list was read. Rows never jump under somebody’s hand; who wants them asks for them. */
export function News({ words, onShow }: { words: string; onShow: () => void }) {
  const { t } = useTranslation('kit');
  return (
    <p className="news" role="status">
      {words}
      <button type="button" className="link" onClick={onShow}>
        {t('list.show')}
      </button>
    </p>
  );
}
