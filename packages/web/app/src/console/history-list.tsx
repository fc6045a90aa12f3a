import { useFormat } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';

type Entry = { id: string; name: string; at: string; actor: { name: string } | null };

/** Who did what and when, latest first. */
export function HistoryList({ entries }: { entries: readonly Entry[] }) {
  const { t, i18n } = useTranslation();
  const { day, time } = useFormat();
  if (entries.length === 0) return <p className="why">{t('history.none')}</p>;
  // A plugin's events have names that the core's words do not know; the name then speaks for itself.
  const words = (name: string) => (i18n.exists(`history.event.${name}`) ? t(`history.event.${name}`) : name);
  return (
    <ol className="list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <span>
            {words(entry.name)}
            {entry.actor && <span className="meta"> {entry.actor.name}</span>}
          </span>
          <span className="meta">
            {day(entry.at)} {time(entry.at)}
          </span>
        </li>
      ))}
    </ol>
  );
}
