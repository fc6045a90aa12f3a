import { dotted, useFormat, useLabel } from '@weixiang/kit';
import { Band } from '@weixiang/kit/portal';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectPageQuery } from '../generated/graphql.js';

const PhotoStrip = lazy(async () => ({ default: (await import('@weixiang/kit/photos')).PhotoStrip }));

type Activities = NonNullable<ProjectPageQuery['project']>['activities'];

/** What the project has done, the latest first. */
export function ProjectActivities({ activities }: { activities: Activities }) {
  const { t } = useTranslation('core-portal');
  const labelOf = useLabel();
  const { dayNumber, shortMonth, otherYear, day, number } = useFormat();
  return (
    <Band
      title={t('project.activities')}
      aside={<span className="meta">{t('project.activityCount', { count: activities.totalCount })}</span>}
    >
      {activities.nodes.map((activity) => (
        <div key={activity.id} className="row">
          {activity.date ? (
            <time className="day" dateTime={activity.date} aria-label={day(activity.date)}>
              <b>{dayNumber(activity.date)}</b>
              {shortMonth(activity.date)}
            </time>
          ) : null}
          <div>
            <b>{activity.name ?? (activity.kind ? labelOf(activity.kind.label) : null)}</b>
            <span className="meta">
              {dotted(
                activity.date ? otherYear(activity.date) : undefined,
                activity.place,
                activity.visits > 0 ? t('project.visits', { count: activity.visits, visits: number(activity.visits) }) : undefined,
              )}
            </span>
            {activity.photos.nodes.length > 0 ? (
              <Suspense>
                <PhotoStrip photos={activity.photos.nodes} />
              </Suspense>
            ) : null}
          </div>
        </div>
      ))}
    </Band>
  );
}
