import type { ReactNode } from 'react';

/** One sentence and one action: `<Empty action={<Link …>写下心愿</Link>}>还没有人说心愿。第一条由您来写。</Empty>` */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}
