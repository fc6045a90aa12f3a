import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import type { Branch } from './tree.rules.js';
import { UnitChildrenDocument } from './units.documents.js';

const mostPages = 50;

/** The levels of the tree that were opened: fetched page by page when they are, and again when the tree has changed. */
export function useBranches() {
  const client = useApolloClient();
  const [branches, setBranches] = useState<ReadonlyMap<string, Branch>>(new Map());
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState(false);
  const known = useRef(branches);

  const keep = useCallback((id: string, branch: Branch) => {
    known.current = new Map(known.current).set(id, branch);
    setBranches(known.current);
  }, []);

  /** Fetches the next page below a unit, or from the first one again; `until` goes on until that unit is among them. */
  const load = useCallback(
    async (id: string, { again = false, until }: { again?: boolean; until?: string } = {}) => {
      setBusy((before) => new Set(before).add(id));
      setFailed(false);
      try {
        const before = known.current.get(id);
        const wanted = again ? (before?.units.length ?? 0) : 0;
        let branch: Branch = !again && before ? before : { units: [], next: null };
        for (let page = 0; page < mostPages; page += 1) {
          const { data } = await client.query({
            query: UnitChildrenDocument,
            variables: { id, after: branch.next },
            fetchPolicy: 'network-only',
          });
          const children = data?.orgUnit?.children;
          branch = {
            units: [...branch.units, ...(children?.edges.map(({ node }) => node) ?? [])],
            next: children?.pageInfo.hasNextPage ? (children.pageInfo.endCursor ?? null) : null,
          };
          const isEnough = branch.units.length >= wanted && (!until || branch.units.some((unit) => unit.id === until));
          if (isEnough || !branch.next) break;
        }
        keep(id, branch);
      } catch {
        setFailed(true);
      } finally {
        setBusy((before) => new Set([...before].filter((each) => each !== id)));
      }
    },
    [client, keep],
  );
  /** Fetches what is below a unit unless it is there already, with that unit among it if one is named. */
  const ensure = useCallback(
    async (id: string, until?: string) => {
      const branch = known.current.get(id);
      if (!branch || (until && branch.next && !branch.units.some((unit) => unit.id === until))) await load(id, { until });
    },
    [load],
  );
  const renew = useCallback(() => Promise.all([...known.current.keys()].map((id) => load(id, { again: true }))), [load]);
  return { branches, busy, failed, load, ensure, renew };
}
