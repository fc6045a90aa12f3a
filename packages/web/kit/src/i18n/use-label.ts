import { say, type Text } from '@weixiang/shared';
import { useTranslation } from 'react-i18next';

/** Reads labels of the tenant's vocabulary in the reader's language: `const label = useLabel(); label(term.label)`. */
export function useLabel(): (label: Text) => string {
  const { i18n } = useTranslation();
  return (label) => say(label, i18n.language === 'en' ? 'en' : 'zh');
}
