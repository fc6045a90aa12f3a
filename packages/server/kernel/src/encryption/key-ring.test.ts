import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ownKeyFile, parseKeys, readKeyFile } from './key-ring.js';

const folder = mkdtempSync(join(tmpdir(), 'weixiang-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = 'A'.repeat(43);

describe('a ring of keys', () => {
  it('writes under the first and holds all of them', () => {
    const ring = parseKeys(` k2:${key}=,\nk1:${key} `, 'WEIXIANG_KEYS');
    expect(ring.current).toBe('k2');
    expect([ring.key('k1')?.length, ring.key('k2')?.length, ring.key('k3')]).toEqual([32, 32, undefined]);
  });

  it.each(['', ' , ', 'k1', `k1:${key.slice(1)}`, `k1:${key}A=`, `k_1:${key}=`, `k1:${key}=,k1:${key}=`])('is not made of %j, and does not repeat it', (text) => {
    expect(() => parseKeys(text, 'WEIXIANG_KEYS')).toThrow(/^WEIXIANG_KEYS (is empty|does not hold keys)/);
    expect(() => parseKeys(text, 'WEIXIANG_KEYS')).not.toThrow(key.slice(5));
  });

  it('lies in a file that its owner alone may read, and is made once', () => {
    const path = join(folder, 'keys');
    const made = ownKeyFile(path).key('k1');
    expect(made?.length).toBe(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = readFileSync(path, 'utf8');
    chmodSync(path, 0o644);
    expect(ownKeyFile(path).key('k1')).toEqual(made);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is read from a file of somebody else’s, or the start says why not', () => {
    const path = join(folder, 'mounted');
    expect(() => readKeyFile(path)).toThrow(`The key file ${path} cannot be read`);
    writeFileSync(path, `k7:${key}=\n`);
    expect(readKeyFile(path).current).toBe('k7');
  });
});
