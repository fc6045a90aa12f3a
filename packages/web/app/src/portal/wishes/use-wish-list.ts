import { useFreshness } from '@weixiang/kit/portal';
import { useQuery } from '@apollo/client/react';
import type { WishFilter } from '../generated/graphql.js';
import { WishWallDocument } from './wall.documents.js';

/** Wishes by a filter, page after page. While the filter changes the old rows stay and `isStale` says so. */
export function useWishList(filter: WishFilter) {
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(WishWallDocument, {
    ...useFreshness(),
    notifyOnNetworkStatusChange: true,
    variables: { filter },
  });
  const wishes = (data ?? previousData)?.wishes;
  const { hasNextPage, endCursor } = wishes?.pageInfo ?? { hasNextPage: false, endCursor: null };
  return {
    wishes,
    error,
    isLoading: loading,
    isStale: !data && previousData !== undefined,
    refetch: () => void refetch(),
    more: hasNextPage ? () => void fetchMore({ variables: { after: endCursor } }) : undefined,
  };
}
