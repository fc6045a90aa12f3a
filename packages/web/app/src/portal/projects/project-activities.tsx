import { dotted, useFormat, useLabel } from '@weixiang/kit';
import { PhotoStrip } from '@weixiang/kit/photos';
import { Band } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import type { ProjectPageQuery } from '../generated/graphql.js';

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
            <PhotoStrip photos={activity.photos.nodes} />
          </div>
        </div>
      ))}
    </Band>
  );
}
