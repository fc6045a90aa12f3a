import { useFormat, useLabel } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import type { HistoryEvent } from './history.rules.js';

type HistoryListProps = {
  entries: readonly HistoryEvent[];
  /** Steps of the workflow: an event is named after the step that it was. */
  steps?: readonly { name: string; label: { zh: string; en: string } }[];
};

/** Who did what and when, latest first, with the words that were given. */
export function HistoryList({ entries, steps = [] }: HistoryListProps) {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const { day, time } = useFormat();
  if (entries.length === 0) return <p className="why">{t('history.none')}</p>;
  const nameOf = (name: string) => {
    const step = steps.find((each) => name.endsWith(`.${each.name}`));
    if (step) return label(step.label);
    // A plugin's events have names that the core's words do not know; the name then speaks for itself.
    return i18n.exists(`history.event.${name}`) ? t(`history.event.${name}`) : name;
  };
  return (
    <ol className="list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <span>
            {nameOf(entry.name)}
            {entry.actor?.name && <span className="meta"> {entry.actor.name}</span>}
          </span>
          <span className="at">
            {day(entry.at)} {time(entry.at)}
          </span>
          {entry.words && <span className="meta">{entry.words}</span>}
        </li>
      ))}
    </ol>
  );
}
