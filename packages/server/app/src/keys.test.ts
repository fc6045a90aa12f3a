import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { keysOf } from './keys.js';
import { readSettings } from './settings.js';

const dataDir = mkdtempSync(join(tmpdir(), 'weixiang-app-keys-'));
afterAll(() => rmSync(dataDir, { recursive: true }));
const key = 'A'.repeat(43);

describe('the keys of encrypted fields', () => {
  it('are the operator’s where they are given', () => {
    expect(keysOf(readSettings({ DATA_DIR: dataDir, WEIXIANG_KEYS: `k9:${key}=`, NODE_ENV: 'production' }))?.current).toBe('k9');
    writeFileSync(join(dataDir, 'mounted'), `k8:${key}=`);
    expect(keysOf(readSettings({ DATA_DIR: dataDir, WEIXIANG_KEYS_FILE: join(dataDir, 'mounted'), NODE_ENV: 'production' }))?.current).toBe('k8');
    expect(existsSync(join(dataDir, 'keys'))).toBe(false);
  });

  it('are made beside the data outside production', () => {
    expect(keysOf(readSettings({ DATA_DIR: dataDir }))?.current).toBe('k1');
    expect(statSync(join(dataDir, 'keys')).mode & 0o777).toBe(0o600);
  });

  it('stop a server in production that has none, in one line and before anything is started', () => {
    const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
    const { PATH, HOME } = process.env;
    const empty = join(dataDir, 'nothing');
    const ended = spawnSync(process.execPath, [main], { env: { PATH, HOME, DATA_DIR: empty, PORT: '0', NODE_ENV: 'production' }, encoding: 'utf8', timeout: 30_000 });
    expect(ended.status).toBe(1);
    expect(ended.stderr.trim().split('\n')).toEqual([expect.stringContaining('set WEIXIANG_KEYS to k1:<base64 of 32 random bytes>')]);
    expect(existsSync(empty)).toBe(false);
  });
});
