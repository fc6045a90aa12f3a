import { useTranslation } from 'react-i18next';
import { problemOf, type Problem } from '../graphql/problem.js';

/** What goes by by itself and is nobody's fault. */
const passing: ReadonlySet<Problem> = new Set(['busy', 'tooMany', 'unreachable']);

/** What happened, what is kept, what to do: `<ErrorState error={error} retry={refetch} />` */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('kit');
  const problem = problemOf(error);
  return (
    <div className={passing.has(problem) ? 'failed is-passing' : 'failed'} role="alert">
      <p>
        <b>{t(`state.${problem}.title`)}</b>
      </p>
      <p className="meta">{t(`state.${problem}.help`)}</p>
      {retry && problem !== 'signedOut' && problem !== 'forbidden' ? (
        <button type="button" className="btn is-quiet" onClick={retry}>
          {t('state.retry')}
        </button>
      ) : null}
    </div>
  );
}
