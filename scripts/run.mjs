// Runs one of the product's commands, built and on the Node that we bring: `node scripts/run.mjs path/to/command.js --flag`.
import { ensureServerBuilt } from './build.mjs';
import { inRoot } from './files.mjs';
import { ensureInstalled, node } from './install.mjs';
import { main, run } from './steps.mjs';

await main(async () => {
  const [command, ...flags] = process.argv.slice(2);
  if (!command) throw new Error('Name the command to run.');
  await ensureInstalled();
  await ensureServerBuilt();
  process.stdout.write(await run(node, ['--enable-source-maps', inRoot(command), ...flags]));
});
