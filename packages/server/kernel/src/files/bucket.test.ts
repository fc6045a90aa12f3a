import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { newId } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SettableClock } from '../clock.js';
import { bucketIn } from './bucket.js';
import { FileStore } from './file-store.js';
import { FakeBucket } from './fixture/bucket.fixture.js';

const scratch = mkdtempSync(join(tmpdir(), 'weixiang-scratch-'));
const clock = new SettableClock(new Date('2026-05-19T02:00:00Z'));
const fake = new FakeBucket();

async function* chunks(...words: string[]): AsyncGenerator<Buffer> {
  for (const word of words) yield Buffer.from(word);
}

describe('the file store in a bucket', () => {
  let store: FileStore;
  beforeAll(async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'tester');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    store = FileStore.inBucket(await fake.open(), scratch, clock);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await fake.close();
    rmSync(scratch, { recursive: true });
  });

  it('stores a stream below its tenant, tells its size and SHA-256, and reads it back', async () => {
    const tenant = newId();
    const files = store.of(tenant);
    const stored = await files.put('imports', chunks('台', '账'));
    expect(stored).toMatchObject({ bytes: 6, hash: 'bf3d597a8461e4c2c7bb4def2e21811b7d1523e8a743001ba15fdf28ea11c817' });
    expect([...fake.objects.keys()]).toEqual([`${tenant}/${stored.key}`]);
    expect(await text(await files.read(stored.key))).toBe('台账');
    expect(await files.has(stored.key)).toBe(true);
    expect(await store.of(newId()).has(stored.key)).toBe(false);
    expect(readdirSync(scratch)).toEqual([]);
    await files.remove(stored.key);
    await files.remove(stored.key);
    expect(await files.has(stored.key)).toBe(false);
    expect(fake.objects.size).toBe(0);
  });

  it('lends a path of this machine for as long as it is needed, failures included', async () => {
    const files = store.of(newId());
    const { key } = await files.put('imports', chunks('台账'));
    const path = await files.lend(key, async (at) => {
      expect(readFileSync(at, 'utf8')).toBe('台账');
      return at;
    });
    expect(existsSync(path)).toBe(false);
    await expect(files.lend(key, () => Promise.reject(new Error('unreadable')))).rejects.toThrow('unreadable');
    await files.remove(key);
    await expect(files.lend(key, async () => undefined)).rejects.toThrow();
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('leaves nothing of a stream that fails on the way, here or there', async () => {
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      throw new Error('the line went dead');
    };
    await expect(store.of(newId()).put('imports', broken())).rejects.toThrow('the line went dead');
    fake.isFull = true;
    await expect(store.of(newId()).put('imports', chunks('whole'))).rejects.toThrow();
    fake.isFull = false;
    expect(fake.objects.size).toBe(0);
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('lists what was stored before a moment, page by page', async () => {
    const files = store.of(newId());
    const old: string[] = [];
    for (let count = 0; count < 5; count += 1) old.push((await files.put('imports', chunks('x'))).key);
    await store.of(newId()).put('imports', chunks('another tenant’s'));
    clock.advance(3_600_000);
    await files.put('imports', chunks('new'));
    expect((await files.storedBefore('imports', clock.now())).toSorted()).toEqual(old.toSorted());
    expect(await files.storedBefore('photos', clock.now())).toEqual([]);
  });
});

describe('the settings of a bucket', () => {
  it('are none without a bucket, and complete with one', () => {
    expect(bucketIn({})).toBeUndefined();
    expect(bucketIn({ FILES_S3_BUCKET: 'a', FILES_S3_REGION: 'cn-north-1' })).toEqual({ name: 'a', region: 'cn-north-1', endpoint: undefined });
    expect(bucketIn({ FILES_S3_BUCKET: 'a', FILES_S3_ENDPOINT: 'https://minio.example:9000' })).toMatchObject({ region: 'us-east-1', endpoint: 'https://minio.example:9000' });
    expect(() => bucketIn({ FILES_S3_REGION: 'x' })).toThrow('without FILES_S3_BUCKET');
    expect(() => bucketIn({ FILES_S3_BUCKET: 'a' })).toThrow('FILES_S3_REGION');
    expect(() => bucketIn({ FILES_S3_BUCKET: 'a', FILES_S3_ENDPOINT: 'minio:9000' })).toThrow('FILES_S3_ENDPOINT is');
  });
});
