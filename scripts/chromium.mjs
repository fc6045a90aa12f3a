import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from './steps.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** The browser for the browser tests, installed where we may; empty where there is none, and those tests are skipped. */
export async function ensureChromium() {
  let found = findChromium();
  await step('chromium', async () => {
    if (found) return found;
    const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
    if (!mayInstall) return 'not found, the browser tests are skipped; install Chromium and a CJK font (Debian: apt-get install chromium fonts-noto-cjk), or set WEIXIANG_CHROMIUM';
    console.log('  No Chromium for the browser tests: installing chromium and fonts-noto-cjk by apt-get.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env });
    found = findChromium();
    return `installed ${found}`;
  });
  return found;
}

function findChromium() {
  if (process.env.WEIXIANG_CHROMIUM) return process.env.WEIXIANG_CHROMIUM;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path)) ?? '';
}
