import { basename } from 'node:path';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { HttpRefusal } from '../http/http-refusal.js';
import type { RequestContext } from '../request/context.js';
import type { StoredFile } from './file-store.js';

/** A file that came with a request, stored. */
export interface Upload extends StoredFile {
  /** Its own name, without folders and control characters; null when it had none. */
  name: string | null;
}

/** What {@link takeUpload} expects. */
export interface UploadOptions {
  /** Name of the part that holds the file. */
  part: string;
  /** What the file is for, one lower-case word. */
  kind: string;
  maxBytes: number;
}

const longestName = 200;
const megabyte = 1024 * 1024;

/**
 * Streams the one file of a multipart request into the tenant's file store.
 * @throws HttpRefusal UPLOAD_WITHOUT_FILE, UPLOAD_TOO_LARGE, UPLOAD_BROKEN_OFF; nothing is stored then.
 * @example const file = await takeUpload(context, request, { part: 'file', kind: 'imports', maxBytes: 50_000_000 })
 */
export async function takeUpload(context: RequestContext, request: FastifyRequest, { part, kind, maxBytes }: UploadOptions): Promise<Upload> {
  const { kernel, tenant } = context;
  const sent = await sentFile(context, request, { part, maxBytes });
  const files = kernel.files.of(tenant.id);
  const stored = await files.put(kind, sent.file).catch((error: unknown) => {
    if (!request.raw.destroyed && !sent.file.destroyed) throw error;
    throw new HttpRefusal(400, 'UPLOAD_BROKEN_OFF');
  });
  if (!sent.file.truncated) return { ...stored, name: nameOf(sent.filename) };
  await files.remove(stored.key);
  throw new HttpRefusal(413, 'UPLOAD_TOO_LARGE', { max: Math.floor(maxBytes / megabyte) });
}

/**
 * Takes the one file of a multipart request into memory, for what is looked at as a whole before it is stored: a picture.
 * @throws HttpRefusal as {@link takeUpload} does.
 */
export async function takeBuffer(context: RequestContext, request: FastifyRequest, { part, maxBytes }: Omit<UploadOptions, 'kind'>): Promise<Buffer> {
  const { file } = await sentFile(context, request, { part, maxBytes });
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of file) chunks.push(Buffer.from(chunk));
  } catch {
    throw new HttpRefusal(400, 'UPLOAD_BROKEN_OFF');
  }
  if (file.truncated) throw new HttpRefusal(413, 'UPLOAD_TOO_LARGE', { max: Math.floor(maxBytes / megabyte) });
  return Buffer.concat(chunks);
}

/** The part that holds the file, not yet read. */
async function sentFile({ kernel, tenant }: RequestContext, request: FastifyRequest, { part, maxBytes }: Omit<UploadOptions, 'kind'>): Promise<MultipartFile> {
  if (!request.isMultipart()) throw new HttpRefusal(400, 'UPLOAD_WITHOUT_FILE');
  const sent = await request.file({ limits: { fileSize: maxBytes } }).catch((error: unknown) => {
    kernel.log.info({ err: error, tenantId: tenant.id }, 'an upload could not be read');
    throw new HttpRefusal(400, 'UPLOAD_BROKEN_OFF');
  });
  if (sent?.fieldname !== part) throw new HttpRefusal(400, 'UPLOAD_WITHOUT_FILE');
  return sent;
}

function nameOf(name: string): string | null {
  const plain = basename(name.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '').trim();
  return plain === '' ? null : [...plain].slice(0, longestName).join('');
}
