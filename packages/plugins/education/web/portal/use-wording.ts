import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { WordingDocument } from './education.documents.js';

/** What a guardian is asked to agree to for a course: the tenant's wording in force, or the one that the product begins with. */
export function useWording(course: string): { words: string; purpose: string; wordingNumber: number } | undefined {
  const { t } = useTranslation('education');
  const { data } = useQuery(WordingDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return undefined;
  const written = data.consentWordings.nodes[0];
  if (!written) return { words: t('consent.words', { course }), purpose: t('consent.purpose', { course }), wordingNumber: 1 };
  const fill = (text: string) => text.replaceAll('{course}', course);
  return { words: fill(written.words), purpose: fill(written.purpose), wordingNumber: written.number };
}
