import { defineList } from '@weixiang/kernel';
import { Photo } from './photo.entity.js';

/** Photos of a record. */
export const photoList = defineList({
  of: () => Photo,
  name: 'Photo',
  filter: {},
  sort: { POSITION: { description: 'As they were attached.', by: [{ property: 'position', direction: 'asc' }] } },
});
