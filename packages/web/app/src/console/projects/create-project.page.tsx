import { useQuery } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { ButtonLink, ChoiceField, FieldRow, PageHead, RefusingForm, TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { UnitSelect } from '../organisation/unit-select.js';
import { useWhere } from '../shell/where.js';
import { listed } from '../wishes/inbox.rules.js';
import { ProjectFields } from './project-fields.js';
import { projectModes } from './project-state.js';
import { CreateProjectDocument, DemandOfProjectDocument } from './projects.documents.js';
import { useProjectTypes } from './use-project-types.js';

/** Opens a project, usually from the demand that it answers (`?demand=`). */
export default function CreateProjectPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { place } = useWhere();
  const demand = useSearchParams()[0].get('demand') ?? '';
  const { data } = useQuery(DemandOfProjectDocument, { variables: { id: demand }, skip: !demand });
  const types = useProjectTypes();
  const [chosen, setUnit] = useState('');
  const create = useRefusingMutation(CreateProjectDocument, (answer) => answer.createProject);
  const orgUnit = chosen || data?.demand?.orgUnit?.id || place?.id || '';
  const { refusals } = create;
  return (
    <>
      <PageHead
        title={t('projects.create')}
        crumbs={[{ label: t('nav.projects'), to: '/projects' }, { label: t('projects.create') }]}
        meta={data?.demand && t('projects.forDemand', { title: data.demand.title, count: data.demand.wishCount })}
      />
      <RefusingForm
        label={t('projects.create')}
        submit={t('projects.create')}
        cancel={
          <ButtonLink to={demand ? `/demands/${demand}` : '/projects'} tone="bare">
            {t('cancel')}
          </ButtonLink>
        }
        fields={['name', 'type', 'orgUnit', 'aspect', 'mode', 'plan', 'leadName', 'partner']}
        outcome={create}
        onSubmit={async ({ text }) => {
          const done = await create.send({
            name: text('name') ?? '',
            type: text('type') ?? '',
            orgUnit,
            aspect: text('aspect'),
            mode: listed(text('mode') ?? '', projectModes)?.[0],
            plan: text('plan'),
            leadName: text('leadName'),
            partner: text('partner'),
            demands: demand ? [demand] : undefined,
          });
          if (done?.project) await navigate(`/projects/${done.project.id}`);
        }}
      >
        <TextField
          key={data?.demand?.id}
          name="name"
          label={t('projects.name')}
          refusals={refusals}
          defaultValue={data?.demand?.title}
          isRequired
          autoFocus
        />
        <div className="pair">
          <ChoiceField
            name="type"
            label={t('projects.type')}
            hint={t('projects.typeHint')}
            refusals={refusals}
            options={types}
            isRequired
          />
          <FieldRow name="orgUnit" label={t('wish.unit')} refusals={refusals} isRequired>
            {(wiring) => <UnitSelect {...wiring} label={t('wish.unit')} value={orgUnit} within={place?.id} onPick={setUnit} />}
          </FieldRow>
        </div>
        <ProjectFields refusals={refusals} />
      </RefusingForm>
    </>
  );
}
