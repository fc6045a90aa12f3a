import { randomBytes } from 'node:crypto';
import { indexOf, refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { Person } from '../people/person.entity.js';
import { Webhook } from './webhook.entity.js';
import type { CreateWebhookInput, EditWebhookInput, ReplayDeliveryInput, WebhookInput } from './webhook.inputs.js';
import { problemOfUrl } from './webhook.rules.js';
import { deliverJobName } from './webhook-consumer.js';
import { DeliveryState, WebhookDelivery } from './webhook-delivery.entity.js';

const longestName = 50;
const mostWebhooks = 20;

/** Makes a subscription; its secret is told now and never again. */
export async function createWebhook(tx: Transaction, input: CreateWebhookInput, allowsPrivate: boolean): Promise<{ webhook: Webhook; secret: string }> {
  tx.require('manage', 'Webhook');
  const name = requiredWords(input.name, 'name', longestName);
  const url = urlOf(input.url, allowsPrivate);
  const events = eventsOf(tx, input.events);
  const owner = await tx.refer(Person, input.owner ?? tx.actor.personId ?? '', 'owner');
  if ((await tx.em.count(Webhook)) >= mostWebhooks) throw refuse('WEBHOOKS_TOO_MANY', null, { limit: mostWebhooks });
  const secret = newSecret();
  return { webhook: tx.create(Webhook, { name, url, events, owner, secret }), secret };
}

/** Changes a subscription, switches it off, or on again. */
export async function editWebhook(tx: Transaction, input: EditWebhookInput, allowsPrivate: boolean): Promise<Webhook> {
  const webhook = await tx.load(Webhook, input.id, 'manage', input);
  if (input.name != null) webhook.name = requiredWords(input.name, 'name', longestName);
  if (input.url != null) webhook.url = urlOf(input.url, allowsPrivate);
  if (input.events != null) webhook.events = eventsOf(tx, input.events);
  if (input.isActive != null) webhook.isActive = input.isActive;
  if (input.isActive === true) Object.assign(webhook, { failures: 0, stoppedAt: null } satisfies Partial<Webhook>);
  return webhook;
}

/** Gives a subscription a new secret; the old one signs nothing any more. */
export async function renewWebhookSecret(tx: Transaction, input: WebhookInput): Promise<{ webhook: Webhook; secret: string }> {
  const webhook = await tx.load(Webhook, input.id, 'manage', input);
  const secret = newSecret();
  webhook.secret = secret;
  return { webhook, secret };
}

/** Ends a subscription, with the log of what it was sent. */
export async function deleteWebhook(tx: Transaction, input: WebhookInput): Promise<void> {
  tx.em.remove(await tx.load(Webhook, input.id, 'manage', input));
}

/** Sends what was given up, or sent, once more; with the rights of this moment. */
export async function replayDelivery(tx: Transaction, input: ReplayDeliveryInput): Promise<WebhookDelivery> {
  const delivery = await tx.load(WebhookDelivery, input.id, 'manage');
  if (delivery.state === DeliveryState.WAITING) throw refuse('DELIVERY_WAITING', 'id');
  await tx.em.execute(`update webhook_delivery set state = 'WAITING', attempts = 0, version = version + 1 where tenant_id = ? and id = ?`, [tx.tenant.id, delivery.id]);
  tx.enqueue({ name: deliverJobName, payload: { delivery: delivery.id } });
  return delivery;
}

function urlOf(text: string, allowsPrivate: boolean): string {
  const url = text.trim();
  const problem = problemOfUrl(url, allowsPrivate);
  if (problem) throw refuse(problem, 'url');
  return url;
}

function eventsOf(tx: Transaction, names: readonly string[]): string[] {
  const { events } = indexOf(tx.features);
  const chosen = [...new Set(names)].toSorted();
  if (chosen.length === 0) throw refuse('REQUIRED', 'events');
  if (!chosen.every((name) => events.has(name))) throw refuse('EVENT_UNKNOWN', 'events');
  return chosen;
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}
