import { useRefusingMutation } from '@weixiang/kit';
import { Dialog, RefusingForm, TextField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AdmitPartnerDocument } from './partners.documents.js';

/** 准入: an organisation becomes a partner. Its credit code is checked by the server. */
export function AdmitPartnerDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const admit = useRefusingMutation(AdmitPartnerDocument, (data) => data.admitPartner, { refetch: ['Partners'] });
  const { refusals } = admit;
  return (
    <Dialog title={t('partners.admit')} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={t('partners.admit')}
        submit={t('partners.admit')}
        fields={['name', 'creditCode', 'kind', 'category', 'direction', 'contactName', 'contactPhone']}
        outcome={admit}
        onSubmit={async ({ text }) => {
          const done = await admit.send({
            name: text('name') ?? '',
            creditCode: text('creditCode'),
            kind: text('kind'),
            category: text('category'),
            direction: text('direction'),
            contactName: text('contactName'),
            contactPhone: text('contactPhone'),
          });
          if (done?.partner) await navigate(`/partners/${done.partner.id}`);
        }}
      >
        <TextField name="name" label={t('partners.name')} refusals={refusals} isRequired autoFocus />
        <TextField
          name="creditCode"
          label={t('partners.creditCode')}
          hint={t('partners.creditCodeHint')}
          refusals={refusals}
          maxLength={18}
        />
        <div className="pair">
          <TextField name="kind" label={t('partners.kind')} refusals={refusals} />
          <TextField name="category" label={t('partners.category')} refusals={refusals} />
        </div>
        <TextField name="direction" label={t('partners.direction')} refusals={refusals} />
        <div className="pair">
          <TextField name="contactName" label={t('partners.contactName')} refusals={refusals} />
          <TextField name="contactPhone" label={t('partners.contactPhone')} refusals={refusals} inputMode="tel" />
        </div>
      </RefusingForm>
    </Dialog>
  );
}
