import { useQuery } from '@apollo/client/react';
import { Empty } from '@weixiang/kit';
import { Fetched, PageHead, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useHits } from './hit.js';
import { QuickSearchDocument, SearchDocument } from './search.documents.js';

/** The kinds of records in the order of the page, and the list that shows all of what is found. */
const kinds: readonly { kind: string; title: string; list?: string }[] = [
  { kind: 'wish', title: 'nav.inbox', list: '/wishes?state=all&' },
  { kind: 'demand', title: 'nav.demands', list: '/demands?' },
  { kind: 'project', title: 'nav.projects', list: '/projects?' },
  { kind: 'partner', title: 'nav.partners', list: '/partners?' },
  { kind: 'unit', title: 'nav.units', list: '/units?' },
  { kind: 'person', title: 'search.people' },
  { kind: 'notice', title: 'nav.notices', list: '/notices?' },
];

/** What the words find, kind by kind. */
export default function SearchPage() {
  const { t } = useTranslation();
  const words = useSearchParams()[0].get('q') ?? '';
  const best = useQuery(QuickSearchDocument, { variables: { text: words }, skip: !words });
  return (
    <>
      <PageHead title={t('search.title', { words })} />
      {words && (
        <Fetched result={best}>
          {({ search }) => {
            if (search.edges.length === 0) return <Empty>{t('search.none', { words })}</Empty>;
            return (
              <div className="cols halves">
                {kinds.map(({ kind, title, list }) => (
                  <Hits key={kind} words={words} kind={kind} title={t(title)} all={list && `${list}search=${encodeURIComponent(words)}`} />
                ))}
              </div>
            );
          }}
        </Fetched>
      )}
    </>
  );
}

function Hits({ words, kind, title, all }: { words: string; kind: string; title: string; all?: string }) {
  const { t } = useTranslation();
  const hitOf = useHits();
  const { data } = useQuery(SearchDocument, { variables: { text: words, kinds: [kind] } });
  const hits = data?.search.edges.flatMap(({ node }) => hitOf(node) ?? []) ?? [];
  if (hits.length === 0) return null;
  return (
    <Section
      title={title}
      note={
        all && data?.search.pageInfo.hasNextPage ? (
          <Link className="link" to={all}>
            {t('search.all')}
          </Link>
        ) : undefined
      }
    >
      <ul className="list">
        {hits.map(({ id, to, name, beside, isWords }) => (
          <li key={id}>
            <Link className="row-link" to={to}>
              {isWords ? <span className="wishword">{name}</span> : name}
            </Link>
            {beside && <span className="meta">{beside}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
