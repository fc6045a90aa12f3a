import { useQuery } from '@apollo/client/react';
import { Icon, useLabel } from '@weixiang/kit';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { FindUnitsDocument, UnitNameDocument } from './unit-select.documents.js';

type UnitSelectProps = {
  label: string;
  value: string;
  onPick: (unit: string) => void;
  /** Only units within this one. */
  within?: string;
  /** In a filter bar: tinted when chosen, clearable. */
  isFilter?: boolean;
  id?: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
};

/** Chooses a unit by searching its name: a district has hundreds. */
export function UnitSelect({ label, value, onPick, within, isFilter, id, ...aria }: UnitSelectProps) {
  const say = useLabel();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const { data, previousData, loading } = useQuery(FindUnitsDocument, {
    variables: { filter: { within, isOpen: true, search: search || undefined } },
  });
  const { data: chosen } = useQuery(UnitNameDocument, { variables: { id: value }, skip: !value });
  const units = ((data ?? previousData)?.orgUnits.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.name,
    kind: node.kind ? say(node.kind.label) : '',
  }));
  if (chosen?.orgUnit && !units.some((unit) => unit.value === value)) {
    units.unshift({ value, label: chosen.orgUnit.name, kind: '' });
  }
  return (
    <Select
      id={id}
      {...aria}
      className={isFilter ? (value ? 'pick is-on' : 'pick') : undefined}
      aria-label={label}
      placeholder={label}
      value={value || undefined}
      options={units}
      loading={loading}
      onChange={(next?: string) => onPick(next ?? '')}
      showSearch={{ filterOption: false, onSearch: setWords }}
      optionRender={({ data: unit }) => (
        <>
          {unit.label} <span className="meta">{unit.kind}</span>
        </>
      )}
      allowClear={isFilter ? { clearIcon: <Icon name="close" /> } : false}
      suffixIcon={<Icon name="more" />}
      popupMatchSelectWidth={isFilter ? 280 : true}
      status={aria['aria-invalid'] ? 'error' : undefined}
    />
  );
}
