import { useQuery } from '@apollo/client/react';
import { Empty, useFormat } from '@weixiang/kit';
import { ButtonLink, Fetched } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ImportStateChip } from '../imports/import-state.js';
import { RecentImportsDocument } from './today.documents.js';

/** The last ledgers that were brought in, and what became of their rows. */
export function RecentImports() {
  const { t } = useTranslation();
  const { day, time } = useFormat();
  const result = useQuery(RecentImportsDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Fetched result={result} lines={[56, 56]}>
      {({ imports }) =>
        imports.edges.length === 0 ? (
          <Empty action={<ButtonLink to="/imports">{t('imports.start')}</ButtonLink>}>{t('imports.none')}</Empty>
        ) : (
          <ul className="list">
            {imports.edges.map(({ node }) => (
              <li key={node.id}>
                <Link className="link" to={`/imports/${node.id}`}>
                  {t(`ledger.${node.ledger}`, { defaultValue: node.ledger })}
                </Link>
                <ImportStateChip state={node.state} isDryRun={node.isDryRun} />
                <span className="meta">
                  {day(node.createdAt)} {time(node.createdAt)}·
                  {t('imports.tally', { accepted: node.accepted, unchanged: node.unchanged, rejected: node.rejectedCount })}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Fetched>
  );
}
