import { ascending, contains, defineList, inSubtree, refersTo } from '@weixiang/kernel';
import { Room } from './room.entity.js';

/** Rooms. */
export const roomList = defineList({
  of: () => Room,
  name: 'Room',
  filter: {
    orgUnit: refersTo('orgUnit', 'unit', 'Only rooms of this very unit.'),
    within: inSubtree('Only rooms of this unit or below.'),
    search: contains(['name'], 'Only rooms whose name contains these characters.'),
  },
  sort: { NAME: ascending('name', 'By name.') },
});
