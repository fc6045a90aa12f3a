import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Filters that live in the URL, so that a view can be sent to a colleague. An empty value is not written.
 * @example const [filters, setFilter] = useUrlFilters({ state: '', search: '' }); setFilter({ state: 'RUNNING' })
 */
export function useUrlFilters<Filters extends Record<string, string>>(defaults: Filters) {
  const [params, setParams] = useSearchParams();
  const query = params.toString();
  const filters = useMemo(() => {
    const given = new URLSearchParams(query);
    return Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, given.get(name) ?? value])) as Filters; // the entries keep the keys of the defaults
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- defaults are written in place and never change
  }, [query]);

  const setFilter = useCallback(
    (change: Partial<Filters>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value === defaults[name] || value === undefined) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- defaults are written in place and never change
    [setParams],
  );
  return [filters, setFilter] as const;
}
