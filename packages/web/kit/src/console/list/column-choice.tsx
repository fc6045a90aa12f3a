import { useTranslation } from 'react-i18next';
import { DropPanel } from '../drop-panel.js';
import type { Table } from './use-table.js';

/** Which columns a table shows; kept for this person on this device. `<ColumnChoice table={table} />` */
export function ColumnChoice<Row>({ table }: { table: Table<Row> }) {
  const { t } = useTranslation('kit');
  return (
    <span className="column-button">
      <DropPanel icon="columns" label={t('table.columns')}>
        {() => (
          <fieldset className="column-choice">
            <legend className="sr-only">{t('table.columns')}</legend>
            {table.choices.map(({ column, isShown }) => (
              <label key={column.key}>
                <input
                  type="checkbox"
                  className="tick"
                  checked={isShown}
                  disabled={column.isFixed}
                  onChange={(event) => table.show(column.key, event.target.checked)}
                />
                {column.title}
              </label>
            ))}
          </fieldset>
        )}
      </DropPanel>
    </span>
  );
}
