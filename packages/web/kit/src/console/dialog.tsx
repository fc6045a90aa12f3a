import { Modal } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';

/** A short form over the page; Escape and the veil close it, the focus goes back where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const [opener] = useState(() => document.activeElement);
  // A dialog that is gone before it has closed gives nothing back by itself.
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
    },
    [opener],
  );
  return (
    <Modal title={title} open={isOpen} onCancel={onClose} footer={null} destroyOnHidden width={560}>
      {children}
    </Modal>
  );
}
