import { join, resolve } from 'node:path';
import { isUuid } from '@weixiang/shared';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Clock } from '../clock.js';
import { openBucket, type Bucket } from './bucket.js';
import { TenantFiles } from './tenant-files.js';

/** What is known of a file once it is stored. */
export interface StoredFile {
  /** Names it among the tenant's files. */
  key: string;
  bytes: number;
  /** SHA-256 of its content, hex. */
  hash: string;
}

/** Where files lie: in a folder of this machine, or in a bucket, with a folder for what is on its way. */
export interface FilePlace {
  disk(): Promise<Disk>;
  /** Folder whose files have paths of their own; null for a bucket. */
  folder: string | null;
  /** Folder for what is on its way into a bucket or out of it. */
  scratch: string;
  clock: Clock;
}

/** Uploaded files of all tenants; each sees its own alone, since the tenant is part of every path. */
export class FileStore {
  private constructor(private readonly place: FilePlace) {}

  /** A store in a folder, which is made with the first file. Nothing in it is ever served by its path. */
  static inFolder(folder: string, clock: Clock): FileStore {
    const location = resolve(folder);
    const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
    return new FileStore({ disk: () => Promise.resolve(disk), folder: location, scratch: join(location, 'scratch'), clock });
  }

  /** A store in a bucket, which several servers can share; `scratch` is a folder of this one. */
  static inBucket(bucket: Bucket, scratch: string, clock: Clock): FileStore {
    let opened: Promise<Disk> | null = null;
    return new FileStore({ disk: () => (opened ??= openBucket(bucket)), folder: null, scratch: resolve(scratch), clock });
  }

  /**
   * The files of one tenant.
   * @throws Error when the tenant's id is no UUID.
   * @example const { key, hash } = await kernel.files.of(tenant.id).put('imports', upload)
   */
  of(tenantId: string): TenantFiles {
    if (!isUuid(tenantId)) throw new Error('A tenant id is a UUID.');
    return new TenantFiles(this.place, tenantId);
  }
}
