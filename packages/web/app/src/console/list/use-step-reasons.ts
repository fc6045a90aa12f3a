import { useTranslation } from 'react-i18next';

type Steps = { id: string; availableSteps: readonly { name: string; allowed: boolean; reason: string | null }[] };

/** How many records a list gives at once. */
const most = 100;

/**
 * Why rows cannot take a step, as the server says it at this moment: asked only when somebody is about to take it.
 * @example const reasons = useStepReasons(async (ids) => (await client.query({ query: WishStepsOfDocument, variables: { ids } })).data?.wishes.nodes ?? [])
 */
export function useStepReasons(ask: (ids: string[]) => Promise<readonly Steps[]>) {
  const { t } = useTranslation();
  return (step: string) => async (rows: readonly { id: string }[]) => {
    const reasons = new Map<string, string>();
    for (let at = 0; at < rows.length; at += most) {
      const ids = rows.slice(at, at + most).map(({ id }) => id);
      const found = new Map((await ask(ids)).map(({ id, availableSteps }) => [id, availableSteps]));
      for (const id of ids) {
        const known = found.get(id)?.find(({ name }) => name === step);
        if (!known?.allowed) reasons.set(id, known?.reason ?? t('step.notNow'));
      }
    }
    return reasons;
  };
}
