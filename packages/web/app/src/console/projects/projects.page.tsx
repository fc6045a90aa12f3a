import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds, useLabel } from '@weixiang/kit';
import {
  ButtonLink,
  Fetched,
  FilterBar,
  FilterSearch,
  ListTable,
  More,
  PageHead,
  Pick,
  RowLink,
  useTable,
  useUrlFilters,
  type Column,
} from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '../organisation/unit-select.js';
import type { ProjectsQuery } from '../generated/graphql.js';
import { projectSorts } from '../list/sorts.js';
import { ListTools } from '../list/list-tools.js';
import { useWhere } from '../shell/where.js';
import { listed } from '../wishes/inbox.rules.js';
import { ProjectStateChip, projectStates } from './project-state.js';
import { ProjectsDocument } from './projects.documents.js';
import { useCatalogue } from './use-catalogue.js';
import { useProjectDeeds } from './use-project-deeds.js';

type Project = ProjectsQuery['projects']['edges'][number]['node'];

/** The catalogue (项目丛林): all projects by level, aspect, type and state, with how many are behind each choice. */
export default function ProjectsPage() {
  const { t } = useTranslation();
  const holds = useHolds();
  const { within } = useWhere();
  const [filters, setFilter] = useUrlFilters({ level: '', aspect: '', type: '', state: '', unit: '', search: '' });
  const filter = {
    within: filters.unit || within,
    level: filters.level || undefined,
    aspect: filters.aspect || undefined,
    type: filters.type ? [filters.type] : undefined,
    state: listed(filters.state, projectStates),
    search: filters.search || undefined,
  };
  const choices = useCatalogue(filter);
  const deeds = useProjectDeeds();
  const table = useTable('projects', useProjectColumns());
  const result = useQuery(ProjectsDocument, {
    variables: { first: 50, filter, sort: listed(table.sort ?? '', projectSorts)?.[0] },
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
      <FilterBar
        count={result.data && t('kit:list.count', { count: result.data.projects.totalCount })}
        tools={<ListTools page="projects" table={table} ledger="projects" filter={filter} />}
      >
        <Pick label={t('projects.level')} value={filters.level} options={choices.level} onPick={(level) => setFilter({ level })} />
        <Pick label={t('projects.aspect')} value={filters.aspect} options={choices.aspect} onPick={(aspect) => setFilter({ aspect })} />
        <Pick label={t('projects.type')} value={filters.type} options={choices.type} onPick={(type) => setFilter({ type })} />
        <Pick label={t('wish.state')} value={filters.state} options={choices.state} onPick={(state) => setFilter({ state })} />
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
        {({ projects }) => (
          <>
            <ListTable
              label={t('nav.projects')}
              table={table}
              hrefOf={({ id }) => `/projects/${id}`}
              nameOf={({ name }) => name}
              rows={projects.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              deeds={deeds}
              empty={<Empty action={<ButtonLink to="/demands">{t('projects.toDemands')}</ButtonLink>}>{t('projects.none')}</Empty>}
            />
            <More
              shown={projects.edges.length}
              total={projects.totalCount}
              hasNext={projects.pageInfo.hasNextPage}
              onMore={() => result.fetchMore({ variables: { after: projects.pageInfo.endCursor } })}
            />
          </>
        )}
      </Fetched>
    </>
  );
}

function useProjectColumns(): Column<Project>[] {
  const { t } = useTranslation();
  const label = useLabel();
  const { day, month, percent } = useFormat();
  return [
    {
      key: 'code',
      title: t('number'),
      cell: (project) => project.code ?? '—',
      sort: { ascending: 'CODE', descending: 'CODE_LAST' },
    },
    {
      key: 'name',
      title: t('projects.name'),
      cell: (project) => <RowLink to={`/projects/${project.id}`}>{project.name}</RowLink>,
      isFixed: true,
      sort: { ascending: 'NAME' },
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
      key: 'partner',
      title: t('projects.partner'),
      cell: (project) => project.partner?.name ?? '—',
      className: 'unit',
      isSpare: true,
    },
    {
      key: 'mode',
      title: t('projects.mode'),
      cell: (project) => (project.mode ? t(`kit:projectMode.${project.mode}`) : '—'),
      isSpare: true,
    },
    {
      key: 'startsOn',
      title: t('projects.startsOn'),
      cell: (project) => (project.startsOn ? day(project.startsOn) : '—'),
      isSpare: true,
    },
    {
      key: 'grade',
      title: t('projects.latestGrade'),
      cell: ({ latestRound }) =>
        latestRound?.grade
          ? [month(latestRound.month), t(`kit:grade.${latestRound.grade}`), latestRound.satisfaction === null ? '' : percent(latestRound.satisfaction)].join(' ')
          : '—',
    },
    {
      key: 'state',
      title: t('wish.state'),
      cell: (project) => <ProjectStateChip state={project.state} />,
      fold: 'end',
    },
  ];
}
