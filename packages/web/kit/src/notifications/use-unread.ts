import { useQuery, useSubscription } from '@apollo/client/react';
import { useSession } from '../session/session.js';
import { NotificationArrivedDocument, UnreadDocument } from './notifications.documents.js';

const lookAgainMs = 120_000;

/**
 * How many notifications I have not read. It asks now and then; followed live, it is told at once as well.
 * @example const unread = useUnread({ isLive: true })
 */
export function useUnread({ isLive }: { isLive: boolean }): number {
  const { isSignedIn } = useSession();
  const { data } = useQuery(UnreadDocument, { skip: !isSignedIn, pollInterval: lookAgainMs });
  useSubscription(NotificationArrivedDocument, {
    skip: !isSignedIn || !isLive,
    onData: ({ client, data: { data: told } }) => {
      if (told) client.writeQuery({ query: UnreadDocument, data: { unreadNotifications: told.notificationArrived.unread } });
    },
  });
  return data?.unreadNotifications ?? 0;
}
