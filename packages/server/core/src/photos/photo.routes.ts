import { HttpRefusal, RecordRef, takeBuffer, type RequestContext, type TenantRoute } from '@weixiang/kernel';
import { parseTypeId, toTypeId } from '@weixiang/shared';
import { Photo } from './photo.entity.js';
import { makePhoto, maxPhotoBytes, UnreadablePhoto, type MadePhoto } from './photo.image.js';
import { keepPhoto, uploaderOf } from './photo.service.js';

type Request = Parameters<TenantRoute['handle']>[1];
type Reply = Parameters<TenantRoute['handle']>[2];

/** `POST /t/:tenant/photos` with the part `file`: answers `{ id, width, height }` of a photo that waits to be attached. */
const receivePhoto: TenantRoute['handle'] = async (context, request, reply) => {
  if (context.actor.personId === null) throw new HttpRefusal(401, 'SIGNED_OUT');
  const { refusals } = await context.write('sendPhoto', {}, async (tx) => ({ uploader: (await uploaderOf(tx)) !== null }));
  if (refusals[0]) throw new HttpRefusal(429, refusals[0].code);
  const made = await madeOf(await takeBuffer(context, request, { part: 'file', maxBytes: maxPhotoBytes }));
  const files = context.kernel.files.of(context.tenant.id);
  const keys: string[] = [];
  try {
    for (const content of [made.full, made.thumbnail]) keys.push((await files.put('photos', once(content))).key);
    const [fileKey = '', thumbnailKey = ''] = keys;
    const { width, height } = made;
    const result = await context.write('sendPhoto', {}, async (tx) => {
      const uploader = await uploaderOf(tx);
      if (!uploader) throw new HttpRefusal(401, 'SIGNED_OUT');
      return { photo: keepPhoto(tx, uploader, { fileKey, thumbnailKey, width, height }) };
    });
    if (!(result.photo instanceof RecordRef)) throw new HttpRefusal(429, result.refusals[0]?.code ?? 'INTERNAL');
    return await reply.code(201).send({ id: toTypeId('photo', result.photo.id), width, height });
  } catch (error) {
    for (const key of keys) await files.remove(key);
    throw error;
  }
};

async function madeOf(sent: Buffer): Promise<MadePhoto> {
  try {
    return await makePhoto(sent);
  } catch (error) {
    if (error instanceof UnreadablePhoto) throw new HttpRefusal(400, error.reason);
    throw error;
  }
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** `GET /t/:tenant/photos/:id` and `…/thumbnail`: the picture, to whom the photo shows; to others there is none. */
const serve = (file: 'fileKey' | 'thumbnailKey'): TenantRoute['handle'] => async (context, request, reply) => {
  const photo = await photoOf(context, request);
  const key = photo[file];
  const tag = `"${key.slice(-36)}"`;
  // Kept by the browser of who saw it, and asked for again each time: a photo may be hidden, a session may end.
  reply.header('cache-control', 'private, no-cache').header('etag', tag).header('cross-origin-resource-policy', 'same-origin');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return sendPicture(context, reply, key);
};

async function sendPicture({ kernel, tenant }: RequestContext, reply: Reply, key: string): Promise<unknown> {
  const content = await kernel.files.of(tenant.id).read(key);
  return reply.type('image/webp').header('content-disposition', 'inline').send(content);
}

async function photoOf({ kernel, tenant, ability }: RequestContext, request: Request): Promise<Photo> {
  const id = parseTypeId(String(Reflect.get(Object(request.params), 'id')));
  const photo = id?.prefix === 'photo' ? await kernel.database.inTenant(tenant.id, (em) => em.findOne(Photo, { id: id.uuid })) : null;
  if (!photo || !ability.can('read', photo)) throw new HttpRefusal(404, 'NOT_FOUND');
  return photo;
}

/** Pictures in and out; everything else about photos is GraphQL. */
export const photoRoutes: readonly TenantRoute[] = [
  { method: 'POST', path: '/photos', handle: receivePhoto },
  { method: 'GET', path: '/photos/:id', handle: serve('fileKey') },
  { method: 'GET', path: '/photos/:id/thumbnail', handle: serve('thumbnailKey') },
];
