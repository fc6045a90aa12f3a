import { useQuery } from '@apollo/client/react';
import { useSession } from '@weixiang/kit';
import { useEffect, useState } from 'react';
import { UnitKindsDocument, UnitSearchDocument } from './unit-search.documents.js';

// Where a resident lives: communities and grids. Above them are offices, below them staircases.
export const community = 3;
const grid = 4;

/** The communities and grids whose names hold the words, once asked for; the house itself where it has none below it yet. */
export function useUnitSearch(words: string, isAsked: boolean) {
  const { tenant } = useSession();
  const search = useSettled(words.trim());
  const kinds = useQuery(UnitKindsDocument, { skip: !isAsked });
  const ids = kinds.data?.vocabulary.nodes.filter(({ position }) => position === community || position === grid).map(({ id }) => id);
  const { data, previousData, error, refetch } = useQuery(UnitSearchDocument, {
    skip: !isAsked || !ids,
    variables: { search: search || null, kinds: ids && ids.length > 0 ? ids : null },
  });
  const found = (data ?? previousData)?.orgUnits;
  const root = tenant.rootUnit;
  const isBare = found?.totalCount === 0 && search === '' && root !== null;
  return {
    units: isBare ? [{ ...root, kind: null, parent: null }] : (found?.nodes ?? []),
    total: isBare ? 1 : found?.totalCount,
    error: kinds.error ?? error,
    refetch: () => void (kinds.error ? kinds.refetch() : refetch()),
  };
}

/** The words once the typing rests. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), 250);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
