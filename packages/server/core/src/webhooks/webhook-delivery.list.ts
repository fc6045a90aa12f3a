import { anyOf, defineList, descending } from '@weixiang/kernel';
import { DeliveryState, WebhookDelivery } from './webhook-delivery.entity.js';

/** What was sent, the latest first. */
export const webhookDeliveryList = defineList({
  of: () => WebhookDelivery,
  name: 'WebhookDelivery',
  filter: { state: anyOf('state', () => [DeliveryState], 'Only those in one of these states.') },
  sort: { NEWEST: descending('happenedAt', 'Latest event first.') },
});
