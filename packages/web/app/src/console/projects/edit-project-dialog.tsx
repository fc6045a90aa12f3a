import { useApolloClient } from '@apollo/client/react';
import { useFormat, useRefusingMutation } from '@weixiang/kit';
import { Dialog, EditConflict, RefusingForm, TextField, useEditing, type Typed } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { useTerms } from '../vocabulary/use-terms.js';
import { listed } from '../wishes/inbox.rules.js';
import type { FullProject } from './full-project.js';
import { EditProjectDocument, PartnerNameDocument, ProjectDocument } from './project.documents.js';
import { projectFields, ProjectFields } from './project-fields.js';
import { projectModes } from './project-state.js';

const fields = ['name', ...projectFields, 'startsOn', 'endsOn'] as const;

const valuesOf = ({ name, aspect, mode, leadName, partner, plan, startsOn, endsOn }: FullProject) => ({
  name,
  aspect: aspect?.id ?? '',
  mode: mode ?? '',
  leadName: leadName ?? '',
  partner: partner?.id ?? '',
  plan: plan ?? '',
  startsOn: startsOn ?? '',
  endsOn: endsOn ?? '',
});

/** Changes what is known of a project; its state changes by steps alone. */
export function EditProjectDialog({ project, onClose }: { project: FullProject; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const edit = useRefusingMutation(EditProjectDocument, (data) => data.editProject, { refetch: ['Project'] });
  const words = useWords();
  const editing = useEditing({
    seen: { version: project.version, values: valuesOf(project) },
    async readAgain() {
      const { data } = await client.query({ query: ProjectDocument, variables: { id: project.id }, fetchPolicy: 'network-only' });
      if (!data?.project) return undefined;
      const last = data.project.history.edges[0]?.node;
      return { version: data.project.version, values: valuesOf(data.project), who: last?.actor?.name, at: last?.at };
    },
  });
  const submit = async (typed: Typed) => {
    const { text } = editing.settled(typed);
    const changed = (name: (typeof fields)[number]) => (editing.isChanged(typed, name) ? (text(name) ?? null) : undefined);
    const done = await edit.send({
      id: project.id,
      version: editing.version,
      name: text('name'),
      aspect: changed('aspect'),
      mode: listed(text('mode') ?? '', projectModes)?.[0],
      leadName: changed('leadName'),
      partner: changed('partner'),
      plan: changed('plan'),
      startsOn: changed('startsOn'),
      endsOn: changed('endsOn'),
    });
    if (done) onClose();
    else await editing.compare(edit.latest(), typed);
  };
  const labels = {
    name: t('projects.name'),
    aspect: t('projects.aspect'),
    mode: t('projects.mode'),
    leadName: t('projects.lead'),
    partner: t('projects.partner'),
    plan: t('projects.plan'),
    startsOn: t('projects.startsOn'),
    endsOn: t('projects.endsOn'),
  };
  const { refusals } = edit;
  return (
    <Dialog title={t('projects.edit')} isOpen onClose={onClose}>
      <RefusingForm label={t('projects.edit')} submit={t('save')} fields={[...fields, 'version']} outcome={edit} onSubmit={(typed) => void submit(typed)}>
        <EditConflict editing={editing} labels={labels} words={words} />
        <TextField name="name" label={labels.name} refusals={refusals} defaultValue={project.name} isRequired autoFocus />
        <ProjectFields refusals={refusals} now={valuesOf(project)} partner={project.partner} />
        <div className="pair">
          <TextField name="startsOn" label={labels.startsOn} refusals={refusals} type="date" defaultValue={project.startsOn ?? ''} />
          <TextField name="endsOn" label={labels.endsOn} refusals={refusals} type="date" defaultValue={project.endsOn ?? ''} />
        </div>
      </RefusingForm>
    </Dialog>
  );
}

/** How values read that are chosen: aspects and partners by name, modes and days in words. */
function useWords() {
  const { t } = useTranslation();
  const { day } = useFormat();
  const { cache } = useApolloClient();
  const aspects = useTerms('PROJECT_ASPECT');
  return (name: string, value: string): string => {
    if (!value) return '';
    if (name === 'aspect') return aspects.find((aspect) => aspect.value === value)?.label ?? '';
    if (name === 'mode') return t(`kit:projectMode.${value}`);
    // Whoever was chosen here was found here first.
    if (name === 'partner') return cache.readFragment({ id: cache.identify({ __typename: 'Partner', id: value }), fragment: PartnerNameDocument })?.name ?? '';
    return name === 'startsOn' || name === 'endsOn' ? day(value) : value;
  };
}
