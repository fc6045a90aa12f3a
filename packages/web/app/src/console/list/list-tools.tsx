import { ColumnChoice, ExportButton, type Table } from '@weixiang/kit/console';
import { SavedFilters } from './saved-filters.js';
import './list.css';

type ListToolsProps<Row> = {
  /** Name of the page among saved filters: lower-case letters and hyphens. Left out where nothing is filtered. */
  page?: string;
  table: Table<Row>;
  /** The ledger that the rows are exported as, with the list's filter; left out where there is none. */
  ledger?: string;
  filter?: object;
};

/** What every list page has at the right of its filters: saved filters, columns, export. */
export function ListTools<Row>({ page, table, ledger, filter = {} }: ListToolsProps<Row>) {
  return (
    <span className="list-tools">
      {page && <SavedFilters page={page} />}
      <ColumnChoice table={table} />
      {ledger && <ExportButton ledger={ledger} filter={filter} />}
    </span>
  );
}
