// What a browser must fetch, gzipped, against what we allow ourselves.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from './files.mjs';

const dist = inRoot('packages/web/app/dist');
const budgets = { 'portal.html': 165, 'console.html': 480 };
const lazyBudget = 180;

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const sizes = new Map();
const failures = [];
const lines = [];

/** Kilobytes of a built file as it goes over the wire. */
function size(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file))).length / 1000);
  return sizes.get(file);
}

/** The chunks that `key` needs: at once, or with `lazily` whatever it may load later as well. */
function reach(key, lazily = false, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  const chunk = manifest[key];
  for (const next of [...(chunk.imports ?? []), ...(lazily ? (chunk.dynamicImports ?? []) : [])]) reach(next, lazily, found);
  return found;
}

const filesOf = (keys) => new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]));

for (const [entry, budget] of Object.entries(budgets)) {
  const total = [...filesOf(reach(entry))].reduce((sum, file) => sum + size(file), 0);
  lines.push(`${entry.replace('.html', '')} ${total.toFixed(0)} of ${budget} KB`);
  if (total > budget) failures.push(`${entry}: the first load is ${total.toFixed(1)} KB gzipped, ${budget} KB are allowed`);
}

const first = filesOf(Object.keys(budgets).flatMap((entry) => [...reach(entry)]));
for (const file of filesOf(Object.keys(manifest))) {
  if (/\.(js|css)$/.test(file) && !first.has(file) && size(file) > lazyBudget) failures.push(`${file}: a lazy chunk of ${size(file).toFixed(1)} KB gzipped, ${lazyBudget} KB are allowed`);
}

// antd is the staff's; the source maps say which modules went into a chunk.
for (const file of filesOf(reach('portal.html', true))) {
  const map = join(dist, `${file}.map`);
  // The bundler's own few lines come from nobody's source.
  if (!file.endsWith('.js') || file.includes('rolldown-runtime')) continue;
  if (!existsSync(map)) failures.push(`${file}: no source map, so nobody can tell whether antd is in it`);
  else if (JSON.parse(readFileSync(map, 'utf8')).sources.some((source) => /node_modules\/(antd|@ant-design|@rc-component|rc-[a-z-]+)\//.test(source))) failures.push(`${file}: antd reached the portal`);
}

if (failures.length > 0) {
  console.error(failures.join('\n'));
  process.exit(1);
}
console.log(lines.join(', '));
