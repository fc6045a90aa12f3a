import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// What `npm run dev` runs keeps the order of modules stricter than the compiler: a decorator's metadata names an enum, so
// an enum that entities which import each other share has a module of its own.
it('loads every feature from its sources, as npm run dev does', () => {
  const installed = new URL('installed.ts', import.meta.url).href;
  const options = ['--conditions=@weixiang/source', '--import', '@oxc-node/core/register', '--input-type=module'];
  const { status, stderr } = spawnSync(process.execPath, [...options, '--eval', `await import(${JSON.stringify(installed)})`], {
    cwd: fileURLToPath(new URL('../../../../', import.meta.url)),
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect([status, stderr]).toEqual([0, '']);
}, 60_000);
