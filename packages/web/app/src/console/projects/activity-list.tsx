import { useLazyQuery } from '@apollo/client/react';
import { Empty, useFormat, useLabel } from '@weixiang/kit';
import { Button, DataTable, ExportButton, Section } from '@weixiang/kit/console';
import { PhotoStrip } from '@weixiang/kit/photos';
import { useTranslation } from 'react-i18next';
import type { FullProject } from './full-project.js';
import { MoreActivitiesDocument } from './project.documents.js';

/** What the project did, latest first: visits and children are two figures, never mixed. */
export function ActivityList({ project }: { project: FullProject }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { day, number } = useFormat();
  const [fetchAll, { data, loading }] = useLazyQuery(MoreActivitiesDocument);
  const all = data?.project?.activities;
  const rows = (all ?? project.activities).edges.map(({ node }) => node);
  const total = project.activities.totalCount;
  return (
    <Section title={t('activity.title')} note={
        <>
          {t('kit:list.count', { count: total })} {total > 0 && <ExportButton ledger="activities" filter={{ project: project.id }} isSmall />}
        </>
      }>
      {rows.length === 0 ? (
        <Empty>{t('activity.none')}</Empty>
      ) : (
        <DataTable
          label={t('activity.title')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'date',
              title: t('activity.date'),
              cell: (activity) => (activity.date ? day(activity.date) : '—'),
              fold: 'tail',
            },
            {
              key: 'name',
              title: t('activity.what'),
              cell: (activity) => activity.name ?? (activity.kind ? label(activity.kind.label) : '—'),
              isClipped: true,
              fold: 'lead',
            },
            { key: 'kind', title: t('activity.kind'), cell: (activity) => (activity.kind ? label(activity.kind.label) : '—') },
            {
              key: 'visits',
              title: t('activity.visits'),
              cell: (activity) => number(activity.visits),
              isNumber: true,
              fold: 'tail',
            },
            { key: 'minors', title: t('activity.minors'), cell: (activity) => number(activity.minors), isNumber: true },
            {
              key: 'quantity',
              title: t('activity.quantity'),
              cell: (activity) =>
                activity.quantity === null ? '—' : `${number(activity.quantity)} ${activity.quantityUnit ?? ''}`,
              isNumber: true,
              fold: 'end',
            },
            {
              key: 'photos',
              title: t('kit:photo.title'),
              cell: (activity) =>
                activity.photos.edges.length === 0 ? '—' : <PhotoStrip isSmall photos={activity.photos.edges.map(({ node }) => node)} />,
            },
          ]}
        />
      )}
      {rows.length < total && (
        <p className="more">
          <Button
            isSmall
            isBusy={loading}
            onPress={() => void fetchAll({ variables: { id: project.id, first: Math.min(100, rows.length + 50) } })}
          >
            {t('kit:list.more', { count: Math.min(100, total) - rows.length })}
          </Button>
        </p>
      )}
    </Section>
  );
}
