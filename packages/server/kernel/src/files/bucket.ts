import { StartupError } from '../postgres/startup-error.js';
import type { Disk } from 'flydrive';

/** A bucket that speaks S3: Amazon's, or another's by its endpoint. Its keys come from the usual AWS variables. */
export interface Bucket {
  name: string;
  region: string;
  /** Address of a service that is not Amazon's; buckets are named in the path there. */
  endpoint?: string | undefined;
}

/** Reads `FILES_S3_BUCKET`, `FILES_S3_REGION` and `FILES_S3_ENDPOINT`; undefined where files lie in a folder. @throws StartupError */
export function bucketIn(env: NodeJS.ProcessEnv): Bucket | undefined {
  const [name, region, endpoint] = ['FILES_S3_BUCKET', 'FILES_S3_REGION', 'FILES_S3_ENDPOINT'].map((variable) => env[variable]?.trim() || undefined);
  if (!name) {
    if (region || endpoint) throw new StartupError('FILES_S3_REGION or FILES_S3_ENDPOINT is set without FILES_S3_BUCKET.');
    return undefined;
  }
  if (endpoint && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) throw new StartupError(`FILES_S3_ENDPOINT is “${endpoint}”; it must be an address that begins with https:// or http://.`);
  if (!region && !endpoint) throw new StartupError('FILES_S3_BUCKET needs FILES_S3_REGION, such as cn-north-1.');
  return { name, region: region ?? 'us-east-1', endpoint };
}

/** Opens the bucket. The SDK is loaded here and not before: who keeps files in a folder never waits for it. */
export async function openBucket({ name, region, endpoint }: Bucket): Promise<Disk> {
  const [{ Disk: OpenDisk }, { S3Driver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/s3')]);
  return new OpenDisk(
    new S3Driver({
      bucket: name,
      region,
      visibility: 'private',
      // Who may read is the bucket's policy to say, and many services know no ACL.
      supportsACL: false,
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      // Services other than Amazon's do not know the checksums that the SDK adds by itself.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
  );
}
