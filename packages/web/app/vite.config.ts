import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { inlineDocuments } from './vite/inline-documents.js';
import { serveTenantPaths } from './vite/serve-tenant-paths.js';

const server = process.env['WEIXIANG_SERVER'] ?? 'http://127.0.0.1:4000';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Two entries, two bundles: residents never download the console. The server serves dist/ below /web/,
// portal.html for /t/:tenant/* and console.html for /t/:tenant/console/*.
export default defineConfig({
  root: here('.'),
  base: '/web/',
  plugins: [react(), inlineDocuments(), serveTenantPaths()],
  // es2015 is the condition under which rxjs has classes instead of their ES5 emulation: 3 KB less for every resident.
  resolve: { conditions: ['@weixiang/source', 'es2015', ...defaultClientConditions] },
  build: {
    manifest: true,
    target: 'es2022',
    sourcemap: true,
    rollupOptions: {
      input: { portal: here('portal.html'), console: here('console.html') },
      // What a first page needs comes in one piece for each surface and one for both, not in thirty crumbs:
      // fewer requests over a slow network, and gzip finds more to save.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'], entriesAware: true }] } },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 4001,
    proxy: {
      '^/t/[^/]+/(graphql|imports|files|uploads|downloads)': { target: server, ws: true },
      '^/(healthz|readyz|platform)': server,
    },
  },
});
