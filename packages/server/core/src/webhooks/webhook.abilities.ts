import { holdsAtRoot, type DefineAbilities } from '@weixiang/kernel';

/** Where the tenant's events go is its administrator's affair alone. */
export const webhookAbilities: DefineAbilities = (actor, { can }) => {
  if (!holdsAtRoot(actor, 'webhook.manage')) return;
  can(['read', 'manage'], 'Webhook');
  can(['read', 'manage'], 'WebhookDelivery');
};
