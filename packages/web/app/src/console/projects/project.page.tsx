import { useQuery } from '@apollo/client/react';
import { Slot, useHolds, useLabel, useSession } from '@weixiang/kit';
import { Button, compactDays, Fetched, PageHead, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { HistoryList } from '../history/history-list.js';
import { useRecordFollow } from '../live/use-record-follow.js';
import { MissingPage } from '../missing.page.js';
import { ActivityList } from './activity-list.js';
import { AgreementTerms } from './agreement-terms.js';
import { EditProjectDialog } from './edit-project-dialog.js';
import { FourSteps } from './four-steps.js';
import { PartnerFacts } from './partner-facts.js';
import { ProjectLife } from './project-life.js';
import { ProjectStateChip } from './project-state.js';
import { ProjectDocument } from './project.documents.js';
import { PublishProjectButton } from './publish-project-button.js';
import { RecordDialog, type RecordKind } from './record-dialog.js';
import { RoundList } from './round-list.js';
import './project.css';

/** One project in its four steps: what it answers, its life and next steps, what was agreed, done and how it was graded. */
export default function ProjectPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const label = useLabel();
  const holds = useHolds();
  const { viewer } = useSession();
  const [isEditing, setEditing] = useState(false);
  const [record, setRecord] = useState<RecordKind>();
  const result = useQuery(ProjectDocument, { variables: { id } });
  useRecordFollow(id, result.refetch);
  return (
    <Fetched result={result} lines={[32, 24, 56, 200, 96]}>
      {({ project }) =>
        project ? (
          <>
            <PageHead
              title={project.name}
              crumbs={[{ label: t('nav.projects'), to: '/projects' }, { label: project.code ?? t('projects.noCode') }]}
              beside={<ProjectStateChip state={project.state} />}
              facts={[
                [t('projects.type'), label(project.typeLabel)],
                [t('projects.aspect'), project.aspect && label(project.aspect.label)],
                [t('projects.mode'), project.mode && t(`kit:projectMode.${project.mode}`)],
                [t('projects.lead'), project.lead?.name ?? project.leadName],
                [
                  t('wish.unit'),
                  project.orgUnit && (
                    <Link className="link" to={`/units/${project.orgUnit.id}`}>
                      {project.orgUnit.name}
                    </Link>
                  ),
                ],
                [t('projects.dates'), compactDays([project.startsOn, project.endsOn].filter((on) => on !== null)).join('–')],
              ]}
              actions={
                <>
                  {(holds('project.edit') || (project.lead && project.lead.id === viewer.person?.id)) && (
                    <Button icon="write" onPress={() => setEditing(true)}>
                      {t('projects.edit')}
                    </Button>
                  )}
                  {!project.isPublic && holds('project.publish') && <PublishProjectButton project={project} />}
                  {holds('activity.record') && (
                    <Button tone="main" icon="add" onPress={() => setRecord('activity')}>
                      {t('activity.record')}
                    </Button>
                  )}
                </>
              }
            />
            <FourSteps project={project} />
            <ProjectLife project={project} />
            <AgreementTerms project={project} onRecord={holds('agreement.record') ? () => setRecord('agreement') : undefined} />
            <div className="cols three">
              <RoundList project={project} onRecord={holds('evaluation.record') ? () => setRecord('round') : undefined} />
              <ActivityList project={project} />
              <div>
                <PartnerFacts project={project} />
                <Section title={t('history.title')}>
                  <HistoryList entries={project.history.edges.map(({ node }) => node)} steps={project.workflow.steps} />
                </Section>
              </div>
            </div>
            <Slot name="project.page" with={{ projectId: project.id, typeName: project.type }} />
            {isEditing && <EditProjectDialog project={project} onClose={() => setEditing(false)} />}
            <RecordDialog kind={record} project={project} onClose={() => setRecord(undefined)} />
          </>
        ) : (
          <MissingPage />
        )
      }
    </Fetched>
  );
}
