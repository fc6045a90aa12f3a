import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const patience = 200;

/**
 * The page's own lines at their final heights, and only after 200 ms: an answer that comes at once never flickers.
 * `<Loading lines={[28, 20, 28]} />`: one line for each height in pixels.
 */
export function Loading({ lines }: { lines: readonly number[] }) {
  const { t } = useTranslation('kit');
  const isShown = useAfter(patience);
  return (
    <div className={isShown ? 'waiting is-shown' : 'waiting'} role="status">
      <span className="sr-only">{isShown ? t('state.loading') : null}</span>
      {lines.map((height, index) => (
        // Lines have no identity of their own: they never move.
        <span key={index} className="waiting-line" style={{ height }} aria-hidden="true" />
      ))}
    </div>
  );
}

function useAfter(milliseconds: number): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isOver;
}
