import type { World } from './world.js';

/** A page that is looked at, by the name of its picture. */
export interface LookedAt {
  name: string;
  path: (world: World) => string;
}

const always = (path: string) => () => path;

/** The portal's pages for who is signed in. */
export const portalPages: LookedAt[] = [
  { name: 'home', path: always('/') },
  { name: 'wall', path: always('/wishes') },
  { name: 'wall-searched', path: always('/wishes?q=路灯&state=ACCEPTED') },
  { name: 'wall-nothing-found', path: always('/wishes?q=zzz') },
  { name: 'make-wish', path: always('/wishes/new') },
  { name: 'wish-waiting', path: ({ wish }) => `/wishes/${wish}` },
  { name: 'wish-to-confirm', path: ({ doneWish }) => `/wishes/${doneWish}` },
  { name: 'wish-missing', path: always('/wishes/wish_00000000000000000000000000') },
  { name: 'my-wishes', path: always('/me/wishes') },
  { name: 'projects', path: always('/projects') },
  { name: 'project', path: ({ ledgerProject }) => `/projects/${ledgerProject}` },
  { name: 'project-with-course', path: ({ project }) => `/projects/${project}` },
  { name: 'project-to-rate', path: ({ ratedProject }) => `/projects/${ratedProject}` },
  { name: 'rate', path: ({ ratedProject }) => `/projects/${ratedProject}/rate` },
  { name: 'notices', path: always('/notices') },
  { name: 'verify', path: always('/notices/verify') },
  { name: 'notice', path: ({ notice }) => `/notices/${notice}` },
  { name: 'me', path: always('/me') },
  { name: 'security', path: always('/me/security') },
  { name: 'place', path: always('/place') },
  { name: 'help', path: always('/help') },
  { name: 'missing', path: always('/nowhere') },
  { name: 'courses', path: always('/education') },
  { name: 'course', path: ({ course }) => `/education/courses/${course}` },
  { name: 'enrol', path: ({ course, term }) => `/education/courses/${course}/terms/${term}` },
  { name: 'my-enrolments', path: always('/education/enrolments') },
  { name: 'lessons', path: ({ term }) => `/education/terms/${term}` },
  { name: 'check-in', path: always('/education/check-in?code=none') },
  { name: 'verify-certificate', path: always('/education/verify/none') },
];

/** The portal's pages that look different without an account. */
export const portalPagesOfPassersBy: LookedAt[] = [
  { name: 'home', path: always('/') },
  { name: 'sign-in', path: always('/sign-in') },
  { name: 'sign-in-by-password', path: always('/sign-in?by=password') },
  { name: 'make-wish', path: always('/wishes/new') },
  { name: 'me', path: always('/me') },
  { name: 'my-wishes', path: always('/me/wishes') },
];

/** The portal's pages of a city that has nothing yet. */
export const emptyPortalPages: LookedAt[] = [
  { name: 'home', path: always('/') },
  { name: 'wall', path: always('/wishes') },
  { name: 'projects', path: always('/projects') },
  { name: 'notices', path: always('/notices') },
  { name: 'my-wishes', path: always('/me/wishes') },
  { name: 'me', path: always('/me') },
  { name: 'place', path: always('/place') },
];

/** The console's pages for the organisation officer of a district. */
export const consolePages: LookedAt[] = [
  { name: 'today', path: always('/console') },
  { name: 'inbox', path: always('/console/wishes') },
  { name: 'inbox-nothing-found', path: always('/console/wishes?search=zzz') },
  { name: 'wish', path: ({ doneWish }) => `/console/wishes/${doneWish}` },
  { name: 'record-wish', path: always('/console/wishes/new') },
  { name: 'demands', path: always('/console/demands') },
  { name: 'demand', path: ({ demand }) => `/console/demands/${demand}` },
  { name: 'projects', path: always('/console/projects') },
  { name: 'project', path: ({ ledgerProject }) => `/console/projects/${ledgerProject}` },
  { name: 'project-with-course', path: ({ project }) => `/console/projects/${project}` },
  { name: 'create-project', path: ({ demand }) => `/console/projects/new?demand=${demand}` },
  { name: 'agreements', path: always('/console/agreements') },
  { name: 'timetable', path: always('/console/education/timetable') },
  { name: 'scan-family-code', path: always('/console/education/scan') },
  { name: 'consent-wording', path: always('/console/education/consent') },
  { name: 'partners', path: always('/console/partners') },
  { name: 'partner', path: ({ partner }) => `/console/partners/${partner}` },
  { name: 'evaluations', path: always('/console/evaluations') },
  { name: 'evaluation', path: ({ round }) => `/console/evaluations/${round}` },
  { name: 'notices', path: always('/console/notices') },
  { name: 'notice', path: ({ notice }) => `/console/notices/${notice}` },
  { name: 'units', path: always('/console/units') },
  { name: 'unit', path: ({ unit }) => `/console/units/${unit}` },
  { name: 'emergencies', path: always('/console/emergencies') },
  { name: 'emergency', path: ({ emergency }) => `/console/emergencies/${emergency}` },
  { name: 'people', path: always('/console/people') },
  { name: 'imports', path: always('/console/imports') },
  { name: 'import', path: (world) => `/console/imports/${world.import}` },
  { name: 'report', path: always('/console/report?period=2025') },
  { name: 'report-figure', path: always('/console/report?period=2025&figure=wishes.collected') },
  { name: 'settings', path: always('/console/settings') },
  { name: 'search', path: always('/console/search?q=路灯') },
  { name: 'missing', path: always('/console/nowhere') },
];

/** The console's pages of a city that has nothing yet. */
export const emptyConsolePages: LookedAt[] = ['', '/wishes', '/demands', '/projects', '/agreements', '/partners', '/evaluations', '/notices', '/units', '/emergencies', '/imports', '/report', '/search?q=路灯'].map((path) => ({
  name: /[a-z]+/.exec(path)?.[0] ?? 'today',
  path: always(`/console${path}`),
}));
