import { useEffect, useEffectEvent, useRef } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';

/** How long events are gathered before a page looks: ten changes in a row are one look. */
const gatherMs = 400;
/** Where nothing is heard a page looks now and then, while somebody looks at it. */
const lookMs = 60_000;

/**
 * Follows a subscription for as long as the page stands, and taken up again after a break. `onNews` gets what came within
 * a moment together; with nothing in it, it was time to look anyway: the connection may be down, or have been.
 * @example useFollow(RecordChangedDocument, { id }, () => void refetch())
 */
export function useFollow<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, onNews: (news: readonly Data[]) => void) {
  const client = useApolloClient();
  const told = useEffectEvent(onNews);
  const heard = useRef<Data[]>([]);
  const asked = JSON.stringify(variables);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      const news = heard.current;
      heard.current = [];
      told(news);
    };
    const following = client.subscribe({ query: document, variables }).subscribe({
      next: ({ data }) => {
        if (!data) return;
        heard.current.push(data);
        timer ??= setTimeout(look, gatherMs);
      },
      // The look now and then goes on without it.
      error: () => undefined,
    });
    const clock = setInterval(() => {
      if (globalThis.document.visibilityState === 'visible') look();
    }, lookMs);
    return () => {
      following.unsubscribe();
      clearTimeout(timer);
      clearInterval(clock);
      heard.current = [];
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `asked` is what the variables say
  }, [client, document, asked]);
}
