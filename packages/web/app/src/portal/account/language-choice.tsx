import { languages, speak } from '@weixiang/kit';
import { Choices } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';

/** The language of the page, remembered on this device. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  return (
    <Choices
      label={t('me.languageHelp')}
      value={i18n.language}
      options={languages.map((language) => ({ value: language, label: tk(`language.${language}`) }))}
      onChange={(chosen) => void speak(i18n, chosen === 'en' ? 'en' : 'zh')}
    />
  );
}
