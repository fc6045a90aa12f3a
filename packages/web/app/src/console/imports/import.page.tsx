import { useQuery } from '@apollo/client/react';
import { useFormat } from '@weixiang/kit';
import { Fetched, PageHead } from '@weixiang/kit/console';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MissingPage } from '../missing.page.js';
import { ImportDocument } from './imports.documents.js';
import { ImportStateChip } from './import-state.js';
import { ImportProblems } from './import-problems.js';
import { ImportTally } from './import-tally.js';
import { useLedgers } from './use-ledgers.js';
import './imports.css';

/** One import while it runs and after: how many rows went where, and every refused one with its reason. */
export default function ImportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { day, time } = useFormat();
  const { nameOf } = useLedgers();
  const result = useQuery(ImportDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const state = result.data?.import?.state;
  const { startPolling, stopPolling } = result;
  const isUnderWay = state === 'queued' || state === 'running';
  useEffect(() => {
    if (!isUnderWay) return;
    startPolling(800);
    return stopPolling;
  }, [isUnderWay, startPolling, stopPolling]);
  return (
    <Fetched result={result} lines={[32, 24, 64, 40, 40]}>
      {({ import: run }) =>
        run ? (
          <>
            <PageHead
              title={nameOf(run.ledger)}
              crumbs={[{ label: t('nav.imports'), to: '/imports' }]}
              beside={<ImportStateChip state={run.state} isDryRun={run.isDryRun} />}
              meta={[run.fileName, run.startedBy?.name, `${day(run.createdAt)} ${time(run.createdAt)}`].filter(Boolean).join('·')}
            />
            {run.failure && (
              <p className="note-line is-late" role="alert">
                {run.failure}
              </p>
            )}
            <ImportTally run={run} isUnderWay={isUnderWay} />
            <ImportProblems run={run} />
          </>
        ) : (
          <MissingPage />
        )
      }
    </Fetched>
  );
}
