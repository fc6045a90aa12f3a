import { useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, RefusingForm } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { EndEmergencyDocument } from './emergencies.documents.js';

type EndEmergencyDialogProps = { emergency: { id: string; version: number }; isOpen: boolean; onClose: () => void };

/** Asks once more before an emergency access ends. */
export function EndEmergencyDialog({ emergency, isOpen, onClose }: EndEmergencyDialogProps) {
  const { t } = useTranslation();
  const end = useRefusingMutation(EndEmergencyDocument, (data) => data.endEmergencyAccess, { refetch: ['Emergency', 'Session'] });
  return (
    <Dialog title={t('emergency.endWhat')} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={t('emergency.endWhat')}
        submit={t('emergency.end')}
        fields={[]}
        outcome={end}
        cancel={
          <Button tone="bare" onPress={onClose}>
            {t('cancel')}
          </Button>
        }
        onSubmit={async () => {
          if (await end.send({ id: emergency.id, version: emergency.version })) onClose();
        }}
      >
        <p className="step-note">{t('emergency.endMeans')}</p>
      </RefusingForm>
    </Dialog>
  );
}
