import { Empty, useFormat, useHolds, useRefusingMutation } from '@weixiang/kit';
import { Button, DataTable, Dialog, FieldRow, RefusingForm, Section, TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerQuery } from '../generated/graphql.js';
import { PersonSelect } from '../people/person-select.js';
import { AppointRepresentativeDocument, DismissRepresentativeDocument } from './partners.documents.js';

type Partner = NonNullable<PartnerQuery['partner']>;

/** Who speaks for a partner; they see its projects and agreements and record what it delivers. */
export function PartnerRepresentatives({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const holds = useHolds();
  const mayAppoint = holds('partner.admit');
  const [isOpen, setOpen] = useState(false);
  const dismiss = useRefusingMutation(DismissRepresentativeDocument, (data) => data.dismissRepresentative, { refetch: ['Partner'] });
  return (
    <Section
      title={t('partners.representatives')}
      note={
        mayAppoint &&
        partner.state === 'ADMITTED' && (
          <Button isSmall icon="add" onPress={() => setOpen(true)}>
            {t('partners.appoint')}
          </Button>
        )
      }
    >
      {partner.representatives.nodes.length === 0 ? (
        <Empty>{t('partners.noRepresentatives')}</Empty>
      ) : (
        <DataTable
          label={t('partners.representatives')}
          rows={partner.representatives.nodes}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('people.name'), cell: ({ person }) => person?.name ?? '—', isClipped: true, fold: 'lead' },
            { key: 'days', title: t('people.dates'), cell: ({ since, until }) => (until ? `${day(since)}–${day(until)}` : t('partners.since', { day: day(since) })), fold: 'tail' },
            {
              key: 'do',
              title: <span className="sr-only">{t('step.next')}</span>,
              cell: ({ id, version }) =>
                mayAppoint && (
                  <Button isSmall onPress={() => void dismiss.send({ id, version })} isBusy={dismiss.isSending}>
                    {t('partners.dismiss')}
                  </Button>
                ),
              isNumber: true,
              fold: 'end',
            },
          ]}
        />
      )}
      <Dialog title={t('partners.appoint')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <AppointForm partner={partner} onClose={() => setOpen(false)} />
      </Dialog>
    </Section>
  );
}

function AppointForm({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  const { t } = useTranslation();
  const [person, setPerson] = useState('');
  const appoint = useRefusingMutation(AppointRepresentativeDocument, (data) => data.appointRepresentative, { refetch: ['Partner'] });
  return (
    <RefusingForm
      label={t('partners.appoint')}
      submit={t('partners.appoint')}
      fields={['person', 'until']}
      outcome={appoint}
      onSubmit={async ({ text }) => {
        if (person && (await appoint.send({ partner: partner.id, person, until: text('until') }))) onClose();
      }}
    >
      <FieldRow name="person" label={t('people.name')} refusals={appoint.refusals} isRequired>
        {(wiring) => <PersonSelect {...wiring} value={person} onPick={setPerson} />}
      </FieldRow>
      <TextField name="until" label={t('people.to')} hint={t('people.toHint')} refusals={appoint.refusals} type="date" />
    </RefusingForm>
  );
}
