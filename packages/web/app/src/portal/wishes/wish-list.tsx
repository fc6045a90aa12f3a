import { Empty, ErrorState, Loading } from '@weixiang/kit';
import { LoadMore } from '@weixiang/kit/portal';
import type { ReactNode } from 'react';
import type { useWishList } from './use-wish-list.js';
import { WishCard } from './wish-card.js';

/** A list of wishes with its waiting, its failure, its emptiness and its end. */
export function WishList({ list, empty, invitation }: { list: ReturnType<typeof useWishList>; empty: string; invitation?: ReactNode }) {
  const { wishes, error, isLoading, isStale, refetch, more } = list;
  if (!wishes) return error ? <ErrorState error={error} retry={refetch} /> : <Loading lines={[64, 24, 56, 48, 64, 24, 56, 48]} />;
  if (wishes.nodes.length === 0) return <Empty action={invitation}>{empty}</Empty>;
  return (
    <div aria-busy={isStale} className={isStale ? 'is-stale' : undefined}>
      {wishes.nodes.map((wish) => (
        <WishCard key={wish.id} wish={wish} />
      ))}
      {error ? <ErrorState error={error} retry={refetch} /> : null}
      <LoadMore shown={wishes.nodes.length} total={wishes.totalCount} isLoading={isLoading} more={more} />
    </div>
  );
}
