import { LockMode } from '@mikro-orm/core';
import { refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { parseTypeId } from '@weixiang/shared';
import { Activity } from '../activities/activity.entity.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Person } from '../people/person.entity.js';
import { Project } from '../projects/project.entity.js';
import { Wish } from '../wishes/wish.entity.js';
import { Photo } from './photo.entity.js';
import type { AttachActivityPhotosInput, DiscardPhotoInput, HidePhotoInput, ShowPhotoInput } from './photo.inputs.js';

/** Photos of one record at most. */
export const mostPhotos = 6;
/** Photos of one person that may wait to be attached. */
const mostWaiting = 18;

/** What a photo takes over from the record it is attached to. */
type Host = Pick<Photo, 'orgUnit' | 'orgPath' | 'isPublic'> & Partial<Pick<Photo, 'wish' | 'wisher' | 'activity' | 'project' | 'projectType'>>;

/** Who sends photos, if they may send another. @throws Refusal PHOTOS_WAITING. */
export async function uploaderOf(tx: Transaction): Promise<Person | null> {
  const uploader = tx.actor.personId === null ? null : await tx.peek(Person, tx.actor.personId);
  if (uploader && (await tx.em.count(Photo, { uploader, attachedAt: null })) >= mostWaiting) throw refuse('PHOTOS_WAITING', 'file');
  return uploader;
}

/** Keeps a photo whose files are stored; it waits to be attached. */
export function keepPhoto(tx: Transaction, uploader: Person, photo: Pick<Photo, 'fileKey' | 'thumbnailKey' | 'width' | 'height'>): Photo {
  return tx.create(Photo, { ...photo, uploader, orgUnit: uploader.orgUnit, orgPath: uploader.orgPath });
}

/** Attaches photos to a wish that is being made. */
export async function attachToWish(tx: Transaction, wish: Wish, ids: readonly string[] | null | undefined): Promise<void> {
  const { orgUnit, isPublic, wisher } = wish;
  await attach(tx, ids, [], { orgUnit, orgPath: orgUnit.orgPath, isPublic, wish, wisher });
}

/** The photos of a wish stand on the wall as it does. */
export async function showWithWish(tx: Transaction, wish: Wish, isPublic: boolean): Promise<void> {
  await tx.em.nativeUpdate(Photo, { wish }, { isPublic });
}

/** The photos of a wish go with it to another unit. */
export async function moveWithWish(tx: Transaction, wish: Wish, orgUnit: OrgUnit): Promise<void> {
  await tx.em.nativeUpdate(Photo, { wish }, { orgUnit, orgPath: orgUnit.orgPath });
}

/** Attaches photos to an activity; who may record it may. */
export async function attachActivityPhotos(tx: Transaction, { activity: id, photos }: AttachActivityPhotosInput): Promise<Activity> {
  const activity = await tx.load(Activity, id, 'read', { field: 'activity' });
  const project = await tx.load(Project, activity.project.id, 'recordActivity', { field: 'activity' });
  await attachToActivity(tx, activity, project, photos);
  return activity;
}

/** The same for one that is being recorded. */
export async function attachToActivity(tx: Transaction, activity: Activity, project: Project, ids: readonly string[] | null | undefined): Promise<void> {
  const { type: projectType, isPublic } = project;
  const { orgUnit, orgPath } = activity;
  await attach(tx, ids, await tx.em.find(Photo, { activity }), { orgUnit, orgPath, isPublic, activity, project, projectType });
}

/** Hides a photo from everybody but staff and its wisher, with a reason. */
export async function hidePhoto(tx: Transaction, input: HidePhotoInput): Promise<Photo> {
  const photo = await tx.load(Photo, input.id, 'hide', input);
  if (photo.isHidden) throw refuse('PHOTO_HIDDEN', 'id');
  const words = requiredWords(input.reason, 'reason', 200);
  Object.assign(photo, { isHidden: true, hiddenReason: words });
  tx.announce('photo.hidden', photo, { words });
  if (photo.wish) tx.announce('wish.photoHidden', await tx.em.findOneOrFail(Wish, { id: photo.wish.id }), { words });
  return photo;
}

/** Lets a hidden photo show again. */
export async function showPhoto(tx: Transaction, input: ShowPhotoInput): Promise<Photo> {
  const photo = await tx.load(Photo, input.id, 'hide', input);
  if (!photo.isHidden) throw refuse('PHOTO_SHOWS', 'id');
  Object.assign(photo, { isHidden: false, hiddenReason: null });
  tx.announce('photo.shown', photo);
  if (photo.wish) tx.announce('wish.photoShown', await tx.em.findOneOrFail(Wish, { id: photo.wish.id }));
  return photo;
}

/** Throws away a photo that its uploader does not want after all. */
export async function discardPhoto(tx: Transaction, { id }: DiscardPhotoInput): Promise<void> {
  tx.em.remove(await tx.load(Photo, id, 'discard'));
}

/**
 * Attaches one's own photos that wait. They are locked, so that nobody attaches one to two records at once.
 * @throws Refusal NOT_FOUND for what is not there or not one's own, PHOTO_ATTACHED, TOO_MANY_PHOTOS, all blaming `photos`.
 */
async function attach(tx: Transaction, ids: readonly string[] | null | undefined, there: readonly Photo[], host: Host): Promise<void> {
  const wanted = [...new Set(ids ?? [])];
  if (wanted.length === 0) return;
  if (there.length + wanted.length > mostPhotos) throw refuse('TOO_MANY_PHOTOS', 'photos', { limit: mostPhotos });
  const uuids = wanted.map((id) => (parseTypeId(id)?.prefix === 'photo' ? (parseTypeId(id)?.uuid ?? '') : ''));
  if (uuids.includes('')) throw refuse('NOT_FOUND', 'photos');
  const photos = await tx.em.find(Photo, { id: { $in: uuids } }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
  const first = Math.max(-1, ...there.map(({ position }) => position)) + 1;
  for (const [at, uuid] of uuids.entries()) {
    const photo = photos.find(({ id }) => id === uuid);
    if (!photo || photo.uploader.id !== tx.actor.personId) throw refuse('NOT_FOUND', 'photos');
    if (photo.attachedAt) throw refuse('PHOTO_ATTACHED', 'photos');
    Object.assign(photo, { ...host, attachedAt: tx.now, position: first + at });
    tx.announce('photo.attached', photo);
  }
}
