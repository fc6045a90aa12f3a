import { Empty } from '@weixiang/kit';
import { Band } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HomePageQuery } from '../generated/graphql.js';
import { NoticeRow } from '../notices/notice-row.js';
import { ProjectRow } from '../projects/project-row.js';
import { WishCard } from '../wishes/wish-card.js';

/**
 * The newest wishes of the wall, or the invitation to write the first. Where none of them is answered yet, one that was
 * stands last: what the page promises is seen to be kept.
 */
export function LatestWishes({ wall, answered }: { wall: HomePageQuery['wall']; answered: HomePageQuery['wall']['nodes'][number] | undefined }) {
  const { t } = useTranslation('core-portal');
  if (wall.nodes.length === 0) {
    return (
      <Band title={t('home.wall.title')}>
        <Empty
          action={
            <Link className="btn" to="/wishes/new">
              {t('home.make')}
            </Link>
          }
        >
          {t('home.wall.empty')}
        </Empty>
      </Band>
    );
  }
  const isKept = wall.nodes.some(({ lastAnswer }) => lastAnswer);
  const shown = answered && !isKept ? [...wall.nodes.slice(0, 2), answered] : wall.nodes;
  return (
    <Band title={t('home.wall.title')} aside={<Link to="/wishes">{t('home.wall.all', { count: wall.totalCount })}</Link>}>
      {shown.map((wish) => (
        <WishCard key={wish.id} wish={wish} />
      ))}
    </Band>
  );
}

/** A few of the projects nearby. */
export function LatestProjects({ projects }: { projects: HomePageQuery['projects'] }) {
  const { t } = useTranslation('core-portal');
  const hasAny = projects.nodes.length > 0;
  return (
    <Band
      title={t('home.projects.title')}
      aside={hasAny ? <Link to="/projects">{t('home.projects.all', { count: projects.totalCount })}</Link> : null}
    >
      {projects.nodes.map((project) => (
        <ProjectRow key={project.id} project={project} />
      ))}
      {hasAny ? null : <Empty>{t('home.projects.empty')}</Empty>}
    </Band>
  );
}

/** The newest notices. */
export function LatestNotices({ notices }: { notices: HomePageQuery['notices'] }) {
  const { t } = useTranslation('core-portal');
  const hasAny = notices.nodes.length > 0;
  return (
    <Band title={t('home.notices.title')} aside={hasAny ? <Link to="/notices">{t('home.notices.all')}</Link> : null}>
      {notices.nodes.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
      {hasAny ? null : <Empty>{t('home.notices.empty')}</Empty>}
    </Band>
  );
}
