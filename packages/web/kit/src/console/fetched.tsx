import type { ReactNode } from 'react';
import { ErrorState } from '../states/error-state.js';
import { Loading } from '../states/loading.js';

type FetchedProps<Data> = {
  /** What `useQuery` gave. */
  result: { data: Data | undefined; previousData?: Data; error?: unknown; refetch: () => unknown };
  /** Heights of the lines that stand while nothing has come yet. */
  lines?: readonly number[];
  children: (data: Data, isStale: boolean) => ReactNode;
};

const rows = [40, 40, 40, 40, 40] as const;

/**
 * An answer in all its states: lines while it is waited for, the old rows while it changes, words when it failed.
 * @example <Fetched result={useQuery(PartnersDocument)}>{({ partners }) => <Partners … />}</Fetched>
 */
export function Fetched<Data>({ result, lines = rows, children }: FetchedProps<Data>) {
  const shown = result.data ?? result.previousData;
  if (result.error) return <ErrorState error={result.error} retry={() => void result.refetch()} />;
  if (!shown) return <Loading lines={lines} />;
  const isStale = result.data === undefined;
  return isStale ? <div className="is-stale">{children(shown, true)}</div> : children(shown, false);
}
