import { ApolloLink, Observable } from '@apollo/client';

/**
 * The way of subscriptions: a WebSocket, fetched with its client when something is first followed, and taken up again by
 * itself. A page must not rely on it: what it follows it also asks for now and then.
 */
export function liveLink(base: string): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        let stop: (() => void) | undefined;
        let isOver = false;
        const begin = async () => {
          const { liveClient } = await import('./live-client.js');
          if (isOver) return;
          const following = liveClient(base).request(operation).subscribe(observer);
          stop = () => following.unsubscribe();
        };
        begin().catch((error: unknown) => observer.error(error));
        return () => {
          isOver = true;
          stop?.();
        };
      }),
  );
}
