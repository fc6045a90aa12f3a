import { useRefusingMutation } from '@weixiang/kit';
import { Button } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { FullProject } from './full-project.js';
import { PublishProjectDocument } from './project.documents.js';

/** Shows a project to everybody before its work begins; what the server refuses is said beside it. */
export function PublishProjectButton({ project }: { project: FullProject }) {
  const { t } = useTranslation();
  const publish = useRefusingMutation(PublishProjectDocument, (data) => data.publishProject, { refetch: ['Project'] });
  const refused = publish.problem ? t(`kit:send.${publish.problem}`) : publish.refusals.all[0]?.message;
  return (
    <>
      {refused && (
        <span className="refused" role="alert">
          {refused}
        </span>
      )}
      <Button isBusy={publish.isSending} onPress={() => void publish.send({ id: project.id, version: project.version })}>
        {t('projects.publish')}
      </Button>
    </>
  );
}
