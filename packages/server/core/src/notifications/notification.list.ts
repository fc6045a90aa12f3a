import { anyOf, defineList, descending } from '@weixiang/kernel';
import { Notification } from './notification.entity.js';

/** What somebody was told, the latest first. */
export const notificationList = defineList({
  of: () => Notification,
  name: 'Notification',
  filter: {
    isUnread: { type: () => Boolean, description: 'true: only what you have not read · false: only what you have.', test: { kind: 'isNull', property: 'readAt' } },
    isArchived: { type: () => Boolean, description: 'true: only what you put away · false: only the rest.', test: { kind: 'sql', sql: ({ column }) => `${column('archivedAt')} is not null` } },
    kind: anyOf('kind', () => [String], 'Only these kinds.'),
  },
  sort: { NEWEST: descending('arrivedAt', 'Latest first.') },
});
