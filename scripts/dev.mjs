// npm run dev: the server from its sources, started again at every change, and the web app with hot reload before it.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { inRoot, root } from './files.mjs';
import { ensureInstalled, node } from './install.mjs';
import { whenParentDies } from './parent.mjs';
import { main, toolEnvironment } from './steps.mjs';

await main(ensureInstalled);

const port = process.env.PORT || '4000';
const isServerSource = (path) => /\.(ts|sql|json)$/.test(path) && !/(^|\/)(node_modules|dist|dist-types|web|generated)\/|\.test\.ts$/.test(path);

let server;
let isStopping = false;
let restarting;

function startServer() {
  const options = ['--conditions=@weixiang/source', '--import', '@oxc-node/core/register', '--enable-source-maps'];
  const child = spawn(node, [...options, 'packages/server/app/src/main.ts'], {
    cwd: root,
    env: { ...toolEnvironment, PORT: port, NODE_ENV: process.env.NODE_ENV ?? 'development' },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('exit', (code) => {
    if (server !== child) return;
    server = undefined;
    if (!isStopping && !restarting) console.log(`The server ended with ${code}; it starts again at the next change.`);
  });
  server = child;
}

const vite = spawn(node, [inRoot('packages/web/app/node_modules/vite/bin/vite.js'), '--clearScreen', 'false'], {
  cwd: inRoot('packages/web/app'),
  env: { ...toolEnvironment, WEIXIANG_SERVER: `http://127.0.0.1:${port}` },
  detached: process.platform !== 'win32',
  stdio: ['ignore', 'inherit', 'inherit'],
});
vite.on('exit', (code) => stop(code ?? 0));

watch(inRoot('packages'), { recursive: true }, (_, path) => {
  if (!path || isStopping || !isServerSource(path.replaceAll('\\', '/'))) return;
  clearTimeout(restarting);
  restarting = setTimeout(async () => {
    console.log(`${path} changed, starting the server again.`);
    await end(server);
    restarting = undefined;
    if (!isStopping) startServer();
  }, 200);
});
startServer();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
whenParentDies(() => stop(0));

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  await Promise.all([end(server), end(vite)]);
  process.exit(code);
}

function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
  });
}
