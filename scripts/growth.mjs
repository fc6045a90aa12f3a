// npm run bench:growth: the same operations on a tenant of 10⁴ to 10⁷ wishes; docs/performance.md says how to read it.
import { spawn } from 'node:child_process';
import { ensureServerBuilt, tool } from './build.mjs';
import { inRoot, root } from './files.mjs';
import { ensureInstalled, node } from './install.mjs';
import { main, run, step } from './steps.mjs';

const flags = process.argv.slice(2);

await main(async () => {
  console.log = console.error; // what the benchmark says is the answer
  await ensureInstalled();
  await ensureServerBuilt();
  await step('build bench', () => run(node, [tool('typescript', 'tsc'), '-b', 'bench/growth']).then(() => undefined));
});

const running = spawn(node, ['--enable-source-maps', inRoot('bench/growth/dist/main.js'), ...flags], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => running.kill(signal));
running.on('exit', (code) => process.exit(code ?? 1));
