import { arrayText, indexOf, prepared, type EventConsumer } from '@weixiang/kernel';
import { newId } from '@weixiang/shared';

/** Name of the job that sends one delivery. */
export const deliverJobName = 'webhooks.deliver';

const wanting = prepared('select id, events from webhook where tenant_id = ? and is_active and events && ?::text[]');
const noting = prepared(`insert into webhook_delivery (tenant_id, id, created_at, webhook_id, event_id, event, subject, subject_id, happened_at, state)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') on conflict (tenant_id, webhook_id, event_id) do nothing`);

/** Notes what is to be sent to whom; who may know of it is asked when it is sent. */
export const webhookConsumer: EventConsumer = {
  name: 'webhooks.note',
  begins: 'now',
  async consume(tx, events) {
    const { events: told } = indexOf(tx.features);
    const about = events.filter(({ name }) => told.has(name));
    if (about.length === 0) return;
    const webhooks = await tx.em.execute<{ id: string; events: string[] }[]>(wanting, [tx.tenant.id, arrayText(about.map(({ name }) => name))]);
    const rows = webhooks.flatMap((webhook) => about.filter(({ name }) => webhook.events.includes(name)).map((event) => ({ id: newId(), webhook: webhook.id, event })));
    await Promise.all(rows.map(({ id, webhook, event }) => tx.em.execute(noting, [tx.tenant.id, id, tx.now, webhook, event.id, event.name, event.subject, event.subjectId, event.at])));
    for (const { id } of rows) tx.enqueue({ name: deliverJobName, payload: { delivery: id } });
  },
};
