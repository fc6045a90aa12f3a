import { useEnabledPlugins, useHolds } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { spineFoot, spineSteps, type SpineEntry } from '../shell/spine.rules.js';
import type { PaletteEntry } from './palette.rules.js';

/** What one can do from anywhere, with the permission that it takes. */
const deeds: readonly SpineEntry[] = [
  { to: '/wishes?state=SUBMITTED', label: 'search.deed.inbox', needs: ['wish.answer'] },
  { to: '/wishes/new', label: 'search.deed.recordWish', needs: ['wish.record'] },
  { to: '/projects/new', label: 'search.deed.createProject', needs: ['project.create'] },
  { to: '/imports', label: 'search.deed.import', needs: ['ledger.import'] },
  { to: '/notifications', label: 'search.deed.notifications' },
  { to: '/account', label: 'search.deed.account' },
];

/** The pages that the viewer may open and what they may do, plugins' among them, in the viewer's language. */
export function useEntries(): { pages: PaletteEntry[]; deeds: PaletteEntry[] } {
  const holds = useHolds();
  const plugins = useEnabledPlugins().filter(({ menu = [] }) => menu.length > 0);
  const { t } = useTranslation();
  const { t: ofPlugin, ready } = useTranslation(
    plugins.map(({ name }) => name),
    { useSuspense: false },
  );
  const mayOpen = ({ needs }: SpineEntry) => !needs || needs.some(holds);
  const entryOf = (beside: string) => ({ to, label }: SpineEntry): PaletteEntry => ({ key: to, to, name: t(label), beside });
  const steps = spineSteps.flatMap(({ step, entries }) => entries.filter(mayOpen).map(entryOf(t(`kit:step.${step}.name`))));
  const added = ready ? plugins.flatMap(({ name, menu = [] }) => menu.flatMap((entry) => ('step' in entry ? [{ key: entry.to, to: entry.to, name: ofPlugin(`${name}:${entry.label}`), beside: t(`kit:step.${entry.step}.name`) }] : []))) : [];
  return {
    pages: [entryOf('')({ to: '/', label: 'nav.today' }), ...steps, ...added, ...spineFoot.filter(mayOpen).map(entryOf(''))],
    deeds: deeds.filter(mayOpen).map(entryOf('')),
  };
}
