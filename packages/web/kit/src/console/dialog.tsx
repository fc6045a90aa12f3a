import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useFocusBack } from './use-focus-back.js';

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
  // A dialog that is gone before it has closed gives nothing back by itself.
  useFocusBack();
  return (
    <Modal title={title} open={isOpen} onCancel={onClose} footer={null} destroyOnHidden width={560}>
      {children}
    </Modal>
  );
}
