import { ascending, defineList, descending } from '@weixiang/kernel';
import { ConsentWording } from './wording.entity.js';

/** Wordings of the consent. */
export const wordingList = defineList({
  of: () => ConsentWording,
  name: 'ConsentWording',
  filter: {},
  sort: { LATEST: descending('number', 'Latest first: the one in force.'), FIRST: ascending('number', 'Earliest first.') },
});
