import { useTranslation } from 'react-i18next';
import { PhoneSignIn } from '../account/phone-sign-in.js';

/** Telephone and digits at the end of a wish; its code comes when they are asked for. */
export default function ConfirmForm({ onConfirmed }: { onConfirmed: () => void }) {
  const { t } = useTranslation('core-portal');
  return <PhoneSignIn submit={t('make.confirmAndSend')} onDone={onConfirmed} />;
}
