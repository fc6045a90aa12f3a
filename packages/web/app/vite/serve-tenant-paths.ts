import type { Plugin } from 'vite';

/** In development the pages live at the same paths as in production: /t/:tenant/ and /t/:tenant/console. */
export function serveTenantPaths(): Plugin {
  return {
    name: 'weixiang:serve-tenant-paths',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        const wantsPage = request.headers.accept?.includes('text/html') === true;
        if (wantsPage && /^\/t\/[^/]+\/console(\/|$)/.test(path)) request.url = '/web/console.html';
        else if (wantsPage && /^\/t\/[^/]+/.test(path)) request.url = '/web/portal.html';
        next();
      });
    },
  };
}
