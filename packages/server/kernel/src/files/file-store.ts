import { createHash, randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { isUuid } from '@weixiang/shared';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** What is known of a file once it is stored. */
export interface StoredFile {
  /** Names it among the tenant's files. */
  key: string;
  bytes: number;
  /** SHA-256 of its content, hex. */
  hash: string;
}

/** Uploaded files of all tenants; each sees its own alone, since the tenant is part of every path. */
export class FileStore {
  private constructor(
    private readonly disk: Disk,
    private readonly folder: string,
  ) {}

  /** A store in a folder, which is made with the first file. Nothing in it is ever served by its path. */
  static inFolder(folder: string): FileStore {
    const location = resolve(folder);
    return new FileStore(new Disk(new FSDriver({ location, visibility: 'private' })), location);
  }

  /**
   * The files of one tenant.
   * @throws Error when the tenant's id is no UUID.
   * @example const { key, hash } = await kernel.files.of(tenant.id).put('imports', upload)
   */
  of(tenantId: string): TenantFiles {
    if (!isUuid(tenantId)) throw new Error('A tenant id is a UUID.');
    return new TenantFiles(this.disk, this.folder, tenantId);
  }
}

/** One tenant's files, by keys that the store makes: no name of a user ever becomes a path. */
export class TenantFiles {
  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    private readonly tenantId: string,
  ) {}

  /**
   * Stores a stream under a new key, in bounded memory. When the stream fails, nothing stays and its error is thrown.
   * @param kind What the file is for, one lower-case word: `imports`.
   */
  async put(kind: string, content: AsyncIterable<Buffer>): Promise<StoredFile> {
    if (!/^[a-z]+$/.test(kind)) throw new Error('A kind of file is one lower-case word.');
    const key = `${kind}/${randomUUID()}`;
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
      await this.disk.putStream(this.place(key), Readable.from(counted(), { objectMode: false }));
    } catch (error) {
      await this.remove(key);
      throw broken ?? error; // the disk would only say that it could not write
    }
    return { key, bytes, hash: hash.digest('hex') };
  }

  /** Whether the file is there. */
  async has(key: string): Promise<boolean> {
    return this.disk.exists(this.place(key));
  }

  /** Path of the file on this machine, for readers that jump about in it (spreadsheets). Read it, never keep it. */
  async pathOf(key: string): Promise<string> {
    return join(this.folder, this.place(key));
  }

  /** Removes the file; it is no matter when it is gone already. */
  async remove(key: string): Promise<void> {
    await this.disk.delete(this.place(key));
  }

  private place(key: string): string {
    if (!/^[a-z]+\/[0-9a-f-]{36}$/.test(key)) throw new Error('This is no key of the file store.');
    return `${this.tenantId}/${key}`;
  }
}
