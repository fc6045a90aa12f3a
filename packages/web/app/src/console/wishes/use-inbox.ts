import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { wishStates } from '@weixiang/kit';
import { useMemo } from 'react';
import { listed, nextDeedOf, nextDeeds, wishFilter, type InboxFilters } from './inbox.rules.js';
import { InboxCountsDocument, InboxDocument } from './wishes.documents.js';

const pageSize = 50;

/** The wishes that the filters leave, grouped by what must happen next, with the counts of the tabs. */
export function useInbox(filters: InboxFilters, within: string | undefined) {
  const base = wishFilter(filters, within);
  const counts = useQuery(InboxCountsDocument, { variables: { filter: base } });
  const list = useQuery(InboxDocument, {
    variables: { filter: { ...base, state: listed(filters.state, wishStates) }, first: pageSize },
    notifyOnNetworkStatusChange: true,
  });
  const shown = (list.data ?? list.previousData)?.wishes;
  const wishes = useMemo(() => shown?.edges.map(({ node }) => node) ?? [], [shown]);
  const groups = useMemo(
    () =>
      nextDeeds
        .map((deed) => ({ deed, rows: wishes.filter((wish) => nextDeedOf(wish) === deed) }))
        .filter(({ rows }) => rows.length > 0),
    [wishes],
  );
  return {
    list,
    isStale: list.networkStatus === NetworkStatus.setVariables,
    wishes: groups.flatMap(({ rows }) => rows),
    groups,
    total: shown?.totalCount,
    counts: new Map((counts.data ?? counts.previousData)?.wishCounts.map(({ state, count }) => [state as string, count])),
    hasNext: shown?.pageInfo.hasNextPage ?? false,
    more: () => list.fetchMore({ variables: { after: shown?.pageInfo.endCursor } }),
  };
}
