import { Popover } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { IconName } from '../marks/icon.paths.js';
import { Button } from './button.js';

type DropPanelProps = {
  icon: IconName;
  label: string;
  /** Asked for once the panel is open. */
  children: (close: () => void) => ReactNode;
};

/**
 * A small panel under the button that opens it. Who opens it stands in it; Escape closes it, and the focus goes back.
 * @example <DropPanel icon="columns" label="列">{() => <Columns />}</DropPanel>
 */
export function DropPanel({ icon, label, children }: DropPanelProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      afterOpenChange={(isThere) => isThere && panel.current?.querySelector<HTMLElement>('a, button, input:not(:disabled)')?.focus()}
      content={
        <div
          ref={panel}
          role="dialog"
          aria-label={label}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          {isOpen && children(close)}
        </div>
      }
    >
      <span>
        <Button ref={button} icon={icon} isExpanded={isOpen}>
          {label}
        </Button>
      </span>
    </Popover>
  );
}
