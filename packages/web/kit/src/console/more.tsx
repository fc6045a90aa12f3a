import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';

type MoreProps = {
  shown: number;
  total: number;
  hasNext: boolean;
  onMore: () => Promise<unknown>;
};

/** The foot of a list: how many of how many, and the next page. `<More shown={20} total={586} hasNext onMore={…} />` */
export function More({ shown, total, hasNext, onMore }: MoreProps) {
  const { t } = useTranslation('kit');
  const [isBusy, setBusy] = useState(false);
  if (!hasNext) return null;
  return (
    <div className="more">
      <Button
        isBusy={isBusy}
        onPress={() => {
          setBusy(true);
          void onMore().finally(() => setBusy(false));
        }}
      >
        {t('list.more', { count: Math.min(50, total - shown) })}
      </Button>
      <span className="meta">
        {shown} / {total}
      </span>
    </div>
  );
}
