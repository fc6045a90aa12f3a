import { StartupError } from '@weixiang/kernel';
import { demoAccounts, loadExample } from './example/example.js';
import { bearLostConnections } from './kernel-options.js';
import { listen, startServer } from './server.js';
import { readSettings, type Settings } from './settings.js';

const progress = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  // The launcher talks through this channel; when it is gone, however it ended, so are we: at once while there is nothing
  // to stop yet but a database that ends with us, and with everything finished later.
  const leave = (): never => process.exit(0);
  process.on('disconnect', leave);
  if (process.connected === false) leave();
  const server = await startServer(settings, progress);
  bearLostConnections(server.kernel.log);
  let isStopping = false;
  const stop = (code: number): void => {
    if (isStopping) return;
    isStopping = true;
    progress('Stopping.');
    void server.stop().finally(() => process.exit(code));
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  process.off('disconnect', leave).on('disconnect', () => stop(0));
  try {
    if (!settings.isProduction) await loadExample(server.kernel, progress);
    const address = await listen(server.http, settings);
    server.kernel.log.flush(() => announce(address, settings));
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function announce(address: string, { isProduction }: Settings): void {
  const base = address.replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost');
  const lines = ['', 'Weixiang 微项 is ready.'];
  for (const slug of isProduction ? [] : ['qiaocheng', 'jiayuguan']) {
    lines.push(`  ${slug.padEnd(10)} portal   ${base}/t/${slug}/`, `             console  ${base}/t/${slug}/console`, `             GraphQL  ${base}/t/${slug}/graphql`);
  }
  lines.push(isProduction ? `  ${base}/` : `  Demo accounts: ${demoAccounts.map(({ login }) => login).join(', ')}; password weixiang-demo`);
  progress(lines.join('\n'));
}

main().catch((error: unknown) => {
  if (error instanceof StartupError) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
