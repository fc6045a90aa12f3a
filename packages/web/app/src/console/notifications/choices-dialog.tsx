import { useLabel, useRefusingMutation } from '@weixiang/kit';
import { Dialog } from '@weixiang/kit/console';
import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NotificationChoicesQuery } from '../generated/graphql.js';
import { ChooseDocument } from './notifications.documents.js';

type ChoicesDialogProps = { isOpen: boolean; choices: NotificationChoicesQuery['notificationChoices']; onClose: () => void };

/** Which things I want to be told; a switch takes effect at once. */
export function ChoicesDialog({ isOpen, choices, onClose }: ChoicesDialogProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const choose = useRefusingMutation(ChooseDocument, (data) => data.chooseNotifications, { refetch: ['NotificationChoices'] });
  return (
    <Dialog title={t('notifications.choose')} isOpen={isOpen} onClose={onClose}>
      <p className="meta">{t('notifications.chooseNote')}</p>
      <ul className="list notification-choices">
        {choices.map(({ kind, isWanted, label: words }) => (
          <li key={kind}>
            <span id={`told-${kind}`}>{label(words)}</span>
            <Switch checked={isWanted} aria-labelledby={`told-${kind}`} onChange={(next) => void choose.send({ kind, isWanted: next })} />
          </li>
        ))}
      </ul>
      {choose.problem && (
        <p className="refused" role="alert">
          {t(`kit:send.${choose.problem}`)}
        </p>
      )}
    </Dialog>
  );
}
