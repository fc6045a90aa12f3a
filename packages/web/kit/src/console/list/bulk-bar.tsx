import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { noRefusals } from '../../graphql/refusals.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { RefusingForm, type Typed } from '../refusing-form.js';
import type { RowResult, useBulk } from './use-bulk.js';

/** Something that can be done to several rows at once. */
export type BulkDeed<Row> = {
  name: string;
  label: string;
  shortcut?: string;
  tone?: 'plain' | 'grave';
  /** Why rows cannot have it done, by key; asked when somebody is about to. Those not named can. */
  reasons: (rows: readonly Row[]) => Promise<ReadonlyMap<string, string>> | ReadonlyMap<string, string>;
  /** What is asked before, once for all. */
  form?: ReactNode;
  /** What those who do it should know: that it cannot be taken back, say. */
  note?: string;
  /** Undefined while something is missing that the form itself can see. */
  run: (typed: Typed) => ((row: Row) => Promise<RowResult>) | undefined;
  /** Called when all rows are through, and again when they were taken back. */
  onDone?: () => void;
};

type BulkBarProps<Row> = {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  nameOf: (row: Row) => string;
  deeds: readonly BulkDeed<Row>[];
  bulk: ReturnType<typeof useBulk>;
  onClear: () => void;
  /** Further buttons, of deeds that have a place of their own. */
  children?: ReactNode;
};

/**
 * What can be done to the selected rows. Before: which it will be done to, and which not and why. After: what was done,
 * what was refused, row by row, and for ten seconds the way back where there is one.
 */
export function BulkBar<Row>({ rows, rowKey, nameOf, deeds, bulk, onClear, children }: BulkBarProps<Row>) {
  const { t } = useTranslation('kit');
  const [asked, setAsked] = useState<{ deed: BulkDeed<Row>; rows: readonly Row[]; reasons: ReadonlyMap<string, string> }>();
  const ask = async (deed: BulkDeed<Row>) => setAsked({ deed, rows, reasons: await deed.reasons(rows) });
  if (rows.length === 0 && !bulk.tally) return null;
  return (
    <div className="bulk" role="region" aria-label={t('bulk.label')}>
      {rows.length > 0 && (
        <>
          <b>{t('bulk.selected', { count: rows.length })}</b>
          {deeds.map((deed) => (
            <Button key={deed.name} tone={deed.tone} shortcut={deed.shortcut} onPress={() => void ask(deed)}>
              {deed.label}
            </Button>
          ))}
          {children}
          <Button tone="bare" onPress={onClear}>
            {t('bulk.clear')}
          </Button>
        </>
      )}
      <BulkResult bulk={bulk} />
      {asked && (
        <BulkDialog
          {...asked}
          rowKey={rowKey}
          nameOf={nameOf}
          bulk={bulk}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

type BulkDialogProps<Row> = Pick<BulkBarProps<Row>, 'rows' | 'rowKey' | 'nameOf' | 'bulk'> & {
  deed: BulkDeed<Row>;
  reasons: ReadonlyMap<string, string>;
  onClose: () => void;
};

function BulkDialog<Row>({ deed, rows, reasons, rowKey, nameOf, bulk, onClose }: BulkDialogProps<Row>) {
  const { t } = useTranslation('kit');
  const can = rows.filter((row) => !reasons.has(rowKey(row)));
  const cannot = rows.filter((row) => reasons.has(rowKey(row)));
  return (
    <Dialog title={t('bulk.title', { label: deed.label, count: can.length })} isOpen onClose={onClose}>
      {cannot.length > 0 && (
        <div className="bulk-cannot">
          <p>{t('bulk.cannot', { count: cannot.length })}</p>
          <ul>
            {cannot.map((row) => (
              <li key={rowKey(row)}>
                <span className="clip">{nameOf(row)}</span>
                <span className="meta">{reasons.get(rowKey(row))}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {can.length > 0 && (
        <RefusingForm
          label={deed.label}
          submit={t('bulk.go', { label: deed.label, count: can.length })}
          fields={[]}
          outcome={{ refusals: noRefusals, problem: undefined, isSending: false }}
          onSubmit={(typed) => {
            const run = deed.run(typed);
            if (!run) return;
            onClose();
            const byKey = new Map(can.map((row) => [rowKey(row), row]));
            const one = async (id: string): Promise<RowResult> => {
              const row = byKey.get(id);
              return row === undefined ? { refused: '' } : run(row);
            };
            void bulk.run(deed.label, [...byKey.keys()], one, deed.onDone);
          }}
        >
          {deed.form}
          {deed.note && <p className="meta">{deed.note}</p>}
        </RefusingForm>
      )}
    </Dialog>
  );
}

function BulkResult({ bulk }: { bulk: ReturnType<typeof useBulk> }) {
  const { t } = useTranslation('kit');
  const { tally } = bulk;
  if (!tally) return null;
  const { label, done, failed, of, isBusy, undo, isUndone } = tally;
  const why = [...new Set(failed.map((each) => each.why || t('bulk.unknown')))].join(t('bulk.andBecause'));
  return (
    <span className="meta bulk-result">
      <span role="status">
        {isBusy && t('bulk.busy', { done: done.length + failed.length, of })}
        {!isBusy && t(isUndone ? 'bulk.undone' : 'bulk.done', { label, count: done.length })}
        {!isBusy && failed.length > 0 && <span className="is-late-text">{t('bulk.failed', { count: failed.length, why })}</span>}
      </span>
      {undo.length > 0 && !isBusy && (
        <Button isSmall onPress={() => void bulk.undo()}>
          {t('bulk.undo')}
        </Button>
      )}
      {!isBusy && (
        <Button isSmall tone="bare" onPress={bulk.forget}>
          {t('bulk.forget')}
        </Button>
      )}
    </span>
  );
}
