import { defineServer, oneQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { photoAbilities } from './photo.abilities.js';
import { forgetWaitingPhotos, photoFiles } from './photo.cron.js';
import { Photo } from './photo.entity.js';
import { PhotoFields } from './photo.fields.js';
import { PhotoMutations } from './photo.resolver.js';

/** Photos of wishes and activities. */
export const photosFeature = defineServer({
  declaration: defineFeature({
    name: 'photos',
    label: { zh: '照片', en: 'Photos' },
    description: { zh: '心愿和活动的照片。', en: 'Photos of wishes and activities.' },
    dependsOn: ['wishes', 'activities'],
    permissions: {
      'photo.hide': { label: { zh: '隐藏照片', en: 'Hide photos' }, level: 'unit', roles: ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker'] },
    },
    messages: {
      PHOTO_KIND_UNKNOWN: { zh: '请选 JPEG、PNG 或 WebP 照片。', en: 'Please choose a JPEG, PNG or WebP photo.' },
      PHOTO_UNREADABLE: { zh: '这张照片打不开，请换一张。', en: 'This photo cannot be opened; please choose another.' },
      PHOTOS_WAITING: { zh: '传上来还没用的照片太多了，请先用完或明天再传。', en: 'Too many of your photos wait to be used; use them first, or try again tomorrow.' },
      TOO_MANY_PHOTOS: { zh: '最多 {limit} 张照片。', en: 'At most {limit} photos.' },
      PHOTO_ATTACHED: { zh: '这张照片已经用过了，请重新上传。', en: 'This photo is used already; please send it again.' },
      PHOTO_HIDDEN: { zh: '这张照片已经隐藏。', en: 'This photo is hidden already.' },
      PHOTO_SHOWS: { zh: '这张照片没有隐藏。', en: 'This photo is not hidden.' },
    },
  }),
  entities: [Photo],
  reads: [oneQuery('photo', () => Photo, 'One photo by id; null when absent or not to be seen.')],
  resolvers: [PhotoMutations, PhotoFields],
  events: {
    'photo.attached': { label: { zh: '附上照片', en: 'Photo attached' } },
    'photo.hidden': { label: { zh: '隐藏照片', en: 'Photo hidden' }, needs: 'photo.hide' },
    'photo.shown': { label: { zh: '重新显示照片', en: 'Photo shown again' }, needs: 'photo.hide' },
  },
  abilities: [photoAbilities],
  crons: [forgetWaitingPhotos],
  fileKinds: [photoFiles],
  migrations: new URL('../../migrations/photos/', import.meta.url),
});
