import { useState, type DragEvent, type ReactNode } from 'react';

type UploadDropProps = {
  label: string;
  hint: ReactNode;
  accept: string;
  onFile: (file: File) => void;
  isBusy?: boolean;
};

/**
 * A field that takes one file, dropped or chosen.
 * @example <UploadDrop label="把台账拖到这里" hint="Excel" accept=".xlsx" onFile={upload} />
 */
export function UploadDrop({ label, hint, accept, onFile, isBusy }: UploadDropProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !isBusy) onFile(file);
  };
  return (
    <label
      className={isOver ? 'drop is-over' : 'drop'}
      aria-busy={isBusy || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <strong>{label}</strong>
      <span className="meta">{hint}</span>
      <input
        type="file"
        accept={accept}
        disabled={isBusy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file must be choosable again once it has been mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
