import { Empty, ErrorState, Loading } from '@weixiang/kit';
import { LoadMore } from '@weixiang/kit/portal';
import { type ReactNode, useDeferredValue } from 'react';
import type { useWishList } from './use-wish-list.js';
import { WishCard } from './wish-card.js';

const none: never[] = [];

/** A list of wishes with its waiting, its failure, its emptiness and its end. */
export function WishList({ list, empty, invitation }: { list: ReturnType<typeof useWishList>; empty: string; invitation?: ReactNode }) {
  const { wishes, error, isLoading, isStale, refetch, more } = list;
  // A phone takes a quarter of a second to draw twenty cards; drawn in the background they hold up no tap.
  const drawn = useDeferredValue(wishes?.nodes ?? none);
  if (!wishes && error) return <ErrorState error={error} retry={refetch} />;
  if (wishes?.nodes.length === 0) return <Empty action={invitation}>{empty}</Empty>;
  if (!wishes || drawn.length === 0) return <Loading lines={[64, 24, 56, 48, 64, 24, 56, 48]} />;
  return (
    <div aria-busy={isStale} className={isStale ? 'is-stale' : undefined}>
      {drawn.map((wish) => (
        <WishCard key={wish.id} wish={wish} />
      ))}
      {error ? <ErrorState error={error} retry={refetch} /> : null}
      <LoadMore shown={drawn.length} total={wishes.totalCount} isLoading={isLoading} more={more} />
    </div>
  );
}
