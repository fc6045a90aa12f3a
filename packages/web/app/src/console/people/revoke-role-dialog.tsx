import { useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, RefusingForm } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { RevokeRoleDocument } from './people.documents.js';

/** A role that could be taken away, and the question in words. */
export type Revocable = { id: string; version: number; words: string };

/** Asks once more: a revoked right is gone with the next request. */
export function RevokeRoleDialog({ assignment, onClose }: { assignment: Revocable | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const revoke = useRefusingMutation(RevokeRoleDocument, (data) => data.revokeRole, { refetch: ['Person'] });
  if (!assignment) return null;
  return (
    <Dialog title={assignment.words} isOpen onClose={onClose}>
      <RefusingForm
        label={assignment.words}
        submit={t('people.revoke')}
        cancel={
          <Button tone="bare" onPress={onClose}>
            {t('cancel')}
          </Button>
        }
        fields={[]}
        outcome={revoke}
        onSubmit={async () => {
          if (await revoke.send({ id: assignment.id, version: assignment.version })) onClose();
        }}
      >
        <p className="step-note">{t('people.revokeMeans')}</p>
      </RefusingForm>
    </Dialog>
  );
}
