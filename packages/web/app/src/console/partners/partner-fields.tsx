import type { Refusals } from '@weixiang/kit';
import { TextField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';

/** Names of {@link PartnerFields}. */
export const partnerFields = ['name', 'creditCode', 'kind', 'category', 'direction', 'contactName', 'contactPhone'] as const;

/** What the fields of a partner are called. */
export function usePartnerLabels(): Readonly<Record<(typeof partnerFields)[number], string>> {
  const { t } = useTranslation();
  return {
    name: t('partners.name'),
    creditCode: t('partners.creditCode'),
    kind: t('partners.kind'),
    category: t('partners.category'),
    direction: t('partners.direction'),
    contactName: t('partners.contactName'),
    contactPhone: t('partners.contactPhone'),
  };
}

type PartnerFieldsProps = { refusals: Refusals; now?: Readonly<Record<string, string>> };

/** What is known of a partner, new or not. Its credit code is checked by the server. */
export function PartnerFields({ refusals, now = {} }: PartnerFieldsProps) {
  const { t } = useTranslation();
  const labels = usePartnerLabels();
  const field = (name: (typeof partnerFields)[number]) => ({ name, label: labels[name], refusals, defaultValue: now[name] });
  return (
    <>
      <TextField {...field('name')} isRequired autoFocus />
      <TextField {...field('creditCode')} hint={t('partners.creditCodeHint')} maxLength={18} />
      <div className="pair">
        <TextField {...field('kind')} />
        <TextField {...field('category')} />
      </div>
      <TextField {...field('direction')} />
      <div className="pair">
        <TextField {...field('contactName')} autoComplete="off" />
        <TextField {...field('contactPhone')} inputMode="tel" autoComplete="off" />
      </div>
    </>
  );
}
