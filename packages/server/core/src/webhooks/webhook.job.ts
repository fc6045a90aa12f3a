import { indexOf, mayBeTold, registry, type Kernel, type OuterJob, type Tenant, type Transaction } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import { tell } from '../notifications/tell.service.js';
import { DeliveryState, WebhookDelivery } from './webhook-delivery.entity.js';
import { deliverJobName } from './webhook-consumer.js';
import { send, type Sent } from './webhook-sender.js';
import { webhookStopped } from './webhook.notifications.js';
import { mostFailures, mostTries, nextTry, signatureOf } from './webhook.rules.js';

/** Sends one delivery: what its owner may see at this moment, and nothing when that is nothing. */
export const deliverJob: OuterJob = {
  name: deliverJobName,
  async runOutside(kernel, tenant, payload) {
    const id = String(payload['delivery']);
    const letter = await letterOf(kernel, tenant, id);
    if (letter === null) return;
    const { url, headers, body } = letter;
    const sent = await send(url, headers, body, kernel.options.allowsPrivateTargets === true);
    await kernel.asSystem(tenant, `webhook ${id}`, (tx) => note(tx, id, sent));
  },
};

interface Letter {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** What is sent; null when there is nothing to send any more. What the owner may not know of leaves no trace in the log. */
async function letterOf(kernel: Kernel, tenant: Tenant, id: string): Promise<Letter | null> {
  return kernel.asSystem(tenant, `webhook ${id}`, async (tx) => {
    const delivery = await tx.em.findOne(WebhookDelivery, { id, state: DeliveryState.WAITING }, { populate: ['webhook'] });
    if (!delivery) return null;
    const { webhook, event, subject, subjectId } = delivery;
    if (!webhook.isActive) {
      await tx.em.execute(`update webhook_delivery set state = 'FAILED', problem = null where tenant_id = ? and id = ?`, [tenant.id, id]);
      return null;
    }
    const record = await seenBy(kernel, tx, webhook.owner.id, { event, subject, subjectId });
    if (!record) {
      await tx.em.execute('delete from webhook_delivery where tenant_id = ? and id = ?', [tenant.id, id]);
      return null;
    }
    const body = JSON.stringify({ event, delivery: toTypeId('delivery', id), tenant: tenant.slug, ...record, at: delivery.happenedAt.toISOString() });
    const headers = {
      'content-type': 'application/json',
      'x-weixiang-event': event,
      'x-weixiang-delivery': toTypeId('delivery', id),
      'x-weixiang-signature': signatureOf(webhook.secret, tx.now, body),
    };
    return { url: webhook.url, headers, body };
  });
}

/** Id and version of the record, when its owner may read it and may be told of the event. */
async function seenBy(kernel: Kernel, tx: Transaction, ownerId: string, { event, subject, subjectId }: { event: string; subject: string; subjectId: string }): Promise<{ id: string; version: number } | null> {
  const told = indexOf(tx.features).events.get(event);
  const table = registry.tableBySubject(subject);
  const owner = await kernel.personAs(tx.em, tx.tenant, ownerId);
  if (!told || !table || !owner) return null;
  const meta = [...tx.em.getMetadata().getAll().values()].find((known) => known.class === table.entity);
  const record = meta && (await tx.em.findOne<{ id: string; version: number }>(meta.class, { id: subjectId }));
  if (!record || !owner.ability.can('read', record) || !(await mayBeTold(tx.em, owner.actor, told, { subject, subjectId }))) return null;
  return { id: toTypeId(table.prefix, record.id), version: record.version };
}

/** Keeps what became of a try; what failed is tried again later, and a subscription that fails and fails is stopped. */
async function note(tx: Transaction, id: string, { status, problem }: Sent): Promise<void> {
  const [delivery] = await tx.em.execute<{ webhook_id: string; attempts: number }[]>(
    'update webhook_delivery set attempts = attempts + 1, status = ?, problem = ?, tried_at = ?, version = version + 1 where tenant_id = ? and id = ? returning webhook_id, attempts',
    [status, problem, tx.now, tx.tenant.id, id],
  );
  if (!delivery) return;
  const { webhook_id: webhookId, attempts } = delivery;
  if (problem !== null && attempts < mostTries) return tx.enqueue({ name: deliverJobName, payload: { delivery: id }, at: nextTry(attempts, tx.now) });
  const isDone = problem === null;
  await tx.em.execute('update webhook_delivery set state = ? where tenant_id = ? and id = ?', [isDone ? DeliveryState.DELIVERED : DeliveryState.FAILED, tx.tenant.id, id]);
  const [webhook] = await tx.em.execute<{ owner_id: string; failures: number }[]>(
    `update webhook set failures = case when ? then 0 else failures + 1 end where tenant_id = ? and id = ? returning owner_id, failures`,
    [isDone, tx.tenant.id, webhookId],
  );
  if (webhook && webhook.failures >= mostFailures) await stop(tx, webhookId, webhook.owner_id);
}

async function stop(tx: Transaction, webhookId: string, ownerId: string): Promise<void> {
  const stopped = await tx.em.execute<{ id: string }[]>(
    'update webhook set is_active = false, stopped_at = ?, version = version + 1 where tenant_id = ? and id = ? and is_active returning id',
    [tx.now, tx.tenant.id, webhookId],
  );
  if (stopped.length === 0) return;
  const people = await webhookStopped.people(tx, ownerId);
  await tell(tx, people.map((person) => ({ kind: webhookStopped.kind, person, subject: 'Webhook', subjectId: webhookId, at: tx.now })));
}
