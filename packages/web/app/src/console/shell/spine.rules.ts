import type { IconName } from '@weixiang/kit';

/** One line of the spine: where it leads, its words, and the permissions one of which lets the viewer see it; none for everybody. */
export type SpineEntry = { to: string; label: string; needs?: readonly string[] };

/** The four steps are the navigation; only pages that exist stand here. */
export const spineSteps: readonly { step: 1 | 2 | 3 | 4; entries: readonly SpineEntry[] }[] = [
  {
    step: 1,
    entries: [
      { to: '/wishes', label: 'nav.inbox', needs: ['wish.read'] },
      { to: '/demands', label: 'nav.demands', needs: ['wish.read', 'demand.manage'] },
    ],
  },
  {
    step: 2,
    entries: [
      { to: '/projects', label: 'nav.projects', needs: ['project.read', 'wish.read', 'partner.represent'] },
      { to: '/agreements', label: 'nav.agreements', needs: ['agreement.read', 'partner.represent'] },
    ],
  },
  { step: 3, entries: [{ to: '/partners', label: 'nav.partners', needs: ['partner.read'] }] },
  {
    step: 4,
    entries: [
      { to: '/evaluations', label: 'nav.evaluations', needs: ['evaluation.read'] },
      { to: '/notices', label: 'nav.notices' },
    ],
  },
];

export const spineFoot: readonly (SpineEntry & { icon: IconName })[] = [
  { to: '/report', label: 'nav.report', needs: ['report.read'], icon: 'chart' },
  { to: '/units', label: 'nav.units', needs: ['organisation.read'], icon: 'organisation' },
  { to: '/people', label: 'nav.people', needs: ['person.read'], icon: 'people' },
  { to: '/imports', label: 'nav.imports', needs: ['import.read', 'ledger.import'], icon: 'upload' },
  { to: '/settings', label: 'nav.settings', icon: 'settings' },
];
