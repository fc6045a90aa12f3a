import { useQuery } from '@apollo/client/react';
import { Empty, useLabel } from '@weixiang/kit';
import { Fetched, More } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { useWhere } from '../shell/where.js';
import { FoundUnitsDocument } from './units.documents.js';

type FoundUnitsProps = { search: string; chosen: string | undefined; onChoose: (unit: string) => void };

/** Units whose name or code contains the words, wherever in the tree they are, each with where it stands. */
export function FoundUnits({ search, chosen, onChoose }: FoundUnitsProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { place } = useWhere();
  const result = useQuery(FoundUnitsDocument, { variables: { filter: { search, within: place?.id } } });
  return (
    <Fetched result={result} lines={[32, 32, 32]}>
      {({ orgUnits }) =>
        orgUnits.edges.length === 0 ? (
          <Empty>{t('units.notFound', { words: search })}</Empty>
        ) : (
          <>
            <p className="meta" role="status">
              {t('kit:list.count', { count: orgUnits.totalCount })}
            </p>
            <ul className="found">
              {orgUnits.edges.map(({ node }) => (
                <li key={node.id}>
                  <button type="button" aria-current={node.id === chosen || undefined} onClick={() => onChoose(node.id)}>
                    <span className={node.isClosed ? 'is-closed' : undefined}>{node.name}</span>{' '}
                    <span className="meta">
                      {node.kind && label(node.kind.label)} {node.code}
                    </span>
                    <span className="meta way">{node.above.map(({ name }) => name).join(' › ')}</span>
                  </button>
                </li>
              ))}
            </ul>
            <More
              shown={orgUnits.edges.length}
              total={orgUnits.totalCount}
              hasNext={orgUnits.pageInfo.hasNextPage}
              onMore={() => result.fetchMore({ variables: { after: orgUnits.pageInfo.endCursor } })}
            />
          </>
        )
      }
    </Fetched>
  );
}
