// npm run lighthouse: what Lighthouse says of the portal on a phone, for its home and its wish pages; fails below the bars.
// Wants an otherwise idle machine: performance is measured, accessibility is judged.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureServerBuilt, ensureWebBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { inRoot } from './files.mjs';
import { ensureInstalled, node } from './install.mjs';
import { portalOf } from './portal.mjs';
import { main, run, StepFailed, step, toolEnvironment } from './steps.mjs';

const lighthouse = 'lighthouse@13.5.0';
const bars = { performance: 90, accessibility: 100 };
const chromeFlags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run';

await main(async () => {
  await ensureInstalled();
  await ensureServerBuilt();
  await ensureWebBuilt();
  const chromium = await ensureChromium();
  if (!chromium) throw new StepFailed('Lighthouse needs a Chromium.');
  const dataDir = mkdtempSync(join(tmpdir(), 'weixiang-lighthouse-'));
  const server = fork(inRoot('packages/server/app/dist/main.js'), {
    execPath: node,
    env: { ...process.env, NODE_ENV: 'development', PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  try {
    const portal = await portalOf(server);
    const pages = { home: '', 'make-wish': 'wishes/new', wish: `wishes/${await wishOf(portal)}`, wall: 'wishes' };
    const short = [];
    for (const [name, path] of Object.entries(pages)) {
      await step(name, async () => {
        const scores = await scoresOf(name, portal + path, chromium);
        for (const [what, bar] of Object.entries(bars)) if (scores[what] < bar) short.push(`${name}: ${what} ${scores[what]}, wanted ${bar}`);
        return Object.entries(scores).map(([what, score]) => `${what} ${score}`).join(', ');
      });
    }
    if (short.length > 0) throw new StepFailed(short.join('\n'));
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  }
});

async function wishOf(portal) {
  const response = await fetch(`${portal}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ wishes(first: 1) { nodes { id } } }' }),
  });
  return (await response.json()).data.wishes.nodes[0].id;
}

/** Scores of 0 to 100. The whole report stays in test-output/lighthouse. */
async function scoresOf(name, url, chromium) {
  const folder = inRoot('test-output/lighthouse');
  mkdirSync(folder, { recursive: true });
  const report = join(folder, name);
  await run(
    'npx',
    ['-y', lighthouse, url, '--quiet', '--output=json', '--output=html', `--output-path=${report}`, `--chrome-flags=${chromeFlags}`, '--only-categories=performance,accessibility,best-practices,seo', '--no-enable-error-reporting'],
    { env: { ...toolEnvironment, CHROME_PATH: chromium } },
  );
  const { categories } = JSON.parse(readFileSync(`${report}.report.json`, 'utf8'));
  return Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round(score * 100)]));
}
