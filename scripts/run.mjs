// Runs one of the product's commands, built and on the Node that we bring: `node scripts/run.mjs path/to/command.js --flag`.
import { spawn } from 'node:child_process';
import { ensureServerBuilt } from './build.mjs';
import { inRoot } from './files.mjs';
import { ensureInstalled, node } from './install.mjs';
import { main } from './steps.mjs';

const [command, ...flags] = process.argv.slice(2);

await main(async () => {
  if (!command) throw new Error('Name the command to run.');
  await ensureInstalled();
  await ensureServerBuilt();
});

// What it says is the answer, in its own words and with its own end.
const running = spawn(node, ['--enable-source-maps', inRoot(command), ...flags], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => running.kill(signal));
running.on('exit', (code) => process.exit(code ?? 1));
