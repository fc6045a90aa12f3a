import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FindPartnersDocument } from './projects.documents.js';

type PartnerSelectProps = { id?: string; name: string; value: string; onPick: (partner: string) => void; known?: { id: string; name: string } };

/** Chooses an admitted partner by name. */
export function PartnerSelect({ id, name, value, onPick, known }: PartnerSelectProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const { data, previousData } = useQuery(FindPartnersDocument, {
    variables: { filter: { state: ['ADMITTED'], search: search || undefined } },
  });
  const partners = ((data ?? previousData)?.partners.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  if (known && !partners.some((partner) => partner.value === known.id)) partners.unshift({ value: known.id, label: known.name });
  return (
    <>
      <input type="hidden" name={name} value={value} />
      <Select
        id={id}
        value={value || undefined}
        placeholder={t('partners.find')}
        allowClear
        showSearch={{ filterOption: false, onSearch: setWords }}
        onChange={(next?: string) => onPick(next ?? '')}
        options={partners}
      />
    </>
  );
}
