import { useRefusingMutation } from '@weixiang/kit';
import { useState } from 'react';
import { ArchiveDocument, MarkReadDocument, UndoReadDocument } from './notifications.documents.js';

/** What was done last, and can be taken back. */
type Deed = { deed: 'markedRead' | 'archived' | 'restored'; count: number; undo: () => Promise<unknown> };

const again = { refetch: ['Notifications', 'Unread'] };

/** What can be done in the inbox; each of it can be taken back until the next. */
export function useInboxDeeds() {
  const mark = useRefusingMutation(MarkReadDocument, (data) => data.markNotificationsRead, again);
  const unmark = useRefusingMutation(UndoReadDocument, (data) => data.undoNotificationsRead, again);
  const put = useRefusingMutation(ArchiveDocument, (data) => data.archiveNotifications, again);
  const [last, setLast] = useState<Deed>();

  async function markSome(which: { ids?: string[]; kinds?: string[] }) {
    const done = await mark.send(which);
    const readAt = done?.readAt;
    if (readAt && done.count) setLast({ deed: 'markedRead', count: done.count, undo: () => unmark.send({ readAt }) });
  }
  return {
    last,
    problem: mark.problem ?? unmark.problem ?? put.problem,
    markRead: (id: string) => markSome({ ids: [id] }),
    markAll: (kind: string) => markSome(kind ? { kinds: [kind] } : {}),
    async archive(id: string, isArchived: boolean) {
      const done = await put.send({ ids: [id], isArchived });
      if (done) setLast({ deed: isArchived ? 'archived' : 'restored', count: 1, undo: () => put.send({ ids: [id], isArchived: !isArchived }) });
    },
    async undo() {
      await last?.undo();
      setLast(undefined);
    },
  };
}
