import { useQuery } from '@apollo/client/react';
import { useLabel } from '@weixiang/kit';
import type { PickOption } from '@weixiang/kit/console';
import { PROJECT_TYPE_WORDS } from '@weixiang/shared';
import { useTranslation } from 'react-i18next';
import type { ProjectFilter } from '../generated/graphql.js';
import { useTerms } from '../vocabulary/use-terms.js';
import { CatalogueDocument } from './catalogue.documents.js';
import { projectStates } from './project-state.js';
import { useProjectTypes } from './use-project-types.js';

const facets = ['level', 'aspect', 'type', 'state'] as const;
type Facet = (typeof facets)[number];

/** The choices of the catalogue, each with how many projects are behind it under the other filters. */
export function useCatalogue(filter: ProjectFilter): Record<Facet, PickOption[]> {
  const { t } = useTranslation();
  const label = useLabel();
  const kinds = useTerms('ORG_UNIT_KIND');
  const aspects = useTerms('PROJECT_ASPECT');
  const provided = useProjectTypes();
  const { data, previousData } = useQuery(CatalogueDocument, {
    variables: Object.fromEntries(facets.map((facet) => [facet, { ...filter, [facet]: undefined }])),
  });
  const counts = data ?? previousData;
  const typeName = (key: string) => {
    const words = PROJECT_TYPE_WORDS[key];
    return provided.find(({ value }) => value === key)?.label ?? (words ? label(words) : key);
  };
  const counted = (known: readonly { value: string; label: string }[], tallies: readonly { key: string; count: number }[] = []): PickOption[] =>
    known.flatMap(({ value, label: name }) => {
      const count = tallies.find(({ key }) => key === value)?.count;
      return count === undefined ? [] : [{ value, label: t('projects.choice', { name, count }) }];
    });
  return {
    level: counted(kinds, counts?.levels),
    aspect: counted(aspects, counts?.aspects),
    type: counted((counts?.types ?? []).map(({ key }) => ({ value: key, label: typeName(key) })), counts?.types),
    state: counted(projectStates.map((value) => ({ value, label: t(`kit:projectState.${value}`) })), counts?.states),
  };
}
