import { useId, type ReactNode } from 'react';

type SectionProps = {
  title: ReactNode;
  /** One note or link at the right of the title. */
  note?: ReactNode;
  children: ReactNode;
  className?: string;
};

/**
 * A part of a page: a heavy rule, a title, one note at the right.
 * @example <Section title="要您办的" note="按期限排列"><DataTable … /></Section>
 */
export function Section({ title, note, children, className }: SectionProps) {
  const id = useId();
  return (
    <section className={className ? `sec ${className}` : 'sec'} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note && <span className="end">{note}</span>}
      </header>
      {children}
    </section>
  );
}
