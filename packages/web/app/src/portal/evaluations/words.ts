import { registerCatalogue } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';

registerCatalogue('evaluations-portal', {
  zh: () => import('./messages/zh.json'),
  en: () => import('./messages/en.json'),
});

/** The words of ratings, objections and the verifier: a namespace of their own, since a first visit needs none of them. */
export function useWords() {
  return useTranslation('evaluations-portal').t;
}
