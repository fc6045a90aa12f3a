import type { Plugin } from 'vite';

/** What the server answers below a tenant's path: the API, and files that are no pages (`/report.xlsx`, `/share.png`). */
export const serverPaths = '^/t/[^/]+/((graphql|imports|exports|photos|downloads)([/?]|$)|[\\w-]+\\.\\w+(\\?|$))';

/** In development the pages live at the same paths as in production: /t/:tenant/ and /t/:tenant/console. */
export function serveTenantPaths(): Plugin {
  return {
    name: 'weixiang:serve-tenant-paths',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        const wantsPage = request.headers.accept?.includes('text/html') === true && !new RegExp(serverPaths).test(path);
        if (wantsPage && /^\/t\/[^/]+\/console(\/|$)/.test(path)) request.url = '/web/console.html';
        else if (wantsPage && /^\/t\/[^/]+/.test(path)) request.url = '/web/portal.html';
        next();
      });
      // There is nothing at /web/ itself, which vite would name.
      server.printUrls = () => {
        const [at] = server.resolvedUrls?.local ?? [];
        const base = `${at ? new URL(at).origin : ''}/t/qiaocheng`;
        server.config.logger.info(`  ➜  Portal:  ${base}/\n  ➜  Console: ${base}/console\n  Both reload with every change; the addresses of the server below show what was built last.`);
      };
    },
  };
}
