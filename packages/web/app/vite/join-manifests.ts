import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Each surface is built by itself; whoever asks what is in dist/ finds both in one manifest.json. */
export function joinManifests(): Plugin {
  let folder = '';
  return {
    name: 'weixiang:join-manifests',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir, '.vite');
    },
    closeBundle() {
      const built = ['portal', 'console'].map((surface) => join(folder, `manifest.${surface}.json`)).filter((path) => existsSync(path));
      const joined: unknown = Object.assign({}, ...built.map((path): object => JSON.parse(readFileSync(path, 'utf8'))));
      writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(joined, null, 2)}\n`);
    },
  };
}
