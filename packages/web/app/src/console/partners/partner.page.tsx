import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds, useLabel, useSession } from '@weixiang/kit';
import { Button, DataTable, Fetched, PageHead, RowLink, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MissingPage } from '../missing.page.js';
import { ProjectStateChip } from '../projects/project-state.js';
import { EditPartnerDialog } from './edit-partner-dialog.js';
import { PartnerRepresentatives } from './partner-representatives.js';
import { PartnerStateChip } from './partner-state.js';
import { PartnerSteps } from './partner-steps.js';
import { PartnerDocument } from './partners.documents.js';

/** One partner: who they are, what they signed, what they deliver and how it was graded. */
export default function PartnerPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { viewer } = useSession();
  const holds = useHolds();
  const [isEditing, setEditing] = useState(false);
  const label = useLabel();
  const { day, month } = useFormat();
  const result = useQuery(PartnerDocument, { variables: { id, today: viewer.today } });
  return (
    <Fetched result={result}>
      {({ partner }) =>
        partner ? (
          <>
            <PageHead
              title={partner.name}
              crumbs={[{ label: t('nav.partners'), to: '/partners' }, { label: partner.creditCode ?? partner.name }]}
              beside={<PartnerStateChip state={partner.state} />}
              facts={[
                [t('partners.creditCode'), partner.creditCode],
                [t('partners.kind'), partner.kindLabel && label(partner.kindLabel)],
                [t('partners.category'), partner.category],
                [t('partners.direction'), partner.direction],
                [t('partners.contactName'), partner.contactName],
                [t('partners.contactPhone'), partner.contactPhone],
                [t('partners.admittedOn'), partner.admittedOn && day(partner.admittedOn)],
                [t('partners.removedOn'), partner.removedOn && day(partner.removedOn)],
              ]}
              actions={
                holds('partner.admit') && (
                  <Button icon="write" onPress={() => setEditing(true)}>
                    {t('partners.edit')}
                  </Button>
                )
              }
            />
            {partner.availableSteps.length > 0 && (
              <Section title={t('step.next')}>
                <PartnerSteps partner={partner} />
              </Section>
            )}
            <PartnerRepresentatives partner={partner} />
            <div className="cols halves">
              <Section title={t('nav.projects')} note={t('kit:list.count', { count: partner.projects.totalCount })}>
                {partner.projects.edges.length === 0 ? (
                  <Empty>{t('partners.noProjects')}</Empty>
                ) : (
                  <DataTable
                    label={t('nav.projects')}
                    rows={partner.projects.edges.map(({ node }) => node)}
                    rowKey={(project) => project.id}
                    columns={[
                      {
                        key: 'name',
                        title: t('projects.name'),
                        cell: (project) => <RowLink to={`/projects/${project.id}`}>{project.name}</RowLink>,
                        isClipped: true,
                        fold: 'lead',
                      },
                      {
                        key: 'grade',
                        title: t('projects.latestGrade'),
                        cell: (project) =>
                          project.latestRound
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
                )}
              </Section>
              <Section title={t('nav.agreements')} note={t('kit:list.count', { count: partner.agreements.totalCount })}>
                {partner.agreements.edges.length === 0 ? (
                  <Empty>{t('partners.noAgreements')}</Empty>
                ) : (
                  <DataTable
                    label={t('nav.agreements')}
                    rows={partner.agreements.edges.map(({ node }) => node)}
                    rowKey={(agreement) => agreement.id}
                    columns={[
                      { key: 'on', title: t('agreement.signedOn'), cell: (agreement) => day(agreement.signedOn), fold: 'tail' },
                      {
                        key: 'project',
                        title: t('projects.name'),
                        cell: (agreement) =>
                          agreement.project ? (
                            <RowLink to={`/projects/${agreement.project.id}`}>{agreement.project.name}</RowLink>
                          ) : (
                            '—'
                          ),
                        isClipped: true,
                        fold: 'lead',
                      },
                    ]}
                  />
                )}
              </Section>
            </div>
            {isEditing && <EditPartnerDialog partner={partner} onClose={() => setEditing(false)} />}
          </>
        ) : (
          <MissingPage />
        )
      }
    </Fetched>
  );
}
