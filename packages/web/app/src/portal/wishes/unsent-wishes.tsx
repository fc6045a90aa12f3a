import { Icon, Phase } from '@weixiang/kit';
import { unsent } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** One line that says what was written on this device and is not sent yet, and leads back to it. */
export function UnsentWishes() {
  const { t } = useTranslation('core-portal');
  const words = unsent('wish', 'words');
  if (words.length === 0) return null;
  return (
    <Link className="mine" to="/wishes/new">
      <Phase state="SUBMITTED" />
      <div>
        <b>{t('make.unsent', { count: words.length })}</b>
        <span className="meta clip">{words[0]}</span>
      </div>
      <Icon name="next" />
    </Link>
  );
}
