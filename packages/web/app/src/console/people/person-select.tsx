import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FindPeopleDocument } from './people.documents.js';

type PersonSelectProps = {
  id?: string;
  value: string;
  onPick: (person: string) => void;
  label?: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
};

/** Chooses a person by searching the name. */
export function PersonSelect({ id, value, onPick, label, ...aria }: PersonSelectProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const { data, previousData } = useQuery(FindPeopleDocument, { variables: { filter: { search: search || undefined } } });
  return (
    <Select
      id={id}
      {...aria}
      aria-label={label}
      value={value || undefined}
      placeholder={t('people.find')}
      showSearch={{ filterOption: false, onSearch: setWords }}
      onChange={onPick}
      status={aria['aria-invalid'] ? 'error' : undefined}
      options={((data ?? previousData)?.people.edges ?? []).map(({ node }) => ({
        value: node.id,
        label: [node.name, node.phone].filter(Boolean).join(' '),
      }))}
    />
  );
}
