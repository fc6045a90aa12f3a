import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { wishStates } from '@weixiang/kit';
import type { WishSort } from '../generated/graphql.js';
import { groupFilter, inboxGroups, listed, wishFilter, type InboxFilters, type InboxGroup } from './inbox.rules.js';
import { InboxCountsDocument, InboxDocument } from './wishes.documents.js';

const pageSize = 50;

/** The wishes that the filters leave, grouped by what must happen next, with the counts of the tabs. */
export function useInbox(filters: InboxFilters, within: string | undefined, sort: WishSort = 'DUE') {
  const counts = useQuery(InboxCountsDocument, { variables: { filter: wishFilter(filters, within) } });
  const [answer, gather, list, project, fulfil, confirm, done] = inboxGroups;
  const lists = [
    useGroup(answer, filters, within, sort),
    useGroup(gather, filters, within, sort),
    useGroup(list, filters, within, sort),
    useGroup(project, filters, within, sort),
    useGroup(fulfil, filters, within, sort),
    useGroup(confirm, filters, within, sort),
    useGroup(done, filters, within, sort),
  ].filter((group) => group.isChosen);
  const groups = lists.filter(({ total }) => total !== undefined && total > 0);
  return {
    groups,
    wishes: groups.flatMap(({ rows }) => rows),
    total: lists.every(({ total }) => total !== undefined) ? lists.reduce((sum, { total = 0 }) => sum + total, 0) : undefined,
    isStale: lists.some((group) => group.isStale),
    error: lists.find((group) => group.error)?.error,
    retry: () => lists.forEach((group) => group.error && void group.retry()),
    counts: new Map((counts.data ?? counts.previousData)?.wishCounts.map(({ key, count }) => [key, count])),
  };
}

/** One group is a list of its own, so that its count is true and its next page is its own. */
function useGroup(group: InboxGroup, filters: InboxFilters, within: string | undefined, sort: WishSort) {
  const part = groupFilter(group, listed(filters.state, wishStates));
  const list = useQuery(InboxDocument, {
    variables: { filter: { ...wishFilter(filters, within), ...part }, sort, first: pageSize },
    skip: !part,
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  });
  const shown = (list.data ?? list.previousData)?.wishes;
  return {
    deed: group.deed,
    isChosen: part !== undefined,
    rows: shown?.edges.map(({ node }) => node) ?? [],
    total: shown?.totalCount,
    isStale: list.networkStatus === NetworkStatus.setVariables,
    error: list.error,
    retry: () => list.refetch(),
    hasNext: shown?.pageInfo.hasNextPage ?? false,
    more: () => list.fetchMore({ variables: { after: shown?.pageInfo.endCursor } }),
  };
}
