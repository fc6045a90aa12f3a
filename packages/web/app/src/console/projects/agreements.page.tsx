import { useQuery } from '@apollo/client/react';
import { Empty, useFormat } from '@weixiang/kit';
import { ButtonLink, DataTable, Fetched, More, PageHead, RowLink } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { AgreementsDocument } from './projects.documents.js';

/** Every signed agreement, latest first. */
export default function AgreementsPage() {
  const { t } = useTranslation();
  const { day } = useFormat();
  const result = useQuery(AgreementsDocument, { variables: { first: 50 } });
  const total = result.data?.agreements.totalCount;
  return (
    <>
      <PageHead title={t('nav.agreements')} meta={total !== undefined && t('kit:list.count', { count: total })} />
      <Fetched result={result}>
        {({ agreements }) =>
          agreements.edges.length === 0 ? (
            <Empty action={<ButtonLink to="/projects">{t('agreement.toProjects')}</ButtonLink>}>{t('agreement.noneAtAll')}</Empty>
          ) : (
            <>
              <DataTable
                label={t('nav.agreements')}
                rows={agreements.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'on', title: t('agreement.signedOn'), cell: (agreement) => day(agreement.signedOn), fold: 'tail' },
                  {
                    key: 'project',
                    title: t('projects.name'),
                    cell: (agreement) =>
                      agreement.project ? (
                        <RowLink to={`/projects/${agreement.project.id}`}>{agreement.project.name}</RowLink>
                      ) : (
                        '—'
                      ),
                    className: 'half',
                    fold: 'lead',
                  },
                  {
                    key: 'partner',
                    title: t('nav.partners'),
                    cell: (agreement) =>
                      agreement.partner ? (
                        <RowLink to={`/partners/${agreement.partner.id}`}>{agreement.partner.name}</RowLink>
                      ) : (
                        '—'
                      ),
                    fold: 'tail',
                  },
                  {
                    key: 'content',
                    title: t('agreement.content'),
                    cell: (agreement) => agreement.content ?? '—',
                    className: 'half',
                  },
                  { key: 'frequency', title: t('agreement.frequency'), cell: (agreement) => agreement.frequency ?? '—' },
                ]}
              />
              <More
                shown={agreements.edges.length}
                total={agreements.totalCount}
                hasNext={agreements.pageInfo.hasNextPage}
                onMore={() => result.fetchMore({ variables: { after: agreements.pageInfo.endCursor } })}
              />
            </>
          )
        }
      </Fetched>
    </>
  );
}
