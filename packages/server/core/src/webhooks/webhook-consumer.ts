import { indexOf, type EventConsumer } from '@weixiang/kernel';
import { newId } from '@weixiang/shared';
import { Webhook } from './webhook.entity.js';

/** Name of the job that sends one delivery. */
export const deliverJobName = 'webhooks.deliver';

/** Notes what is to be sent to whom; who may know of it is asked when it is sent. */
export const webhookConsumer: EventConsumer = {
  name: 'webhooks.note',
  begins: 'now',
  async consume(tx, events) {
    const { events: told } = indexOf(tx.features);
    const about = events.filter(({ name }) => told.has(name));
    if (about.length === 0) return;
    const webhooks = await tx.em.find(Webhook, { isActive: true }, { fields: ['events'] });
    const rows = webhooks.flatMap((webhook) => about.filter(({ name }) => webhook.events.includes(name)).map((event) => ({ id: newId(), webhook: webhook.id, event })));
    for (const { id, webhook, event } of rows) {
      await tx.em.execute(
        `insert into webhook_delivery (tenant_id, id, created_at, webhook_id, event_id, event, subject, subject_id, happened_at, state)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') on conflict (tenant_id, webhook_id, event_id) do nothing`,
        [tx.tenant.id, id, tx.now, webhook, event.id, event.name, event.subject, event.subjectId, event.at],
      );
      tx.enqueue({ name: deliverJobName, payload: { delivery: id } });
    }
  },
};
