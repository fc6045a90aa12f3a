import { defineList, descending } from '@weixiang/kernel';
import { Webhook } from './webhook.entity.js';

/** Subscriptions of other products, the latest first. */
export const webhookList = defineList({
  of: () => Webhook,
  name: 'Webhook',
  filter: { isActive: { type: () => Boolean, description: 'true: only those that are told · false: only the others.', test: { kind: 'equals', property: 'isActive' } } },
  sort: { NEWEST: descending('createdAt', 'Latest first.') },
});
