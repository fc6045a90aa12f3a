import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds, useLabel } from '@weixiang/kit';
import {
  ButtonLink,
  DataTable,
  Fetched,
  FilterBar,
  FilterSearch,
  More,
  PageHead,
  Pick,
  RowLink,
  useUrlFilters,
} from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '../organisation/unit-select.js';
import { useWhere } from '../shell/where.js';
import { useTerms } from '../vocabulary/use-terms.js';
import { listed } from '../wishes/inbox.rules.js';
import { ProjectStateChip, projectStates } from './project-state.js';
import { ProjectsDocument } from './projects.documents.js';
import { useProjectTypes } from './use-project-types.js';

/** All projects of a unit, by state, type and aspect. */
export default function ProjectsPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const holds = useHolds();
  const { month, percent } = useFormat();
  const { within } = useWhere();
  const types = useProjectTypes();
  const aspects = useTerms('PROJECT_ASPECT');
  const [filters, setFilter] = useUrlFilters({ state: '', type: '', aspect: '', unit: '', search: '' });
  const result = useQuery(ProjectsDocument, {
    variables: {
      first: 50,
      filter: {
        within: filters.unit || within,
        state: listed(filters.state, projectStates),
        type: filters.type ? [filters.type] : undefined,
        aspect: filters.aspect || undefined,
        search: filters.search || undefined,
      },
    },
  });
  return (
    <>
      <PageHead
        title={t('nav.projects')}
        actions={
          holds('project.create') && (
            <ButtonLink to="/projects/new" tone="main" icon="add">
              {t('projects.create')}
            </ButtonLink>
          )
        }
      />
      <FilterBar count={result.data && t('kit:list.count', { count: result.data.projects.totalCount })}>
        <Pick
          label={t('wish.state')}
          value={filters.state}
          options={projectStates.map((value) => ({ value, label: t(`kit:projectState.${value}`) }))}
          onPick={(state) => setFilter({ state })}
        />
        <Pick label={t('projects.type')} value={filters.type} options={types} onPick={(type) => setFilter({ type })} />
        <Pick label={t('projects.aspect')} value={filters.aspect} options={aspects} onPick={(aspect) => setFilter({ aspect })} />
        <UnitSelect
          label={t('filter.unit')}
          value={filters.unit}
          within={within}
          onPick={(unit) => setFilter({ unit })}
          isFilter
        />
        <FilterSearch label={t('projects.search')} value={filters.search} onSearch={(search) => setFilter({ search })} />
      </FilterBar>
      <Fetched result={result}>
        {({ projects }) =>
          projects.edges.length === 0 ? (
            <Empty action={<ButtonLink to="/demands">{t('projects.toDemands')}</ButtonLink>}>{t('projects.none')}</Empty>
          ) : (
            <>
              <DataTable
                label={t('nav.projects')}
                rows={projects.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'code', title: t('number'), cell: (project) => project.code ?? '—' },
                  {
                    key: 'name',
                    title: t('projects.name'),
                    cell: (project) => <RowLink to={`/projects/${project.id}`}>{project.name}</RowLink>,
                    isClipped: true,
                    fold: 'lead',
                  },
                  { key: 'type', title: t('projects.type'), cell: (project) => label(project.typeLabel), fold: 'tail' },
                  {
                    key: 'aspect',
                    title: t('projects.aspect'),
                    cell: (project) => (project.aspect ? label(project.aspect.label) : '—'),
                  },
                  {
                    key: 'unit',
                    title: t('wish.unit'),
                    cell: (project) => project.orgUnit?.name ?? '—',
                    className: 'unit',
                    fold: 'tail',
                  },
                  { key: 'lead', title: t('projects.lead'), cell: (project) => project.leadName ?? '—' },
                  {
                    key: 'grade',
                    title: t('projects.latestGrade'),
                    cell: (project) =>
                      project.latestRound?.grade
                        ? [
                            month(project.latestRound.month),
                            t(`kit:grade.${project.latestRound.grade}`),
                            project.latestRound.satisfaction === null ? '' : percent(project.latestRound.satisfaction),
                          ].join(' ')
                        : '—',
                  },
                  {
                    key: 'state',
                    title: t('wish.state'),
                    cell: (project) => <ProjectStateChip state={project.state} />,
                    fold: 'end',
                  },
                ]}
              />
              <More
                shown={projects.edges.length}
                total={projects.totalCount}
                hasNext={projects.pageInfo.hasNextPage}
                onMore={() => result.fetchMore({ variables: { after: projects.pageInfo.endCursor } })}
              />
            </>
          )
        }
      </Fetched>
    </>
  );
}
