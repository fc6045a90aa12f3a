import { usePluginRoutes } from '@weixiang/kit';
import { Missing } from '@weixiang/kit/portal';
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Frame } from './frame/frame.js';
import { HomePage } from './home/home.page.js';

const WallPage = lazy(() => import('./wishes/wall.page.js'));
const MakeWishPage = lazy(() => import('./wishes/make-wish.page.js'));
const WishPage = lazy(() => import('./wishes/wish.page.js'));
const MyWishesPage = lazy(() => import('./wishes/my-wishes.page.js'));
const ProjectsPage = lazy(() => import('./projects/projects.page.js'));
const ProjectPage = lazy(() => import('./projects/project.page.js'));
const RatePage = lazy(() => import('./evaluations/rate.page.js'));
const VerifyPage = lazy(() => import('./evaluations/verify.page.js'));
const NoticesPage = lazy(() => import('./notices/notices.page.js'));
const NoticePage = lazy(() => import('./notices/notice.page.js'));
const SignInPage = lazy(() => import('./account/sign-in.page.js'));
const MePage = lazy(() => import('./account/me.page.js'));
const SecurityPage = lazy(() => import('./account/security.page.js'));
const NewsPage = lazy(() => import('./news/news.page.js'));
const PlacePage = lazy(() => import('./place/place.page.js'));
const HelpPage = lazy(() => import('./help/help.page.js'));

/** Every page of the portal. The first is in the first load, the others come when they are opened. */
export function PortalPages() {
  const pluginRoutes = usePluginRoutes();
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route path="/" element={<HomePage />} />
        <Route path="/wishes" element={<WallPage />} />
        <Route path="/wishes/new" element={<MakeWishPage />} />
        <Route path="/wishes/:id" element={<WishPage />} />
        <Route path="/projects" element={<ProjectsPage />} />
        <Route path="/projects/:id" element={<ProjectPage />} />
        <Route path="/projects/:id/rate" element={<RatePage />} />
        <Route path="/notices" element={<NoticesPage />} />
        <Route path="/notices/verify" element={<VerifyPage />} />
        <Route path="/notices/:id" element={<NoticePage />} />
        <Route path="/me" element={<MePage />} />
        <Route path="/me/wishes" element={<MyWishesPage />} />
        <Route path="/me/security" element={<SecurityPage />} />
        <Route path="/me/messages" element={<NewsPage />} />
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/place" element={<PlacePage />} />
        <Route path="/help" element={<HelpPage />} />
        {pluginRoutes.map(({ path, Page }) => (
          <Route key={path} path={`/${path}`} element={<Page />} />
        ))}
        <Route path="*" element={<Missing />} />
      </Route>
    </Routes>
  );
}
