import type { IconName } from '@weixiang/kit';

/** One line of the spine: where it leads, its words, and what the viewer must be able to read to see it. */
export type SpineEntry = { to: string; label: string; reads: string };

/** The four steps are the navigation; only pages that exist stand here. */
export const spineSteps: readonly { step: 1 | 2 | 3 | 4; entries: readonly SpineEntry[] }[] = [
  {
    step: 1,
    entries: [
      { to: '/wishes', label: 'nav.inbox', reads: 'Wish' },
      { to: '/demands', label: 'nav.demands', reads: 'Demand' },
    ],
  },
  {
    step: 2,
    entries: [
      { to: '/projects', label: 'nav.projects', reads: 'Project' },
      { to: '/agreements', label: 'nav.agreements', reads: 'Agreement' },
    ],
  },
  { step: 3, entries: [{ to: '/partners', label: 'nav.partners', reads: 'Partner' }] },
  {
    step: 4,
    entries: [
      { to: '/evaluations', label: 'nav.evaluations', reads: 'EvaluationRound' },
      { to: '/notices', label: 'nav.notices', reads: 'Notice' },
    ],
  },
];

export const spineFoot: readonly (SpineEntry & { icon: IconName })[] = [
  { to: '/report', label: 'nav.report', reads: 'Report', icon: 'chart' },
  { to: '/units', label: 'nav.units', reads: 'OrgUnit', icon: 'organisation' },
  { to: '/imports', label: 'nav.imports', reads: 'Import', icon: 'upload' },
  { to: '/settings', label: 'nav.settings', reads: 'Tenant', icon: 'settings' },
];
