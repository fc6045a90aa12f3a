import { Dialog } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { FullProject } from './full-project.js';
import { RecordActivityForm } from './record-activity-form.js';
import { RecordAgreementForm } from './record-agreement-form.js';
import { RecordRoundForm } from './record-round-form.js';

export type RecordKind = 'activity' | 'agreement' | 'round';

const forms = { activity: RecordActivityForm, agreement: RecordAgreementForm, round: RecordRoundForm };

/** Writes down what happened to a project. */
export function RecordDialog({
  kind,
  project,
  onClose,
}: {
  kind: RecordKind | undefined;
  project: FullProject;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  if (!kind) return null;
  const Form = forms[kind];
  return (
    <Dialog title={t(`${kind}.record`)} isOpen onClose={onClose}>
      <Form project={project} onDone={onClose} />
    </Dialog>
  );
}
