import { dotted } from '@weixiang/kit';
import { Row } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { gradeClass } from './grade.rules.js';
import type { ProjectRowFragment } from '../generated/graphql.js';

/** One project to open: where it runs and who leads it, and the grade residents gave it last. */
export function ProjectRow({ project }: { project: ProjectRowFragment }) {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const grade = project.latestRound?.grade;
  return (
    <Row
      to={`/projects/${project.id}`}
      name={project.name}
      about={dotted(
        project.orgUnit?.name,
        project.leadName ? t('project.ledBy', { who: project.leadName }) : undefined,
        tk(`projectState.${project.state}`),
      )}
      standing={grade ? <span className={gradeClass(grade)}>{tk(`grade.${grade}`)}</span> : undefined}
    />
  );
}
