import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { inlineDocuments } from './vite/inline-documents.js';
import { joinManifests } from './vite/join-manifests.js';
import { serverPaths, serveTenantPaths } from './vite/serve-tenant-paths.js';

const server = process.env['WEIXIANG_SERVER'] ?? 'http://127.0.0.1:4000';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const surfaces = ['portal', 'console'];

// Two surfaces, two builds (`--mode portal`, then `--mode console`) into one dist/, which the server serves below /web/:
// portal.html for /t/:tenant/* and console.html for /t/:tenant/console/*. Built together they would share chunks, and
// residents would download whatever the console alone needs of a library.
export default defineConfig(({ mode }) => {
  const built = surfaces.includes(mode) ? [mode] : surfaces;
  return {
    root: here('.'),
    base: '/web/',
    plugins: [react(), inlineDocuments(), joinManifests(), serveTenantPaths()],
    // es2015 is the condition under which rxjs has classes instead of their ES5 emulation: 3 KB less for every resident.
    resolve: {
      conditions: ['@weixiang/source', 'es2015', ...defaultClientConditions],
      // Residents get the words without the library: 16 KB less at the first load.
      alias: mode === 'portal' ? [{ find: /^(react-)?i18next$/, replacement: here('../kit/src/i18n/light.tsx') }] : [],
    },
    build: {
      manifest: `.vite/manifest.${mode}.json`,
      emptyOutDir: mode === 'portal',
      target: 'es2022',
      sourcemap: true,
      rollupOptions: {
        input: Object.fromEntries(built.map((surface) => [surface, here(`${surface}.html`)])),
        // What a first page needs comes in one piece, not in thirty crumbs: fewer requests over a slow network,
        // and gzip finds 7 KB more to save. The entry stays its own, or the manifest would not know it.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'], test: /^(?!.*(main-\w+\.tsx|\.html)$)/ }] } },
      },
    },
    server: {
      host: '127.0.0.1',
      port: 4001,
      proxy: {
        [serverPaths]: { target: server, ws: true },
        '^/(healthz|readyz|platform)': server,
      },
    },
  };
});
