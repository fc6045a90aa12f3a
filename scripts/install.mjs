import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { hashOf, filesBelow, inRoot, readStamp, writeStamp } from './files.mjs';
import { StepFailed, run, step, toolEnvironment } from './steps.mjs';

const pnpm = 'pnpm@10.34.8';

/** Our Node, from npm: the machine's own may be older than what the product needs. */
export const node = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs what pnpm-lock.yaml names, unless that is there already. */
export async function ensureInstalled() {
  await step('dependencies', async () => {
    const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'package.json', ...filesBelow(['packages', 'bench'], (path) => path.endsWith('/package.json'))];
    // The machine counts too: a folder that was copied from elsewhere has the wrong programs in it.
    const inputs = `${process.platform} ${process.arch} ${hashOf(manifests.filter((path) => existsSync(inRoot(path))))}`;
    if (readStamp('install') === inputs && existsSync(node)) return 'up to date';
    await install();
    await ensureNode();
    writeStamp('install', inputs);
    return 'installed';
  });
}

/** Runs pnpm. CI: it asks no questions. NODE_ENV is ours to say, whatever it is outside. */
export function runPnpm(args, nodeEnv) {
  return run('npx', ['-y', pnpm, ...args], { env: { ...toolEnvironment, CI: 'true', NODE_ENV: nodeEnv } });
}

async function install() {
  if (!existsSync(inRoot('node_modules'))) console.log('  The first time, everything is fetched from the npm registry: a minute or two.');
  try {
    // In production pnpm would leave out what builds the product.
    await runPnpm(['install', '--frozen-lockfile'], 'development');
  } catch (error) {
    const isOffline = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET|ERR_PNPM_META_FETCH_FAIL/.test(error.output ?? '');
    throw isOffline ? new StepFailed('The npm registry cannot be reached; the first start needs it.', error.output) : error;
  }
}

// The package `node` fetches its program in an install script; pnpm links commands before those have run, if at all, and
// then by a shell script, which stands between us and the signals that we send.
async function ensureNode() {
  if (!existsSync(node)) await run('node', ['installArchSpecificPackage.js'], { cwd: inRoot('node_modules', 'node') }).catch(() => undefined);
  if (!existsSync(node)) {
    const { version } = JSON.parse(readFileSync(inRoot('node_modules', 'node', 'package.json'), 'utf8'));
    throw new StepFailed(`Node ${version} was not installed into node_modules: are install scripts switched off (npm config get ignore-scripts)?`);
  }
  chmodSync(node, 0o755);
  const link = inRoot('node_modules', '.bin', 'node');
  if (process.platform === 'win32') return;
  rmSync(link, { force: true });
  symlinkSync('../node/bin/node', link);
}
