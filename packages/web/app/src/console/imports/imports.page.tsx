import { useQuery } from '@apollo/client/react';
import { Empty, useFormat } from '@weixiang/kit';
import { Fetched, FilterBar, ListTable, More, PageHead, RowLink, Section, useTable, type Column } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { ImportsQuery } from '../generated/graphql.js';
import { ListTools } from '../list/list-tools.js';
import { EarlierExports } from './earlier-exports.js';
import { ImportStateChip } from './import-state.js';
import { ImportsDocument } from './imports.documents.js';
import { useLedgers } from './use-ledgers.js';
import { UploadLedger } from './upload-ledger.js';
import './imports.css';

type EarlierImport = ImportsQuery['imports']['edges'][number]['node'];

/** Bring a ledger in, and see what became of earlier ones. */
export default function ImportsPage() {
  const { t } = useTranslation();
  const { ledgers, nameOf } = useLedgers();
  const table = useTable('imports', useImportColumns(nameOf));
  const result = useQuery(ImportsDocument, { variables: { first: 50 }, fetchPolicy: 'cache-and-network' });
  return (
    <>
      <PageHead title={t('nav.imports')} meta={t('imports.meta')} />
      {ledgers.length > 0 ? <UploadLedger /> : <p className="note-line">{t('imports.notYours')}</p>}
      <Section title={t('imports.earlier')}>
        <FilterBar
          count={result.data && t('kit:list.count', { count: result.data.imports.totalCount })}
          tools={<ListTools table={table} />}
        />
        <Fetched result={result}>
          {({ imports }) =>
            imports.edges.length === 0 ? (
              <Empty>{t('imports.none')}</Empty>
            ) : (
              <>
                <ListTable
                  label={t('imports.earlier')}
                  table={table}
                  hrefOf={({ id }) => `/imports/${id}`}
                  nameOf={({ ledger }) => nameOf(ledger)}
                  rows={imports.edges.map(({ node }) => node)}
                  rowKey={({ id }) => id}
                />
                <More
                  shown={imports.edges.length}
                  total={imports.totalCount}
                  hasNext={imports.pageInfo.hasNextPage}
                  onMore={() => result.fetchMore({ variables: { after: imports.pageInfo.endCursor } })}
                />
              </>
            )
          }
        </Fetched>
      </Section>
      <EarlierExports nameOf={nameOf} />
    </>
  );
}

function useImportColumns(nameOf: (ledger: string) => string): Column<EarlierImport>[] {
  const { t } = useTranslation();
  const { day, time, number } = useFormat();
  return [
    {
      key: 'on',
      title: t('imports.startedAt'),
      cell: (each) => `${day(each.createdAt)} ${time(each.createdAt)}`,
      fold: 'tail',
    },
    {
      key: 'ledger',
      title: t('imports.ledger'),
      cell: (each) => <RowLink to={`/imports/${each.id}`}>{nameOf(each.ledger)}</RowLink>,
      isFixed: true,
      fold: 'lead',
    },
    { key: 'file', title: t('imports.file'), cell: (each) => each.fileName ?? '—', isClipped: true },
    { key: 'who', title: t('imports.who'), cell: (each) => each.startedBy?.name ?? '—' },
    { key: 'accepted', title: t('imports.accepted'), cell: (each) => number(each.accepted), isNumber: true },
    { key: 'unchanged', title: t('imports.unchanged'), cell: (each) => number(each.unchanged), isNumber: true },
    {
      key: 'rejected',
      title: t('imports.rejected'),
      cell: (each) => (
        <span className={each.rejectedCount > 0 ? 'is-late-text' : undefined}>{number(each.rejectedCount)}</span>
      ),
      isNumber: true,
      fold: 'tail',
    },
    {
      key: 'state',
      title: t('wish.state'),
      cell: (each) => <ImportStateChip state={each.state} isDryRun={each.isDryRun} />,
      fold: 'end',
    },
  ];
}
