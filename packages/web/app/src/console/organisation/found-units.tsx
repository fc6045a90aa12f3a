import { useQuery } from '@apollo/client/react';
import { Empty, useLabel } from '@weixiang/kit';
import { Fetched } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { useWhere } from '../shell/where.js';
import { TopUnitsDocument } from './units.documents.js';

type FoundUnitsProps = { search: string; chosen: string | undefined; onChoose: (unit: string) => void };

/** Units whose name contains the words, wherever in the tree they are. */
export function FoundUnits({ search, chosen, onChoose }: FoundUnitsProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { place } = useWhere();
  const result = useQuery(TopUnitsDocument, { variables: { filter: { search, within: place?.id } } });
  return (
    <Fetched result={result} lines={[32, 32, 32]}>
      {({ orgUnits }) =>
        orgUnits.edges.length === 0 ? (
          <Empty>{t('units.notFound', { words: search })}</Empty>
        ) : (
          <>
            <p className="meta">{t('kit:list.count', { count: orgUnits.totalCount })}</p>
            <ul className="found">
              {orgUnits.edges.map(({ node }) => (
                <li key={node.id}>
                  <button type="button" aria-current={node.id === chosen || undefined} onClick={() => onChoose(node.id)}>
                    {node.name} <span className="meta">{node.kind && label(node.kind.label)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Fetched>
  );
}
