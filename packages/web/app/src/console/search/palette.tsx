import { useQuery } from '@apollo/client/react';
import { Icon, useSession, type IconName } from '@weixiang/kit';
import { Dialog } from '@weixiang/kit/console';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useHits } from './hit.js';
import { found, stepped, type PaletteEntry } from './palette.rules.js';
import './palette.css';
import { recentEntries, remember } from './recent.js';
import { QuickSearchDocument } from './search.documents.js';
import { useEntries } from './use-entries.js';

type Line = PaletteEntry & { icon: IconName; isWords?: boolean };
type Group = { title: string; lines: readonly Line[] };

const pauseMs = 200;

/** Where to, and what to do, by a few letters: pages, deeds, and records of every kind. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('search.palette')} isOpen onClose={onClose}>
      <Chooser onClose={onClose} />
    </Dialog>
  );
}

function Chooser({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { viewer } = useSession();
  const person = viewer.person?.id ?? '';
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { groups, status } = useGroups(typed, person);
  const id = useId();
  const lines = groups.flatMap((group) => group.lines);
  const chosen = Math.min(at, Math.max(lines.length - 1, 0));

  const go = (line: Line | undefined) => {
    if (!line) return;
    remember(person, line);
    onClose();
    void navigate(line.to);
  };
  const press = (event: KeyboardEvent) => {
    // Enter also ends the choice of a Chinese word; that one is not ours.
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      const next = stepped(chosen, by, lines.length);
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(lines[chosen]);
    }
  };

  return (
    <div className="palette">
      <div className="palette-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to type into it
          autoFocus
          aria-label={t('search.type')}
          aria-expanded={lines.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={lines.length > 0 ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder={t('search.type')}
          maxLength={200}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={t('search.palette')}>
        {groups.map(({ title, lines: ofGroup }) => (
          <div key={title} role="group" aria-label={title}>
            <p className="palette-title" aria-hidden="true">
              {title}
            </p>
            {ofGroup.map((line) => {
              const here = lines.indexOf(line);
              return (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field keeps the focus and has the keys; a line only answers the mouse
                <div key={line.key} id={`${id}-${here}`} role="option" tabIndex={-1} aria-selected={here === chosen} className="palette-line" onClick={() => go(line)} onMouseMove={() => setAt(here)}>
                  <Icon name={line.icon} />
                  <span className={line.isWords ? 'wishword' : undefined}>{line.name}</span>
                  {line.beside && <span className="meta">{line.beside}</span>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className="palette-status meta" role="status">
        {status}
      </p>
    </div>
  );
}

/** What the palette offers for what is typed: at first where one lately was, then pages, deeds and records. */
function useGroups(typed: string, person: string): { groups: Group[]; status: string } {
  const { t } = useTranslation();
  const { pages, deeds } = useEntries();
  const hitOf = useHits();
  const text = useSettled(typed.trim());
  const { data, previousData, loading, error } = useQuery(QuickSearchDocument, { variables: { text }, skip: text === '', fetchPolicy: 'cache-and-network' });
  const withIcon = (icon: IconName) => (entry: PaletteEntry): Line => ({ ...entry, icon });
  const isTyping = typed.trim() !== '';
  const isBehind = isTyping && (loading || text !== typed.trim());
  const edges = isTyping ? ((data ?? previousData)?.search.edges ?? []) : [];
  const records = edges.flatMap(({ node }) => {
    const hit = hitOf(node);
    return hit ? [{ ...hit, key: hit.id }] : [];
  });
  const all: Line[] = text === '' ? [] : [{ key: 'all', to: `/search?q=${encodeURIComponent(typed.trim())}`, name: t('search.everything', { words: typed.trim() }), beside: '', icon: 'search' }];
  const groups: Group[] = isTyping
    ? [
        { title: t('search.pages'), lines: found(pages, typed).map(withIcon('next')) },
        { title: t('search.deeds'), lines: found(deeds, typed).map(withIcon('write')) },
        { title: t('search.records'), lines: [...records, ...all] },
      ]
    : [
        { title: t('search.recent'), lines: recentEntries(person).map(withIcon('back')).map((line) => ({ ...line, key: `recent ${line.key}` })) },
        { title: t('search.deeds'), lines: deeds.map(withIcon('write')) },
        { title: t('search.pages'), lines: pages.map(withIcon('next')) },
      ];
  const shown = groups.filter(({ lines }) => lines.length > 0);
  if (error) return { groups: shown, status: t('search.failed') };
  if (isBehind) return { groups: shown, status: t('search.looking') };
  return { groups: shown, status: isTyping && records.length === 0 ? t('search.noRecords', { words: typed.trim() }) : t('search.keys') };
}

/** A value once it has stood still for a moment, so that not every letter is a request. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
