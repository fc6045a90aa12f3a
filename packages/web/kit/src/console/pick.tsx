import { Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { Icon } from '../marks/icon.js';

export type PickOption = { value: string; label: ReactNode };

type PickProps = {
  /** What is chosen; stands on the control until something is. */
  label: string;
  value: string;
  options: readonly PickOption[];
  onPick: (value: string) => void;
  isSearchable?: boolean;
  /** Something is always chosen: neither tinted nor clearable. */
  isFixed?: boolean;
};

/**
 * One choice of a filter bar: the name until something is chosen, then the choice, tinted and clearable.
 * @example <Pick label="渠道" value={filters.channel} options={channels} onPick={(channel) => setFilter({ channel })} />
 */
export function Pick({ label, value, options, onPick, isSearchable, isFixed }: PickProps) {
  return (
    <Select
      className={value && !isFixed ? 'pick is-on' : 'pick'}
      aria-label={label}
      placeholder={label}
      value={value || undefined}
      options={[...options]}
      onChange={(next?: string) => onPick(next ?? '')}
      showSearch={isSearchable ? { optionFilterProp: 'label' } : false}
      allowClear={isFixed ? false : { clearIcon: <Icon name="close" /> }}
      suffixIcon={<Icon name="more" />}
      popupMatchSelectWidth={false}
      listHeight={320}
    />
  );
}

/** Search words of a filter bar; they count once typing rests for 300 ms. `<FilterSearch label="查项目" value={…} onSearch={…} />` */
export function FilterSearch({ label, value, onSearch }: { label: string; value: string; onSearch: (words: string) => void }) {
  const [words, setWords] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (words.trim() !== value) setWords(value);
  }
  useEffect(() => {
    if (words.trim() === value) return;
    const timer = setTimeout(() => onSearch(words.trim()), 300);
    return () => clearTimeout(timer);
  }, [words, value, onSearch]);
  return (
    <input
      type="search"
      className="search"
      aria-label={label}
      placeholder={label}
      value={words}
      onChange={(event) => setWords(event.target.value)}
    />
  );
}

/** The line of filters above a table, the count of what they leave at its right, and after it what else can be done with the list. */
export function FilterBar({ children, count, tools }: { children?: ReactNode; count?: ReactNode; tools?: ReactNode }) {
  return (
    <div className="filters">
      {children}
      {count && (
        <span className="count" role="status">
          {count}
        </span>
      )}
      {tools}
    </div>
  );
}
