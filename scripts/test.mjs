// npm test: sets up what it needs, then checks and tests everything; the first failure ends it. Arguments go to vitest.
import { spawn } from 'node:child_process';
import { ensureServerBuilt, ensureWebBuilt, tool } from './build.mjs';
import { checkBudgets, checkReports, checkSchema, checkStyle, checkTypes } from './checks.mjs';
import { ensureChromium } from './chromium.mjs';
import { root } from './files.mjs';
import { ensureInstalled, node } from './install.mjs';
import { main, toolEnvironment } from './steps.mjs';

let chromium;
await main(async () => {
  await ensureInstalled();
  await checkTypes();
  await checkStyle();
  await ensureServerBuilt();
  await checkSchema();
  await checkReports();
  await ensureWebBuilt();
  await checkBudgets();
  chromium = await ensureChromium();
});

const vitest = spawn(node, [tool('vitest'), 'run', ...process.argv.slice(2)], {
  cwd: root,
  env: { ...toolEnvironment, NODE_ENV: 'test', WEIXIANG_CHROMIUM: chromium, WEIXIANG_BUILT: '1' },
  stdio: ['ignore', 'inherit', 'inherit'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => vitest.kill(signal));
vitest.on('exit', (code) => process.exit(code ?? 1));
