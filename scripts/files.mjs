import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const inRoot = (...parts) => join(root, ...parts);

// What is made by tools, or not ours.
const skipped = new Set(['node_modules', 'dist', 'dist-types', '.git', '.cache', '.data', 'test-output']);

/** Every file below the folders (relative to the root) that `isWanted(path)` accepts, sorted. */
export function filesBelow(folders, isWanted = () => true) {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(inRoot(folder), { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (isWanted(path)) found.push(path);
    }
  };
  for (const folder of folders.filter((name) => existsSync(inRoot(name)))) walk(folder);
  return found.sort();
}

/** One hash of the files' names and contents: times change with every checkout, contents do not. */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update('\0').update(readFileSync(inRoot(path))).update('\0');
  return hash.digest('hex');
}

// What was done with which inputs. In node_modules, so that deleting that folder forgets it all.
const stampFile = (name) => inRoot('node_modules', '.cache', 'weixiang', `${name}.json`);

export function readStamp(name) {
  try {
    return JSON.parse(readFileSync(stampFile(name), 'utf8'));
  } catch {
    return null;
  }
}

export function writeStamp(name, content) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), JSON.stringify(content));
}
