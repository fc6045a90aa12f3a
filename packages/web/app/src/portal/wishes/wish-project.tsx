import { useFormat } from '@weixiang/kit';
import { Band } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WishPageQuery } from '../generated/graphql.js';

type Project = NonNullable<NonNullable<WishPageQuery['wish']>['project']>;

/** The project that came of a wish, with what it has done and how residents judged it. */
export function WishProject({ project }: { project: Project }) {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const { number, month } = useFormat();
  const round = project.latestRound;
  return (
    <Band title={project.name} aside={<Link to={`/projects/${project.id}`}>{t('wish.seeProject')}</Link>}>
      <p className="meta">{tk(`projectState.${project.state}`)}</p>
      <dl className="facts">
        <div>
          <dt>{t('project.activities')}</dt>
          <dd>
            {number(project.activities.totalCount)} <small>{t('project.times')}</small>
          </dd>
        </div>
        {round ? (
          <div>
            <dt>{t('project.judgedIn', { month: month(round.month) })}</dt>
            <dd>
              {tk(`grade.${round.grade}`)} <small>{t('project.votes', { count: round.votes })}</small>
            </dd>
          </div>
        ) : null}
      </dl>
    </Band>
  );
}
