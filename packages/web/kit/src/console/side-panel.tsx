import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { Icon } from '../marks/icon.js';
import { useFocusBack } from './use-focus-back.js';

type SidePanelProps = {
  title: ReactNode;
  label: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
};

/**
 * What stands beside a table: from 1280 px in its own column, narrower it slides over. Escape closes it, and the focus goes back where it was.
 * @example <SidePanel title="居民微心愿" label="指标详情" closeLabel="关闭" onClose={close}>…</SidePanel>
 */
export function SidePanel({ title, label, closeLabel, onClose, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  useFocusBack();
  const close = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  });
  useEffect(() => {
    const element = panel.current;
    element?.addEventListener('keydown', close);
    return () => element?.removeEventListener('keydown', close);
  }, []);
  return (
    <aside className="side slides" aria-label={label} ref={panel}>
      <div className="side-head">
        <h2>{title}</h2>
        <button type="button" className="shut" aria-label={closeLabel} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </aside>
  );
}
