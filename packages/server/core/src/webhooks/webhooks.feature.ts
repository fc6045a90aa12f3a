import { defineServer, listQuery, oneQuery, type CronDefinition } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { webhookAbilities } from './webhook.abilities.js';
import { webhookConsumer } from './webhook-consumer.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { Webhook } from './webhook.entity.js';
import { deliverJob } from './webhook.job.js';
import { webhookList } from './webhook.list.js';
import { webhookStopped } from './webhook.notifications.js';
import { WebhookResolver } from './webhook.resolver.js';

const logKeptForDays = 30;

/** Forgets old deliveries. */
const forgetDeliveries: CronDefinition = {
  name: 'webhooks.forget',
  everyMinutes: 24 * 60,
  async run(tx) {
    await tx.em.execute('delete from webhook_delivery where tenant_id = ? and happened_at < ?', [tx.tenant.id, new Date(tx.now.getTime() - logKeptForDays * 86_400_000)]);
  },
};

/** Other products that are told of events. */
export const webhooksFeature = defineServer({
  declaration: defineFeature({
    name: 'webhooks',
    label: { zh: '对外推送', en: 'Webhooks' },
    description: { zh: '有事发生时告诉合作单位和其他系统。', en: 'Partners’ and other products, told of what happens.' },
    dependsOn: ['organisation', 'people', 'notifications'],
    permissions: {
      'webhook.manage': { label: { zh: '管理对外推送', en: 'Look after webhooks' }, level: 'tenant', roles: ['tenantAdministrator'], staysWithHolder: true },
    },
    messages: {
      URL_UNREADABLE: { zh: '请填写完整的网址，例如 https://example.org/weixiang，不带账号密码和 #。', en: 'Write a whole URL like https://example.org/weixiang, without credentials and #.' },
      URL_NOT_HTTPS: { zh: '网址要用 https。', en: 'The URL must be https.' },
      URL_PRIVATE: { zh: '这个网址指向内部网络，不能推送。', en: 'This URL points into a private network.' },
      EVENT_UNKNOWN: { zh: '没有这种事件。', en: 'There is no such event.' },
      WEBHOOKS_TOO_MANY: { zh: '最多设 {limit} 个对外推送。', en: 'There can be at most {limit} webhooks.' },
      DELIVERY_WAITING: { zh: '这一条还在发送。', en: 'This delivery is still on its way.' },
    },
  }),
  entities: [Webhook, WebhookDelivery],
  reads: [
    oneQuery('webhook', () => Webhook, 'One subscription by id; null when absent or not to be seen.'),
    listQuery('webhooks', () => webhookList, 'Subscriptions of other products; for who looks after them.'),
  ],
  resolvers: [WebhookResolver],
  abilities: [webhookAbilities],
  consumers: [webhookConsumer],
  notifications: [webhookStopped.kind],
  jobs: [deliverJob],
  crons: [forgetDeliveries],
  migrations: new URL('../../migrations/webhooks/', import.meta.url),
});
