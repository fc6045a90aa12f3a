import { Mishap, Loading, usePluginRoutes } from '@weixiang/kit';
import { lazy, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { MissingPage } from './missing.page.js';
import { Shell } from './shell/shell.js';

const TodayPage = lazy(() => import('./today/today.page.js'));
const InboxPage = lazy(() => import('./wishes/inbox.page.js'));
const RecordWishPage = lazy(() => import('./wishes/record-wish.page.js'));
const WishPage = lazy(() => import('./wishes/wish.page.js'));
const DemandsPage = lazy(() => import('./demands/demands.page.js'));
const DemandPage = lazy(() => import('./demands/demand.page.js'));
const ProjectsPage = lazy(() => import('./projects/projects.page.js'));
const CreateProjectPage = lazy(() => import('./projects/create-project.page.js'));
const ProjectPage = lazy(() => import('./projects/project.page.js'));
const AgreementsPage = lazy(() => import('./projects/agreements.page.js'));
const PartnersPage = lazy(() => import('./partners/partners.page.js'));
const PartnerPage = lazy(() => import('./partners/partner.page.js'));
const EvaluationsPage = lazy(() => import('./evaluations/evaluations.page.js'));
const EvaluationPage = lazy(() => import('./evaluations/evaluation.page.js'));
const NoticesPage = lazy(() => import('./notices/notices.page.js'));
const NoticePage = lazy(() => import('./notices/notice.page.js'));
const NotificationsPage = lazy(() => import('./notifications/notifications.page.js'));
const UnitsPage = lazy(() => import('./organisation/units.page.js'));
const PeoplePage = lazy(() => import('./people/people.page.js'));
const PersonPage = lazy(() => import('./people/person.page.js'));
const AccessPage = lazy(() => import('./organisation/access.page.js'));
const EmergenciesPage = lazy(() => import('./emergencies/emergencies.page.js'));
const EmergencyPage = lazy(() => import('./emergencies/emergency.page.js'));
const ImportsPage = lazy(() => import('./imports/imports.page.js'));
const ImportPage = lazy(() => import('./imports/import.page.js'));
const ReportPage = lazy(() => import('./report/report.page.js'));
const SettingsPage = lazy(() => import('./settings/settings.page.js'));
const AccountPage = lazy(() => import('./account/account.page.js'));
const WebhooksPage = lazy(() => import('./webhooks/webhooks.page.js'));
const SearchPage = lazy(() => import('./search/search.page.js'));

/** All pages of the console, each fetched when first opened; one that breaks leaves bar and spine whole. */
export function ConsolePages() {
  const { pathname } = useLocation();
  const pluginRoutes = usePluginRoutes();
  return (
    <Shell>
      <Mishap key={pathname}>
        <Suspense fallback={<Loading lines={[32, 24, 40, 40, 40, 40]} />}>
          <Routes>
            <Route index element={<TodayPage />} />
            <Route path="wishes" element={<InboxPage />} />
            <Route path="wishes/new" element={<RecordWishPage />} />
            <Route path="wishes/:id" element={<WishPage />} />
            <Route path="demands" element={<DemandsPage />} />
            <Route path="demands/:id" element={<DemandPage />} />
            <Route path="projects" element={<ProjectsPage />} />
            <Route path="projects/new" element={<CreateProjectPage />} />
            <Route path="projects/:id" element={<ProjectPage />} />
            <Route path="agreements" element={<AgreementsPage />} />
            <Route path="partners" element={<PartnersPage />} />
            <Route path="partners/:id" element={<PartnerPage />} />
            <Route path="evaluations" element={<EvaluationsPage />} />
            <Route path="evaluations/:id" element={<EvaluationPage />} />
            <Route path="notices" element={<NoticesPage />} />
            <Route path="notices/:id" element={<NoticePage />} />
            <Route path="notifications" element={<NotificationsPage />} />
            <Route path="units" element={<UnitsPage />} />
            <Route path="units/:id" element={<UnitsPage />} />
            <Route path="people" element={<PeoplePage />} />
            <Route path="people/:id" element={<PersonPage />} />
            <Route path="access" element={<AccessPage />} />
            <Route path="emergencies" element={<EmergenciesPage />} />
            <Route path="emergencies/:id" element={<EmergencyPage />} />
            <Route path="imports" element={<ImportsPage />} />
            <Route path="imports/:id" element={<ImportPage />} />
            <Route path="report" element={<ReportPage />} />
            <Route path="settings" element={<SettingsPage />} />
            <Route path="account" element={<AccountPage />} />
            <Route path="settings/webhooks" element={<WebhooksPage />} />
            <Route path="search" element={<SearchPage />} />
            {pluginRoutes.map(({ path, Page }) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
            <Route path="*" element={<MissingPage />} />
          </Routes>
        </Suspense>
      </Mishap>
    </Shell>
  );
}
