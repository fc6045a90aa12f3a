import { useFollow } from '@weixiang/kit/console';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { WishesChangedDocument } from '../live/live.documents.js';
import { InboxCountsDocument } from './wishes.documents.js';

/**
 * What happened to wishes since the list was read. A row that is shown changes where it stands, since the cache knows it
 * by its id; a new wish is only counted, until somebody asks to see it.
 */
export function useWishNews(within: string | undefined, shown: readonly string[]) {
  const client = useApolloClient();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useFollow(WishesChangedDocument, { within }, (news) => {
    const made = news.flatMap(({ wishesChanged: { name, wish } }) => (name === 'wish.submitted' ? (wish?.id ?? []) : []));
    const unseen = made.filter((id) => !shown.includes(id));
    if (unseen.length > 0) setFresh((before) => new Set([...before, ...unseen]));
    // Counts move no row. With nothing heard for a while they are what tells that there is more.
    void client.refetchQueries({ include: [InboxCountsDocument] });
  });
  return {
    count: fresh.size,
    show() {
      setFresh(new Set());
      void client.refetchQueries({ include: 'active' });
    },
  };
}
