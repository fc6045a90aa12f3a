import { useQuery } from '@apollo/client/react';
import { Empty, useLabel } from '@weixiang/kit';
import { Fetched, PageHead, Section } from '@weixiang/kit/console';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { SearchDocument } from './search.documents.js';

type Hit = { id: string; to: string; name: ReactNode; beside?: string };

/** Wishes, projects, partners and units in which the words occur. */
export default function SearchPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const words = useSearchParams()[0].get('q') ?? '';
  const result = useQuery(SearchDocument, { variables: { words }, skip: !words });
  return (
    <>
      <PageHead title={t('search.title', { words })} />
      {words && (
        <Fetched result={result}>
          {({ wishes, projects, partners, orgUnits }) => {
            const total = wishes.totalCount + projects.totalCount + partners.totalCount + orgUnits.totalCount;
            if (total === 0) return <Empty>{t('search.none', { words })}</Empty>;
            return (
              <div className="cols halves">
                <Hits
                  title={t('nav.inbox')}
                  total={wishes.totalCount}
                  all={`/wishes?state=all&search=${encodeURIComponent(words)}`}
                  hits={wishes.edges.map(({ node }) => ({
                    id: node.id,
                    to: `/wishes/${node.id}`,
                    name: <span className="wishword">{node.words}</span>,
                    beside: `${node.orgUnit?.name ?? ''}·${t(`kit:wishState.${node.state}`)}`,
                  }))}
                />
                <Hits
                  title={t('nav.projects')}
                  total={projects.totalCount}
                  all={`/projects?search=${encodeURIComponent(words)}`}
                  hits={projects.edges.map(({ node }) => ({
                    id: node.id,
                    to: `/projects/${node.id}`,
                    name: node.name,
                    beside: `${node.orgUnit?.name ?? ''}·${t(`kit:projectState.${node.state}`)}`,
                  }))}
                />
                <Hits
                  title={t('nav.partners')}
                  total={partners.totalCount}
                  all={`/partners?search=${encodeURIComponent(words)}`}
                  hits={partners.edges.map(({ node }) => ({
                    id: node.id,
                    to: `/partners/${node.id}`,
                    name: node.name,
                    beside: node.creditCode ?? undefined,
                  }))}
                />
                <Hits
                  title={t('nav.units')}
                  total={orgUnits.totalCount}
                  all={`/units?search=${encodeURIComponent(words)}`}
                  hits={orgUnits.edges.map(({ node }) => ({
                    id: node.id,
                    to: `/units/${node.id}`,
                    name: node.name,
                    beside: node.kind ? label(node.kind.label) : undefined,
                  }))}
                />
              </div>
            );
          }}
        </Fetched>
      )}
    </>
  );
}

function Hits({ title, total, all, hits }: { title: string; total: number; all: string; hits: readonly Hit[] }) {
  const { t } = useTranslation();
  if (total === 0) return null;
  return (
    <Section
      title={title}
      note={
        <Link className="link" to={all}>
          {t('search.all', { count: total })}
        </Link>
      }
    >
      <ul className="list">
        {hits.map((hit) => (
          <li key={hit.id}>
            <Link className="row-link" to={hit.to}>
              {hit.name}
            </Link>
            {hit.beside && <span className="meta">{hit.beside}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
