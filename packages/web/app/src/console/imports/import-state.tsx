import { useTranslation } from 'react-i18next';
import type { ImportState } from '../generated/graphql.js';

const tones: Record<ImportState, string> = { queued: 'is-wait', running: 'is-doing', done: 'is-done', failed: 'is-late' };

/** How far an import is; a rehearsal says that it left nothing behind. */
export function ImportStateChip({ state, isDryRun }: { state: ImportState; isDryRun: boolean }) {
  const { t } = useTranslation();
  return (
    <span>
      {isDryRun && <span className="chip">{t('imports.dryRun')}</span>}{' '}
      <span className={`chip ${tones[state]}`}>{t(`importState.${state}`)}</span>
    </span>
  );
}
