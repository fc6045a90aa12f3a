import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../session/session.js';
import type { Column } from '../data-table.js';

/** A list page's table: which columns this person wants, and how it is sorted. */
export type Table<Row> = {
  /** Those that stand in the table. */
  columns: readonly Column<Row>[];
  /** Every column with whether it is shown. */
  choices: readonly { column: Column<Row>; isShown: boolean }[];
  show: (key: string, isShown: boolean) => void;
  /** The list's own sort as the server calls it; undefined for the list's default. */
  sort: string | undefined;
  sortBy: (sort: string | undefined) => void;
};

/**
 * What a table remembers. The sort lives in the URL with the filters, since it belongs to what is looked at; the choice of
 * columns lives in this browser for this person, since it belongs to the screen: a telephone wants others than a desk.
 * @example const table = useTable('demands', columns); useQuery(…, { variables: { sort: table.sort } })
 */
export function useTable<Row>(name: string, columns: readonly Column<Row>[]): Table<Row> {
  const { tenant, viewer } = useSession();
  const keptAs = `weixiang.columns.${tenant.slug}.${viewer.person?.id ?? ''}.${name}`;
  const [chosen, setChosen] = useState(() => recall(keptAs));
  const [params, setParams] = useSearchParams();
  const isShown = ({ key, isFixed, isSpare }: Column<Row>) => isFixed || (chosen[key] ?? !isSpare);
  const known = columns.flatMap(({ sort }) => [sort?.ascending, sort?.descending]);
  const asked = params.get('sort') ?? undefined;
  return {
    columns: columns.filter(isShown),
    choices: columns.map((column) => ({ column, isShown: isShown(column) })),
    show(key, shown) {
      const next = { ...chosen, [key]: shown };
      setChosen(next);
      keep(keptAs, next);
    },
    // What somebody typed into the address and no column sorts by would be refused as a whole.
    sort: known.includes(asked) ? asked : undefined,
    sortBy(sort) {
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (sort) next.set('sort', sort);
          else next.delete('sort');
          return next;
        },
        { replace: true },
      );
    },
  };
}

function recall(keptAs: string): Readonly<Record<string, boolean>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptAs) ?? '{}');
    return Object.fromEntries(Object.entries(Object(kept)).map(([key, shown]) => [key, shown === true]));
  } catch {
    return {};
  }
}

function keep(keptAs: string, chosen: Readonly<Record<string, boolean>>) {
  try {
    localStorage.setItem(keptAs, JSON.stringify(chosen));
  } catch {
    // Without storage the choice lasts for this visit.
  }
}
