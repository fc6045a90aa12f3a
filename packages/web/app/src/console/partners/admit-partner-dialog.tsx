import { useRefusingMutation } from '@weixiang/kit';
import { Dialog, RefusingForm } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PartnerFields, partnerFields } from './partner-fields.js';
import { AdmitPartnerDocument } from './partners.documents.js';

/** 准入: an organisation becomes a partner. Its credit code is checked by the server. */
export function AdmitPartnerDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const admit = useRefusingMutation(AdmitPartnerDocument, (data) => data.admitPartner, { refetch: ['Partners'] });
  return (
    <Dialog title={t('partners.admit')} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={t('partners.admit')}
        submit={t('partners.admit')}
        fields={partnerFields}
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
        <PartnerFields refusals={admit.refusals} />
      </RefusingForm>
    </Dialog>
  );
}
