import { useQuery } from '@apollo/client/react';
import { FieldRow } from '@weixiang/kit/console';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhere } from '../shell/where.js';
import { OpenDemandsDocument } from './wishes.documents.js';

/** An open demand to join, found by its title; left empty, a new one is opened. */
export function DemandSelect({ value, onPick }: { value: string; onPick: (demand: string) => void }) {
  const { t } = useTranslation();
  const { place } = useWhere();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const { data, previousData } = useQuery(OpenDemandsDocument, {
    variables: { filter: { within: place?.id, state: ['OPEN', 'LISTED'], search: search || undefined } },
  });
  const demands = (data ?? previousData)?.demands.edges ?? [];
  return (
    <FieldRow name="demand" label={t('step.demand')}>
      {(wiring) => (
        <Select
          {...wiring}
          value={value || undefined}
          placeholder={t('step.demandNew')}
          allowClear
          showSearch={{ filterOption: false, onSearch: setWords }}
          onChange={(next?: string) => onPick(next ?? '')}
          options={demands.map(({ node }) => ({
            value: node.id,
            label: t('step.demandOption', { title: node.title, count: node.wishCount }),
          }))}
        />
      )}
    </FieldRow>
  );
}
