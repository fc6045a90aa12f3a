import { useQuery } from '@apollo/client/react';
import { Empty, ErrorState, Loading } from '@weixiang/kit';
import { LoadMore, PageBar, Sieve, useFreshness } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePlace } from '../place/place.js';
import '../styles/projects.css';
import { Catalogue, catalogueFilter } from './catalogue.js';
import { ProjectRow } from './project-row.js';
import { ProjectsPageDocument } from './projects.documents.js';

// What a resident would look for; the steps before a project runs are the staff's.
const shownStates = ['RESOURCING', 'AGREED', 'RUNNING', 'COMPLETION_REVIEW', 'CLOSED', 'BRAND'] as const;

/** The catalogue of projects (项目丛林), searched and sifted in the address. */
export default function ProjectsPage() {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const { place } = usePlace();
  const [query] = useSearchParams();
  const search = query.get('q') ?? '';
  const state = shownStates.find((each) => each === query.get('state'));
  const filter = { ...catalogueFilter(query), ...(search ? { search } : {}), ...(state ? { state: [state] } : {}), ...(place ? { within: place.id } : {}) };
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ProjectsPageDocument, {
    ...useFreshness(),
    notifyOnNetworkStatusChange: true,
    variables: { filter },
  });
  const projects = (data ?? previousData)?.projects;
  const isStale = !data && previousData !== undefined;

  return (
    <>
      <PageBar title={t('tab.projects')} place={place?.name} />
      <div className="band">
        <Sieve label={t('projects.search')} states={shownStates.map((each) => ({ value: each, label: tk(`projectState.${each}`) }))} />
        <Catalogue filter={filter} />
      </div>
      <div className="band">
        {projects ? null : error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[52, 52, 52, 52, 52, 52]} />}
        {projects?.nodes.length === 0 ? <Empty>{query.size > 0 ? t('projects.none') : t('home.projects.empty')}</Empty> : null}
        {projects && projects.nodes.length > 0 ? (
          <div aria-busy={isStale} className={isStale ? 'rows is-stale' : 'rows'}>
            {projects.nodes.map((project) => (
              <ProjectRow key={project.id} project={project} />
            ))}
            <LoadMore
              shown={projects.nodes.length}
              total={projects.totalCount}
              isLoading={loading}
              more={projects.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: projects.pageInfo.endCursor } }) : undefined}
            />
          </div>
        ) : null}
      </div>
    </>
  );
}
