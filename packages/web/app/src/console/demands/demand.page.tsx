import { useQuery } from '@apollo/client/react';
import { Empty, useHolds, useLabel } from '@weixiang/kit';
import { Button, ButtonLink, DataTable, Fetched, PageHead, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRecordFollow } from '../live/use-record-follow.js';
import { MissingPage } from '../missing.page.js';
import { useWishColumns } from '../wishes/wish-columns.js';
import { CloseDemand } from './close-demand.js';
import { DemandStateChip } from './demand-state.js';
import { DemandDocument } from './demands.documents.js';
import { EditDemandDialog } from './edit-demand-dialog.js';

/** One demand: the residents' words that it gathers, and the project that answers them. */
export default function DemandPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const label = useLabel();
  const holds = useHolds();
  const [isEditing, setEditing] = useState(false);
  const columns = useWishColumns().filter(({ isSpare }) => !isSpare);
  const result = useQuery(DemandDocument, { variables: { id } });
  useRecordFollow(id, result.refetch);
  return (
    <Fetched result={result}>
      {({ demand }) =>
        demand ? (
          <>
            <PageHead
              title={demand.title}
              crumbs={[{ label: t('nav.demands'), to: '/demands' }, { label: t('numberOf', { number: demand.number }) }]}
              beside={<DemandStateChip state={demand.state} />}
              facts={[
                [t('wish.unit'), demand.orgUnit?.name],
                [t('wish.category'), demand.category && label(demand.category.label)],
                [
                  t('nav.projects'),
                  demand.project && (
                    <Link className="link" to={`/projects/${demand.project.id}`}>
                      {demand.project.name}
                    </Link>
                  ),
                ],
              ]}
              actions={
                <>
                  {demand.state !== 'CLOSED' && holds('demand.manage') && (
                    <Button icon="write" onPress={() => setEditing(true)}>
                      {t('demands.edit')}
                    </Button>
                  )}
                  <CloseDemand demand={demand} />
                  {!demand.project && holds('project.create') && (demand.state === 'OPEN' || demand.state === 'LISTED') && (
                    <ButtonLink tone="main" icon="add" to={`/projects/new?demand=${demand.id}`}>
                      {t('demands.openProject')}
                    </ButtonLink>
                  )}
                </>
              }
            />
            <Section
              title={t('demands.wishes')}
              note={t('demands.wishCount', { count: demand.wishCount, shown: demand.wishCount })}
            >
              {demand.wishes.edges.length === 0 ? (
                <Empty action={<ButtonLink to="/wishes?state=ACCEPTED">{t('demands.toWishes')}</ButtonLink>}>
                  {t('demands.noWishes')}
                </Empty>
              ) : (
                <DataTable
                  label={t('demands.wishes')}
                  columns={columns}
                  rows={demand.wishes.edges.map(({ node }) => node)}
                  rowKey={(wish) => wish.id}
                />
              )}
            </Section>
            {isEditing && <EditDemandDialog demand={demand} onClose={() => setEditing(false)} />}
          </>
        ) : (
          <MissingPage />
        )
      }
    </Fetched>
  );
}
