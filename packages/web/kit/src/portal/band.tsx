import { useId, type ReactNode } from 'react';

/** The only container of the portal: a title, at most one way onward, and rows. */
export function Band({ title, aside, className, children }: { title: string; aside?: ReactNode; className?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={className ? `band ${className}` : 'band'} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
