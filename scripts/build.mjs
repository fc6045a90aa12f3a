import { existsSync, readFileSync, rmSync } from 'node:fs';
import { filesBelow, hashOf, inRoot, readStamp, writeStamp } from './files.mjs';
import { node, runPnpm } from './install.mjs';
import { run, step } from './steps.mjs';

const isTest = (path) => /\.test\.tsx?$/.test(path) || path.startsWith('packages/web/e2e/');
const settings = ['pnpm-lock.yaml', 'tsconfig.json', 'tsconfig.base.json'];

/** Where a package's command lies, for the Node that we bring: `tool('typescript', 'tsc')`. */
export function tool(name, command = name) {
  const { bin } = JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8'));
  return inRoot('node_modules', name, typeof bin === 'string' ? bin : bin[command]);
}

/** Compiles the server, unless nothing has changed since. */
export function ensureServerBuilt() {
  const inputs = filesBelow(['packages'], (path) => !path.startsWith('packages/web/') && !/^packages\/plugins\/[^/]+\/web\//.test(path) && !isTest(path));
  return ensure('server', inputs, 'packages/server/app/dist/main.js', async () => {
    await run(node, [tool('typescript', 'tsc'), '-b', 'packages/server/app']);
  });
}

/** Bundles portal and console, unless nothing has changed since. */
export function ensureWebBuilt() {
  const inputs = filesBelow(['packages'], (path) => !path.startsWith('packages/server/') && !/^packages\/plugins\/[^/]+\/server\//.test(path) && !isTest(path));
  return ensure('web', inputs, 'packages/web/app/dist', async () => {
    // In development React would come with its warnings, 80 KB of them.
    await runPnpm(['--filter', '@weixiang/web', 'run', 'build'], 'production');
  });
}

async function ensure(name, inputs, output, build) {
  await step(`build ${name}`, async () => {
    const last = readStamp(`build-${name}`);
    const hash = hashOf([...settings, ...inputs]);
    if (last?.hash === hash && existsSync(inRoot(output))) return 'up to date';
    // The compiler leaves behind what it once made of a file that is gone, and a migration must not come back to life.
    const gone = (last?.inputs ?? []).filter((path) => !existsSync(inRoot(path)));
    for (const path of gone) removeCompiled(path);
    await build();
    writeStamp(`build-${name}`, { hash, inputs });
    return 'built';
  });
}

function removeCompiled(path) {
  const compiled = path.replace(/^(packages\/(?:shared|server\/[^/]+))\/src\//, '$1/dist/').replace(/^(packages\/plugins\/[^/]+)\//, '$1/dist/');
  if (compiled === path) return;
  for (const ending of ['.js', '.js.map', '.d.ts', '.d.ts.map']) rmSync(inRoot(compiled.replace(/\.tsx?$/, ending)), { force: true });
}
