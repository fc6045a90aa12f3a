import { useQuery } from '@apollo/client/react';
import { dotted, ErrorState, Loading, Slot, useFormat, useLabel } from '@weixiang/kit';
import { Band, Missing, PageBar } from '@weixiang/kit/portal';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ProjectPageQuery } from '../generated/graphql.js';
import { ProjectActivities } from './project-activities.js';
import { ProjectGrade } from './project-grade.js';
import { ProjectPageDocument } from './projects.documents.js';

const RoundHistory = lazy(() => import('../evaluations/round-history.js'));

type Project = NonNullable<ProjectPageQuery['project']>;

/** One project: what it is, what plugins add to it, what it has done, and how residents judged it. */
export default function ProjectPage() {
  const { t } = useTranslation('core-portal');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ProjectPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const project = data?.project;
  if (project === null) return <Missing>{t('project.missing')}</Missing>;
  if (!project) {
    return (
      <>
        <PageBar title={t('project.title')} back="/projects" />
        <div className="band">
          {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[32, 24, 56, 28, 28, 28]} />}
        </div>
      </>
    );
  }
  return (
    <>
      <PageBar title={t('project.title')} back="/projects" place={project.orgUnit?.name} tab={project.name} />
      <ProjectHead project={project} />
      <Slot name="project.page" with={{ projectId: project.id, typeName: project.typeName }} />
      {project.activities.totalCount > 0 ? <ProjectActivities activities={project.activities} /> : null}
      {project.latestRound?.grade ? <ProjectGrade round={{ ...project.latestRound, grade: project.latestRound.grade }} /> : null}
      <Suspense fallback={null}>
        <RoundHistory projectId={project.id} />
      </Suspense>
    </>
  );
}

function ProjectHead({ project }: { project: Project }) {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const labelOf = useLabel();
  const { day } = useFormat();
  const facts = [
    { name: t('project.lead'), value: project.leadName },
    { name: t('project.partner'), value: project.partner?.name },
    { name: t('project.mode'), value: project.mode ? tk(`projectMode.${project.mode}`) : undefined },
    { name: t('project.aspect'), value: project.aspect ? labelOf(project.aspect.label) : undefined },
    { name: t('project.starts'), value: project.startsOn ? day(project.startsOn) : undefined },
    { name: t('project.ends'), value: project.endsOn ? day(project.endsOn) : undefined },
  ].filter(({ value }) => value);
  return (
    <Band title={project.name} className="project-head">
      <p className="meta">{dotted(project.orgUnit?.name, tk(`projectState.${project.state}`))}</p>
      {project.plan ? <p className="plan">{project.plan}</p> : null}
      <dl className="terms">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {project.demands.nodes.map((demand) => (
        <p key={demand.id} className="meta">
          {t('project.answers', { title: demand.title, count: demand.wishCount })}
        </p>
      ))}
    </Band>
  );
}
