import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '@weixiang/shared';
import type { FilePlace, StoredFile } from './file-store.js';

/** One tenant's files, by keys that the store makes: no name of a user ever becomes a path. */
export class TenantFiles {
  constructor(
    private readonly place: FilePlace,
    private readonly tenantId: string,
  ) {}

  /**
   * Stores a stream under a new key, in bounded memory. When the stream fails, nothing stays and its error is thrown.
   * @param kind What the file is for, one lower-case word: `imports`.
   */
  async put(kind: string, content: AsyncIterable<Buffer>): Promise<StoredFile> {
    if (!/^[a-z]+$/.test(kind)) throw new Error('A kind of file is one lower-case word.');
    const key = `${kind}/${newId(this.place.clock)}`;
    const hash = createHash('sha256');
    let bytes = 0;
    let broken: unknown;
    const counted = async function* (): AsyncGenerator<Buffer> {
      try {
        for await (const chunk of content) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      } catch (error) {
        broken = error;
        throw error;
      }
    };
    try {
      await this.store(this.pathAt(key), Readable.from(counted(), { objectMode: false }));
    } catch (error) {
      await this.remove(key);
      throw broken ?? error; // the disk would only say that it could not write
    }
    return { key, bytes, hash: hash.digest('hex') };
  }

  /** Whether the file is there. */
  async has(key: string): Promise<boolean> {
    return (await this.place.disk()).exists(this.pathAt(key));
  }

  /** The file's content, for who passes it on. @throws when it is not there. */
  async read(key: string): Promise<Readable> {
    return (await this.place.disk()).getStream(this.pathAt(key));
  }

  /**
   * Lends the file a path on this machine while `work` goes on, for readers that jump about in it (spreadsheets).
   * @example await files.lend(key, (path) => readWorkbook(path))
   */
  async lend<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
    const at = this.pathAt(key);
    if (this.place.folder !== null) return work(join(this.place.folder, at));
    const copy = await this.scratch();
    try {
      await pipeline(await this.read(key), createWriteStream(copy, { mode: 0o600 }));
      return await work(copy);
    } finally {
      await rm(copy, { force: true });
    }
  }

  /** Removes the file; it is no matter when it is gone already. */
  async remove(key: string): Promise<void> {
    await (await this.place.disk()).delete(this.pathAt(key));
  }

  /** Keys of a kind that were stored before a moment; the key itself says when. */
  async storedBefore(kind: string, moment: Date): Promise<string[]> {
    const disk = await this.place.disk();
    const keys: string[] = [];
    let paginationToken: string | undefined;
    do {
      const page = await disk.listAll(`${this.tenantId}/${kind}`, { paginationToken }).catch((error: unknown) => {
        // A folder that no file was ever put into.
        if (Reflect.get(Object(Reflect.get(Object(error), 'cause')), 'code') === 'ENOENT') return { objects: [], paginationToken: undefined };
        throw error;
      });
      for (const { isFile, name } of page.objects) if (isFile && (storedAt(name) ?? Infinity) < moment.getTime()) keys.push(`${kind}/${name}`);
      ({ paginationToken } = page);
    } while (paginationToken);
    return keys;
  }

  /** A bucket wants to know the length first, and a stream has none: it lies on the disk until its end was seen. */
  private async store(at: string, content: Readable): Promise<void> {
    const disk = await this.place.disk();
    if (this.place.folder !== null) return disk.putStream(at, content);
    const copy = await this.scratch();
    try {
      const file = createWriteStream(copy, { mode: 0o600 });
      await pipeline(content, file);
      await disk.putStream(at, createReadStream(copy), { contentLength: file.bytesWritten });
    } finally {
      await rm(copy, { force: true });
    }
  }

  private async scratch(): Promise<string> {
    await mkdir(this.place.scratch, { recursive: true, mode: 0o700 });
    return join(this.place.scratch, randomUUID());
  }

  private pathAt(key: string): string {
    if (!/^[a-z]+\/[0-9a-f-]{36}$/.test(key)) throw new Error('This is no key of the file store.');
    return `${this.tenantId}/${key}`;
  }
}

/** Milliseconds at which a key was made, which stand in it; null for a key of another making. */
function storedAt(name: string): number | null {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(name) ? Number.parseInt(name.slice(0, 13).replace('-', ''), 16) : null;
}
