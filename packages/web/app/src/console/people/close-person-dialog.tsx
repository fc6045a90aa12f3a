import { useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, RefusingForm } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { ClosePersonDocument } from './people.documents.js';

type ClosePersonDialogProps = { person: { id: string; version: number; name: string | null }; onClose: () => void };

/** Asks once more before an account is closed: its owner is signed out everywhere and stays so. */
export function ClosePersonDialog({ person: { id, version, name }, onClose }: ClosePersonDialogProps) {
  const { t } = useTranslation();
  const close = useRefusingMutation(ClosePersonDocument, (data) => data.closePerson, { refetch: ['Person'] });
  return (
    <Dialog title={t('people.closeWhose', { name: name ?? t('people.unnamed') })} isOpen onClose={onClose}>
      <RefusingForm
        label={t('people.close')}
        submit={t('people.close')}
        cancel={
          <Button tone="bare" onPress={onClose}>
            {t('cancel')}
          </Button>
        }
        fields={[]}
        outcome={close}
        onSubmit={async () => {
          if (await close.send({ id, version })) onClose();
        }}
      >
        <p className="step-note">{t('people.closeMeans')}</p>
      </RefusingForm>
    </Dialog>
  );
}
