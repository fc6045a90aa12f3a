import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useLabel, useSession } from '@weixiang/kit';
import { ButtonLink, DataTable, Fetched, RowLink, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { ProjectStateChip } from '../projects/project-state.js';
import { ProjectsDocument } from '../projects/projects.documents.js';
import { useWhere } from '../shell/where.js';

/** The projects that I lead, those of the partner for which I speak, or those that my role watches over. */
export function MyProjects() {
  const { t } = useTranslation();
  const label = useLabel();
  const { month } = useFormat();
  const { place, within } = useWhere();
  const { viewer } = useSession();
  const isLead = place?.keys.includes('projectLead') ?? false;
  const partner = viewer.roles.find((role) => role.partner)?.partner;
  const result = useQuery(ProjectsDocument, {
    variables: { first: 10, filter: partner ? { partner: partner.id } : isLead ? { isMine: true } : { within } },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Section
      title={partner ? t('today.projectsOf', { partner: partner.name }) : t(isLead ? 'today.myProjects' : 'today.projects')}
      note={result.data && t('kit:list.count', { count: result.data.projects.totalCount })}
    >
      <Fetched result={result}>
        {({ projects }) =>
          projects.edges.length === 0 ? (
            <Empty action={<ButtonLink to="/projects">{t('today.seeProjects')}</ButtonLink>}>{t('today.noProjects')}</Empty>
          ) : (
            <>
              <DataTable
                label={t('nav.projects')}
                rows={projects.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    title: t('projects.name'),
                    cell: (project) => <RowLink to={`/projects/${project.id}`}>{project.name}</RowLink>,
                    isClipped: true,
                    fold: 'lead',
                  },
                  { key: 'type', title: t('projects.type'), cell: (project) => label(project.typeLabel), fold: 'tail' },
                  {
                    key: 'grade',
                    title: t('projects.latestGrade'),
                    cell: (project) =>
                      project.latestRound?.grade
                        ? `${month(project.latestRound.month)} ${t(`kit:grade.${project.latestRound.grade}`)}`
                        : '—',
                    fold: 'tail',
                  },
                  {
                    key: 'state',
                    title: t('wish.state'),
                    cell: (project) => <ProjectStateChip state={project.state} />,
                    fold: 'end',
                  },
                ]}
              />
              {projects.pageInfo.hasNextPage && (
                <p className="more">
                  <ButtonLink to="/projects">{t('today.seeProjects')}</ButtonLink>
                </p>
              )}
            </>
          )
        }
      </Fetched>
    </Section>
  );
}
