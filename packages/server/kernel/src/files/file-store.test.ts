import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { newId } from '@weixiang/shared';
import { afterAll, describe, expect, it } from 'vitest';
import { SettableClock } from '../clock.js';
import { FileStore } from './file-store.js';

const clock = new SettableClock(new Date('2026-05-19T02:00:00Z'));
const folder = mkdtempSync(join(tmpdir(), 'weixiang-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function* chunks(...words: string[]): AsyncGenerator<Buffer> {
  for (const word of words) yield Buffer.from(word);
}

describe('the file store', () => {
  it('stores a stream below its tenant and tells its size and SHA-256', async () => {
    const tenant = newId();
    const files = FileStore.inFolder(folder, clock).of(tenant);
    const stored = await files.put('imports', chunks('台', '账'));
    expect(stored).toMatchObject({ bytes: 6, hash: 'bf3d597a8461e4c2c7bb4def2e21811b7d1523e8a743001ba15fdf28ea11c817' });
    await files.lend(stored.key, async (path) => {
      expect(path).toBe(join(folder, tenant, stored.key));
      expect(readFileSync(path, 'utf8')).toBe('台账');
    });
    expect(await text(await files.read(stored.key))).toBe('台账');
    expect(await FileStore.inFolder(folder, clock).of(newId()).has(stored.key)).toBe(false);
    await files.remove(stored.key);
    await files.remove(stored.key);
    expect(await files.has(stored.key)).toBe(false);
  });

  it('leaves nothing of a stream that fails on the way', async () => {
    const tenant = newId();
    const files = FileStore.inFolder(folder, clock).of(tenant);
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      throw new Error('the line went dead');
    };
    await expect(files.put('imports', broken())).rejects.toThrow('the line went dead');
    expect(readdirSync(join(folder, tenant, 'imports'))).toEqual([]);
  });

  it.each(['../../etc/passwd', 'imports/../x', 'imports/01961c2e-5d0b-7a3f-9c55-0c1f2a9be701/x', '/etc/passwd'])('refuses the key %s', async (key) => {
    const files = FileStore.inFolder(folder, clock).of(newId());
    await expect(files.lend(key, async () => undefined)).rejects.toThrow('no key');
    await expect(files.read(key)).rejects.toThrow('no key');
    await expect(files.has(key)).rejects.toThrow('no key');
  });

  it('lists what was stored before a moment, and nothing where nothing was ever stored', async () => {
    const files = FileStore.inFolder(folder, clock).of(newId());
    expect(await files.storedBefore('imports', clock.now())).toEqual([]);
    const { key } = await files.put('imports', chunks('old'));
    expect(await files.storedBefore('imports', clock.now())).toEqual([]);
    clock.advance(1);
    await files.put('imports', chunks('new'));
    expect(await files.storedBefore('imports', clock.now())).toEqual([key]);
  });

  it('refuses a tenant that is none', () => {
    expect(() => FileStore.inFolder(folder, clock).of('..')).toThrow('UUID');
  });
});
