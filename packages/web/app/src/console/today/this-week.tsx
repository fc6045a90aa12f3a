import { useQuery } from '@apollo/client/react';
import { useFormat, useLabel, useSession } from '@weixiang/kit';
import { Fetched, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWhere } from '../shell/where.js';
import { weekOf } from './this-week.rules.js';
import { ThisWeekDocument } from './today.documents.js';

/** The activities of this week, a column a day. */
export function ThisWeek() {
  const { t } = useTranslation();
  const label = useLabel();
  const { day, weekday } = useFormat();
  const { viewer } = useSession();
  const { within } = useWhere();
  const days = weekOf(viewer.today);
  const result = useQuery(ThisWeekDocument, { variables: { filter: { within, from: days[0], to: days.at(-1) } }, fetchPolicy: 'cache-and-network' });
  return (
    <Section className="week" title={t('today.week')} note={result.data && t('today.activities', { count: result.data.activities.totalCount })}>
      <Fetched result={result} lines={[80]}>
        {({ activities }) => (
          <ol>
            {days.map((date) => (
              <li key={date} className={date === viewer.today ? 'is-today' : date < viewer.today ? 'is-past' : undefined} aria-current={date === viewer.today ? 'date' : undefined}>
                <h3>
                  {date === viewer.today ? t('kit:date.today') : weekday(date)} {day(date)}
                </h3>
                {activities.edges
                  .filter(({ node }) => node.date === date)
                  .map(({ node }) => (
                    <p key={node.id}>
                      <Link className="row-link" to={node.project ? `/projects/${node.project.id}` : '/projects'}>
                        {node.name ?? (node.kind && label(node.kind.label)) ?? node.project?.name}
                      </Link>
                      <span className="meta">{t('today.visits', { count: node.visits })}</span>
                    </p>
                  ))}
              </li>
            ))}
          </ol>
        )}
      </Fetched>
    </Section>
  );
}
