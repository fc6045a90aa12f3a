import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

/** What the portal needs to open without a network and to hold a wish until there is one; everything else is fetched when it is asked for. */
const kept = ['portal.html', '../kit/src/i18n/messages/zh.json', 'src/portal/messages/zh.json', 'src/portal/wishes/make-wish.page.tsx'];

/** The service worker of a tenant: the built program, with the files of this build and where the tenant lives. */
export function serviceWorker(built: string, slug: string, base: string): string {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8'));
  const found = new Set<string>();
  for (const key of kept) reach(manifest, key, found);
  const files = [...found].toSorted().map((file) => `/web/${file}`);
  const page = readFileSync(join(built, 'portal.html'), 'utf8');
  const version = createHash('sha256').update(JSON.stringify([files, page])).digest('hex').slice(0, 12);
  return `const shell = ${JSON.stringify({ slug, base, version, files })};\n${readFileSync(join(built, 'portal-worker.js'), 'utf8')}`;
}

function reach(manifest: Record<string, Chunk>, key: string, found: Set<string>): void {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
  for (const next of chunk.imports ?? []) reach(manifest, next, found);
}
