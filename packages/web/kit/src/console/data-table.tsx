import type { ReactNode } from 'react';
import { Link } from 'react-router';

export type Column<Row> = {
  key: string;
  title: ReactNode;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** The column that takes what room is left and is cut with an ellipsis. Words only, never dates. */
  isClipped?: boolean;
  className?: string;
  /** Under 720 px: lead is the first line, tail stands in the second, end at its right; without it the cell is left out. */
  fold?: 'lead' | 'tail' | 'end';
  /** How the server sorts by this column, by the names of the list's sorts. */
  sort?: { ascending?: string; descending?: string };
  /** Always there: a row without it could not be told. */
  isFixed?: boolean;
  /** Left out until somebody asks for it. */
  isSpare?: boolean;
};

/** By which of the list's sorts a table stands, and how it is asked for another; undefined is the list's own order. */
export type Sorting = { sort: string | undefined; sortBy: (sort: string | undefined) => void };

export type RowGroup<Row> = {
  key: string;
  title?: ReactNode;
  note?: ReactNode;
  rows: readonly Row[];
  /** What stands below the rows of the group: its next page. */
  foot?: ReactNode;
};

type DataTableProps<Row> = {
  /** What the table lists, for those who do not see it. */
  label: string;
  columns: readonly Column<Row>[];
  rows?: readonly Row[];
  groups?: readonly RowGroup<Row>[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
  onRow?: (row: Row) => void;
  isSelected?: (row: Row) => boolean;
  sorting?: Sorting;
  className?: string;
};

/**
 * Rows of 40 that can be grouped by what must happen next and fold to two lines on a phone.
 * @example <DataTable label="合作单位" columns={columns} rows={partners} rowKey={(p) => p.id} />
 */
export function DataTable<Row>({ label, columns, rows, groups, rowKey, rowClass, onRow, isSelected, sorting, className }: DataTableProps<Row>) {
  const parts = groups ?? [{ key: 'all', rows: rows ?? [] }];
  return (
    <table className={`tbl folds ${className ?? ''}`} aria-label={label} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              className={cellClass(column)}
              aria-sort={sorting && column.sort ? ariaSort(column, sorting) : undefined}
            >
              {sorting && column.sort ? <SortButton column={column} sorting={sorting} /> : column.title}
            </th>
          ))}
        </tr>
      </thead>
      {parts.map((part: RowGroup<Row>) => (
        <tbody key={part.key} role="rowgroup">
          {part.title && (
            <tr className="grp" role="row">
              <th colSpan={columns.length} scope="rowgroup" role="rowheader">
                <b>{part.title}</b> {part.note}
              </th>
            </tr>
          )}
          {part.rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              data-row={rowKey(row)}
              className={rowClass?.(row)}
              aria-selected={isSelected?.(row)}
              onClick={onRow && (() => onRow(row))}
            >
              {columns.map((column) => (
                <td key={column.key} role="cell" className={cellClass(column)} data-fold={column.fold} data-title={nameInFold(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          {part.foot && (
            <tr className="foot" role="row">
              <td colSpan={columns.length} role="cell">
                {part.foot}
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

function ariaSort<Row>({ sort }: Column<Row>, { sort: now }: Sorting): 'ascending' | 'descending' | 'none' {
  if (now !== undefined && now === sort?.ascending) return 'ascending';
  return now !== undefined && now === sort?.descending ? 'descending' : 'none';
}

/** First the column's first order, then its other one, then the list's own again. */
function SortButton<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting }) {
  const orders = [column.sort?.ascending, column.sort?.descending].filter((order) => order !== undefined);
  const next = orders[orders.indexOf(sorting.sort ?? '') + 1];
  const now = ariaSort(column, sorting);
  return (
    <button type="button" className="sort" onClick={() => sorting.sortBy(next)}>
      {column.title}
      <span aria-hidden="true" className={`sort-mark is-${now}`} />
    </button>
  );
}

/** Folded, a number has no head above it: its name stands before it. */
function nameInFold<Row>({ isNumber, fold, title }: Column<Row>) {
  return isNumber && fold && typeof title === 'string' ? title : undefined;
}

function cellClass<Row>(column: Column<Row>) {
  return [column.isNumber && 'num', column.isClipped && 'clip', column.className].filter(Boolean).join(' ') || undefined;
}

/** The name of a row, leading to its page. `<RowLink to="/partners/partner_01h…">亳州市第一中学</RowLink>` */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="row">
      {children}
    </Link>
  );
}
