import { useQuery } from '@apollo/client/react';
import { Icon, tenantBase } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { ExportableLedgersDocument } from './list.documents.js';

/**
 * The table's rows as the Excel ledger that they can be imported from; absent for who may not export it.
 * @example <ExportButton ledger="wishes" filter={{ state: ['SUBMITTED'] }} />
 */
export function ExportButton({ ledger, filter, isSmall }: { ledger: string; filter: object; isSmall?: boolean }) {
  const { t } = useTranslation();
  const { data } = useQuery(ExportableLedgersDocument);
  if (!data?.exportableLedgers.includes(ledger)) return null;
  return (
    <a
      className={isSmall ? 'btn is-small' : 'btn'}
      href={`${tenantBase()}/exports/${ledger}?filter=${encodeURIComponent(JSON.stringify(filter))}`}
      download
      title={t('list.exportHint')}
    >
      <Icon name="download" />
      {t('list.export')}
    </a>
  );
}
