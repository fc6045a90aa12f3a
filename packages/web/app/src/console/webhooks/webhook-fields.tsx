import { useQuery } from '@apollo/client/react';
import { useLabel, type Refusals } from '@weixiang/kit';
import { FieldRow, TextField } from '@weixiang/kit/console';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WebhookEventsDocument } from './webhooks.documents.js';

/** The fields that a subscription is made and changed with. */
export const webhookFields = ['name', 'url', 'events'] as const;

/** Names of events as they stand in a form, and back. `eventsIn('wish.accepted,wish.listed')` */
export const eventsIn = (text: string | undefined): string[] => text?.split(',') ?? [];

/** What an event is called; its name where that is not known. */
export function useEventNames() {
  const label = useLabel();
  const { data } = useQuery(WebhookEventsDocument);
  const events = data?.webhookEvents ?? [];
  const nameOf = (event: string) => {
    const known = events.find(({ name }) => name === event);
    return known ? label(known.label) : event;
  };
  return { nameOf, names: events.map(({ name }) => name) };
}

/** What a subscription is called, where it goes, and of what it tells. */
export function WebhookFields({ refusals, now }: { refusals: Refusals; now?: { name: string; url: string; events: string } }) {
  const { t } = useTranslation();
  const { nameOf, names } = useEventNames();
  const [events, setEvents] = useState(eventsIn(now?.events));
  return (
    <>
      <TextField name="name" label={t('webhooks.name')} hint={t('webhooks.nameHint')} refusals={refusals} defaultValue={now?.name} isRequired maxLength={50} autoFocus />
      <TextField name="url" label={t('webhooks.url')} hint={t('webhooks.urlHint')} refusals={refusals} defaultValue={now?.url} isRequired maxLength={500} inputMode="url" />
      <FieldRow name="events" label={t('webhooks.events')} refusals={refusals} isRequired>
        {(wiring) => (
          <>
            <input type="hidden" name="events" value={events.join(',')} />
            <Select
              {...wiring}
              mode="multiple"
              value={events}
              onChange={setEvents}
              showSearch={{ optionFilterProp: 'label' }}
              options={names.map((name) => ({ value: name, label: nameOf(name) }))}
            />
          </>
        )}
      </FieldRow>
    </>
  );
}
