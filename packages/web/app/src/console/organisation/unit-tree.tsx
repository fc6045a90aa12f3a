import { useQuery } from '@apollo/client/react';
import { Empty, Icon, useLabel } from '@weixiang/kit';
import { Fetched } from '@weixiang/kit/console';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhere } from '../shell/where.js';
import { keyOf, moveOf, rowsOf, typedTo, type TreeRow } from './tree.rules.js';
import { useTreeChanges } from './tree-changes.js';
import { useBranches } from './use-branches.js';
import { TopUnitDocument, TopUnitsDocument, UnitAboveDocument } from './units.documents.js';

type UnitTreeProps = { chosen: string | undefined; onChoose: (unit: string) => void };

/** Milliseconds after which typing begins a new word. */
const pauseOfTyping = 700;

/**
 * The tree below the viewer's unit; a level is fetched when it is opened, and the levels down to the chosen unit are open
 * from the start. Arrow keys walk it, letters and numbers jump to the next name or code that begins so.
 */
export function UnitTree({ chosen, onChoose }: UnitTreeProps) {
  const { t } = useTranslation();
  const { place } = useWhere();
  const { branches, busy, failed, load, ensure, renew } = useBranches();
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [focused, setFocused] = useState<string>();
  const typed = useRef({ words: '', at: 0 });
  const list = useRef<HTMLUListElement>(null);
  const own = useQuery(TopUnitDocument, { variables: { id: place?.id ?? '' }, skip: !place });
  const roots = useQuery(TopUnitsDocument, { variables: { filter: { isRoot: true } }, skip: Boolean(place) });
  const way = useQuery(UnitAboveDocument, { variables: { id: chosen ?? '' }, skip: !chosen });
  const tops = (place ? [own.data?.orgUnit] : (roots.data?.orgUnits.edges.map(({ node }) => node) ?? [])).filter((unit) => unit != null);
  const top = tops[0]?.id;

  const above = way.data?.orgUnit?.above.map(({ id }) => id) ?? [];
  // The first level stands open, and the levels down to the chosen unit; what is turned by hand stays so.
  const down = top && above.includes(top) ? above.slice(above.indexOf(top)) : [top].filter((id) => id !== undefined);
  const isBelow = top !== undefined && above.includes(top);
  const steps = [...down, ...(isBelow ? [chosen] : [])].join(' ');
  const open = new Set([...down, ...turned.keys()].filter((id) => turned.get(id) ?? down.includes(id)));
  useTreeChanges(() => void renew());
  useEffect(() => {
    const ids = steps.split(' ').filter(Boolean);
    const last = isBelow ? ids.length - 1 : ids.length;
    ids.slice(0, last).forEach((id, at) => void ensure(id, ids[at + 1]));
  }, [steps, isBelow, ensure]);
  const turn = (id: string, isOpen: boolean) => {
    setTurned((before) => new Map(before).set(id, isOpen));
    if (isOpen) void ensure(id);
  };

  const rows = rowsOf(tops, branches, open);
  const current = rows.find((row) => keyOf(row) === focused) ?? rows.find((row) => keyOf(row) === chosen) ?? rows[0];
  const focus = (key: string) => {
    setFocused(key);
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  };
  const act = (row: TreeRow) => (row.kind === 'more' ? void load(row.parent) : onChoose(row.unit.id));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing || !current) return;
    const at = rows.indexOf(current);
    const move = moveOf(event.key, rows, at);
    if (move) {
      event.preventDefault();
      if (move.kind === 'to') focus(move.key);
      else if (move.kind === 'choose') act(move.row);
      else turn(move.unit, move.kind === 'open');
      return;
    }
    if ([...event.key].length !== 1 || event.key === ' ') return;
    const isNew = event.timeStamp - typed.current.at > pauseOfTyping;
    typed.current = { words: isNew ? event.key : typed.current.words + event.key, at: event.timeStamp };
    const found = typedTo(typed.current.words, rows, at);
    if (!found) return;
    event.preventDefault();
    event.stopPropagation(); // a letter may also be a shortcut of the page
    focus(found);
  };
  return (
    <Fetched<unknown> result={place ? own : roots} lines={[32, 32, 32, 32]}>
      {() =>
        tops.length === 0 ? (
          <Empty>{t('units.none')}</Empty>
        ) : (
          <>
            <ul ref={list} className="tree" role="tree" aria-label={t('nav.units')} onKeyDown={onKeyDown}>
              {rows.map((row) => (
                <Row
                  key={keyOf(row)}
                  row={row}
                  isChosen={row.kind === 'unit' && row.unit.id === chosen}
                  isFocusable={row === current}
                  isBusy={busy.has(row.kind === 'unit' ? row.unit.id : row.parent)}
                  onFocus={() => setFocused(keyOf(row))}
                  onPress={() => act(row)}
                  onTurn={() => row.kind === 'unit' && turn(row.unit.id, !row.isOpen)}
                />
              ))}
            </ul>
            {failed && (
              <p className="refused" role="alert">
                {t('units.treeFailed')}
              </p>
            )}
          </>
        )
      }
    </Fetched>
  );
}

type RowProps = {
  row: TreeRow;
  isChosen: boolean;
  isFocusable: boolean;
  isBusy: boolean;
  onFocus: () => void;
  onPress: () => void;
  onTurn: () => void;
};

function Row({ row, isChosen, isFocusable, isBusy, onFocus, onPress, onTurn }: RowProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const shared = {
    role: 'treeitem' as const,
    'data-key': keyOf(row),
    'aria-level': row.level,
    tabIndex: isFocusable ? 0 : -1,
    style: { paddingLeft: (row.level - 1) * 16 + (row.kind === 'more' ? 32 : 4) },
    onFocus,
    onClick: onPress,
  };
  if (row.kind === 'more') {
    return (
      <li {...shared} className="is-more" aria-busy={isBusy || undefined}>
        {t('units.more', { count: row.left })}
      </li>
    );
  }
  const { unit, isOpen } = row;
  const canOpen = unit.childCount > 0;
  return (
    <li
      {...shared}
      aria-setsize={row.of}
      aria-posinset={row.place}
      aria-expanded={canOpen ? isOpen : undefined}
      aria-selected={isChosen}
      aria-busy={(isOpen && isBusy) || undefined}
    >
      {/* Its keys are Right and Left; a screen reader is told by aria-expanded. */}
      <span
        className={canOpen ? (isOpen ? 'turn is-open' : 'turn') : 'turn is-none'}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          if (canOpen) onTurn();
        }}
      >
        {canOpen && <Icon name="next" />}
      </span>
      <span className={unit.isClosed ? 'name is-closed' : 'name'}>{unit.name}</span>{' '}
      {unit.isClosed && <span className="sr-only">{t('units.isClosed')}</span>}
      <span className="meta">
        {unit.kind && label(unit.kind.label)}
        {canOpen && ` ${unit.childCount}`}
      </span>
    </li>
  );
}
