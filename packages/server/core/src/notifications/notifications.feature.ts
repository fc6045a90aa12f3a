import { defineServer, listQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { notificationAbilities } from './notification.abilities.js';
import { notificationConsumer } from './notification-consumer.js';
import { Notification } from './notification.entity.js';
import { notificationList } from './notification.list.js';
import { NotificationMute } from './notification-mute.entity.js';
import { NotificationFields, NotificationMutations, NotificationQueries, NotificationSubscription } from './notification.resolver.js';
import { forgetNotifications } from './notification.retention.js';

/** What people are told, each their own. */
export const notificationsFeature = defineServer({
  declaration: defineFeature({
    name: 'notifications',
    label: { zh: '消息', en: 'Notifications' },
    description: { zh: '和您有关的事，一有进展就告诉您。', en: 'What concerns you, told as it happens.' },
    dependsOn: ['people'],
    permissions: {},
    messages: { TOO_MANY: { zh: '一次最多 {limit} 条。', en: 'At most {limit} at once.' } },
  }),
  entities: [Notification, NotificationMute],
  reads: [listQuery('notifications', () => notificationList, 'What you were told; nothing for nobody.')],
  resolvers: [NotificationFields, NotificationQueries, NotificationMutations, NotificationSubscription],
  abilities: [notificationAbilities],
  consumers: [notificationConsumer],
  crons: [forgetNotifications],
  migrations: new URL('../../migrations/notifications/', import.meta.url),
});
