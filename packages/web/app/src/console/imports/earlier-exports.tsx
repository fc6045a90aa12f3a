import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useLabel } from '@weixiang/kit';
import { DataTable, Fetched, FilterBar, More, Section, useTable, type Column } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { LedgerExportsQuery } from '../generated/graphql.js';
import { ListTools } from '../list/list-tools.js';
import { LedgerExportsDocument } from './imports.documents.js';

type LedgerExport = LedgerExportsQuery['ledgerExports']['edges'][number]['node'];

/** What was carried away: one’s own exports, and everybody’s for who looks after the tenant. */
export function EarlierExports({ nameOf }: { nameOf: (ledger: string) => string }) {
  const { t } = useTranslation();
  const result = useQuery(LedgerExportsDocument, { variables: { first: 20 }, fetchPolicy: 'cache-and-network' });
  const table = useTable('exports', useExportColumns(nameOf));
  return (
    <Section title={t('exports.earlier')}>
      <FilterBar
        count={result.data && t('kit:list.count', { count: result.data.ledgerExports.totalCount })}
        tools={<ListTools table={table} />}
      />
      <Fetched result={result} lines={[40, 40]}>
        {({ ledgerExports }) =>
          ledgerExports.edges.length === 0 ? (
            <Empty>{t('exports.none')}</Empty>
          ) : (
            <>
              <DataTable
                label={t('exports.earlier')}
                columns={table.columns}
                rows={ledgerExports.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
              />
              <More
                shown={ledgerExports.edges.length}
                total={ledgerExports.totalCount}
                hasNext={ledgerExports.pageInfo.hasNextPage}
                onMore={() => result.fetchMore({ variables: { after: ledgerExports.pageInfo.endCursor } })}
              />
            </>
          )
        }
      </Fetched>
    </Section>
  );
}

function useExportColumns(nameOf: (ledger: string) => string): Column<LedgerExport>[] {
  const { t } = useTranslation();
  const label = useLabel();
  const { day, time, number } = useFormat();
  return [
    { key: 'on', title: t('imports.startedAt'), cell: (each) => `${day(each.createdAt)} ${time(each.createdAt)}`, fold: 'tail' },
    { key: 'ledger', title: t('imports.ledger'), cell: (each) => (each.label ? label(each.label) : nameOf(each.ledger)), isFixed: true, fold: 'lead' },
    { key: 'filter', title: t('exports.filter'), cell: (each) => filterWords(each.filter) || t('exports.unfiltered'), isClipped: true },
    { key: 'purpose', title: t('exports.purpose'), cell: (each) => each.purpose ?? '—' },
    { key: 'who', title: t('exports.who'), cell: (each) => each.exportedBy?.name ?? '—', fold: 'tail' },
    { key: 'rows', title: t('exports.rows'), cell: (each) => number(each.rows), isNumber: true, fold: 'tail' },
    {
      key: 'state',
      title: t('wish.state'),
      cell: (each) => (
        <span className={each.finishedAt ? 'chip is-done' : 'chip'}>{t(each.finishedAt ? 'exports.whole' : 'exports.partly')}</span>
      ),
      fold: 'end',
    },
  ];
}

/** A filter as it was sent; what was left open in it says nothing. */
function filterWords(filter: unknown): string {
  return Object.entries(Object(filter))
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join('、') : String(value)}`)
    .join('；');
}
