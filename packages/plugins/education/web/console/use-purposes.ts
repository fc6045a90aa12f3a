import { useTranslation } from 'react-i18next';

/** What for learners are looked at, in the words that are written down. */
export function usePurposes(): string[] {
  const { t } = useTranslation('education');
  return [t('staff.purpose.check'), t('staff.purpose.contact'), t('staff.purpose.class')];
}
