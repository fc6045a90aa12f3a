import { useQuery } from '@apollo/client/react';
import { useLabel } from '@weixiang/kit';
import { useFreshness } from '@weixiang/kit/portal';
import { PROJECT_TYPE_WORDS, sameText, type Text } from '@weixiang/shared';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ProjectFilter } from '../generated/graphql.js';
import { CatalogueDocument } from './catalogue.documents.js';

const facets = ['level', 'aspect', 'type'] as const;
type Facet = (typeof facets)[number];

/** What the address asks of the catalogue (项目丛林). */
export function catalogueFilter(query: URLSearchParams): Pick<ProjectFilter, Facet> {
  const [level, aspect, type] = facets.map((facet) => query.get(facet) || undefined);
  return { ...(level ? { level } : {}), ...(aspect ? { aspect } : {}), ...(type ? { type: [type] } : {}) };
}

/** The catalogue's choices by level, aspect and type, each with how many projects are behind it, kept in the address. */
export function Catalogue({ filter }: { filter: ProjectFilter }) {
  const { t } = useTranslation('core-portal');
  const label = useLabel();
  const [query, setQuery] = useSearchParams();
  const { data, previousData } = useQuery(CatalogueDocument, {
    ...useFreshness(),
    variables: Object.fromEntries(facets.map((facet) => [facet, { ...filter, [facet]: undefined }])),
  });
  const found = data ?? previousData;
  const terms = new Map(found ? [...found.kinds.nodes, ...found.aspects.nodes].map((term) => [term.id, term.label]) : []);
  const types = new Map<string, Text>([...Object.entries(PROJECT_TYPE_WORDS), ...(found?.projectTypes ?? []).map((type) => [type.name, type.label] as const)]);
  const nameOf = (facet: Facet, key: string) => label((facet === 'type' ? types : terms).get(key) ?? sameText(key));
  return (
    <div className="facets">
      {facets.map((facet) => (
        <label key={facet}>
          <span>{t(`projects.${facet}`)}</span>
          <select
            className="input"
            value={query.get(facet) ?? ''}
            onChange={({ target }) =>
              setQuery(
                (now) => {
                  const next = new URLSearchParams(now);
                  if (target.value) next.set(facet, target.value);
                  else next.delete(facet);
                  return next;
                },
                { replace: true },
              )
            }
          >
            <option value="">{t('projects.every')}</option>
            {found?.[facet].map(({ key, count }) => (
              <option key={key} value={key}>
                {t('projects.choice', { name: nameOf(facet, key), count })}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
