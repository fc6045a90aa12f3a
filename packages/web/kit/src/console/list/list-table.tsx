import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable, type Column, type RowGroup } from '../data-table.js';
import { Dialog } from '../dialog.js';
import { KeyWords, useKeys, type KeyHint } from '../keys.js';
import { BulkBar, type BulkDeed } from './bulk-bar.js';
import { useBulk } from './use-bulk.js';
import { useRows } from './use-rows.js';
import type { Table } from './use-table.js';

type ListTableProps<Row> = {
  /** What the table lists, for those who do not see it. */
  label: string;
  table: Table<Row>;
  rows?: readonly Row[];
  groups?: readonly RowGroup<Row>[];
  rowKey: (row: Row) => string;
  /** Where Enter leads; rows without a page of their own lead nowhere. */
  hrefOf?: (row: Row) => string | undefined;
  /** What a row is called, for those who select it unseen. */
  nameOf?: (row: Row) => string;
  /** What can be done to several rows; without any, rows are not selected. */
  deeds?: readonly BulkDeed<Row>[];
  /** What stands in place of the table without any row; what was just done to the last of them can still be taken back below it. */
  empty?: ReactNode;
  className?: string;
};

/**
 * The table of a list page: chosen columns, sorted heads, rows by keyboard (j and k or the arrows, space selects, Enter
 * opens, ? shows the keys), and what can be done to the selected ones.
 * @example <ListTable label="需求" table={table} rows={demands} rowKey={({ id }) => id} hrefOf={({ id }) => `/demands/${id}`} />
 */
export function ListTable<Row>({ label, table, rows, groups, rowKey, hrefOf, nameOf = rowKey, deeds = [], empty, className }: ListTableProps<Row>) {
  const { t } = useTranslation('kit');
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const all = groups ? groups.flatMap((group) => group.rows) : (rows ?? []);
  const marked = useRows(all.map(rowKey), { focus: 'a.row' });
  const bulk = useBulk();
  const canSelect = deeds.length > 0;
  const selected = all.filter((row) => marked.selected.includes(rowKey(row)));

  const open = () => {
    const row = all.find((each) => rowKey(each) === marked.current);
    const href = row && hrefOf?.(row);
    if (href) void navigate(href);
  };
  const toggle = () => marked.current && marked.toggle(marked.current);
  useKeys({
    j: marked.next,
    k: marked.previous,
    '?': () => setHelpOpen(true),
    // Until a row has the ring, arrows, space and Enter are the page's own.
    ...(marked.current && {
      ArrowDown: marked.next,
      ArrowUp: marked.previous,
      Escape: () => (selected.length > 0 ? marked.clear() : marked.go(undefined)),
      ...(hrefOf && { Enter: open }),
      ...(canSelect && { ' ': toggle, x: toggle }),
    }),
  });

  const ticks: Column<Row> = {
    key: 'tick',
    title: (
      <input
        type="checkbox"
        className="tick"
        aria-label={t('bulk.tickAll')}
        checked={all.length > 0 && selected.length === all.length}
        onChange={marked.tickAll}
      />
    ),
    cell: (row) => (
      <input
        type="checkbox"
        className="tick"
        aria-label={t('bulk.tick', { name: nameOf(row) })}
        checked={marked.selected.includes(rowKey(row))}
        onClick={(event) => event.stopPropagation()}
        onChange={() => marked.toggle(rowKey(row))}
      />
    ),
    className: 'sel',
    fold: 'tail',
  };
  return (
    <>
      {all.length === 0 && empty}
      {(all.length > 0 || !empty) && (
        <DataTable
          label={label}
          className={className}
          columns={canSelect ? [ticks, ...table.columns] : table.columns}
          rows={rows}
          groups={groups}
          rowKey={rowKey}
          sorting={table}
          isSelected={canSelect ? (row) => marked.selected.includes(rowKey(row)) : undefined}
          rowClass={(row) =>
            [marked.selected.includes(rowKey(row)) && 'is-on', rowKey(row) === marked.current && 'is-here'].filter(Boolean).join(' ') ||
            undefined
          }
        />
      )}
      {canSelect && <BulkBar rows={selected} rowKey={rowKey} nameOf={nameOf} deeds={deeds} bulk={bulk} onClear={marked.clear} />}
      <TableKeys isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} canOpen={hrefOf !== undefined} canSelect={canSelect} />
    </>
  );
}

function TableKeys({ isOpen, onClose, canOpen, canSelect }: { isOpen: boolean; onClose: () => void; canOpen: boolean; canSelect: boolean }): ReactNode {
  const { t } = useTranslation('kit');
  const hints: KeyHint[] = [
    { keys: ['J', 'K'], label: t('keys.move') },
    { keys: ['↓', '↑'], label: t('keys.moveOn') },
    ...(canSelect ? [{ keys: ['␣'], label: t('keys.select') }] : []),
    ...(canOpen ? [{ keys: ['Enter'], label: t('keys.open') }] : []),
    { keys: ['Esc'], label: t('keys.leave') },
    { keys: ['?'], label: t('keys.all') },
  ];
  return (
    <Dialog title={t('keys.all')} isOpen={isOpen} onClose={onClose}>
      <div className="all-keys">
        {hints.map((hint) => (
          <KeyWords key={hint.label} {...hint} />
        ))}
      </div>
    </Dialog>
  );
}
