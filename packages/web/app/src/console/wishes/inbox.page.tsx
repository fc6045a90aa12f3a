import { Empty, ErrorState, Loading } from '@weixiang/kit';
import { BulkBar, Button, DataTable, KeysBar, More, News, PageHead, useBulk, useKeys, useRows, useTable, useUrlFilters } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ListTools } from '../list/list-tools.js';
import { wishSorts } from '../list/sorts.js';
import { useWhere } from '../shell/where.js';
import { GatherPanel } from './gather-panel.js';
import { InboxFilterBar } from './inbox-filters.js';
import { asksOnlyForWaiting, exportFilter, inboxDefaults, listed, priorities } from './inbox.rules.js';
import { AllKeys, useKeyHints } from './inbox-keys.js';
import { StateTabs } from './state-tabs.js';
import { useInbox } from './use-inbox.js';
import { useSetPriority } from './use-set-priority.js';
import { useWishNews } from './use-wish-news.js';
import { useWishDeeds } from './use-wish-deeds.js';
import { useWishColumns } from './wish-columns.js';
import { WishPanel } from './wish-panel.js';
import './inbox.css';

/** All wishes of a unit by what must happen next, answered without leaving the keyboard. */
export default function InboxPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { place } = useWhere();
  const [filters, setFilter] = useUrlFilters(inboxDefaults);
  const table = useTable('wishes', useWishColumns());
  const inbox = useInbox(filters, place?.id, listed(table.sort ?? '', wishSorts)?.[0]);
  const news = useWishNews(
    place?.id,
    inbox.wishes.map(({ id }) => id),
  );
  const rows = useRows(inbox.wishes.map(({ id }) => id), { focus: 'input.tick' });
  const hints = useKeyHints();
  const bulk = useBulk();
  const deeds = useWishDeeds();
  const setPriority = useSetPriority();
  const [panel, setPanel] = useState<'wish' | 'gather' | 'shut'>('wish');
  const [step, setStep] = useState<string>();
  const [isHelpOpen, setHelpOpen] = useState(false);

  const open = (id: string) => {
    rows.go(id);
    setPanel('wish');
    setStep(undefined);
  };
  const take = (name: string) => () => {
    if (!rows.current) return;
    setPanel('wish');
    setStep(name);
  };
  const rank = (priority: (typeof priorities)[number]) => () => {
    const ids = rows.selected.length > 0 ? rows.selected : rows.current ? [rows.current] : [];
    void bulk.run(t('keys.rank'), ids, (id) =>
      setPriority(
        inbox.wishes.find((wish) => wish.id === id),
        priority,
      ),
    );
  };
  const escape = () => {
    if (step) setStep(undefined);
    else if (panel === 'gather') setPanel('wish');
    else if (rows.selected.length > 0) rows.clear();
    else rows.go(undefined);
  };
  useKeys({
    j: rows.next,
    k: rows.previous,
    x: () => rows.current && rows.toggle(rows.current),
    ...(rows.current && { ' ': () => rows.current && rows.toggle(rows.current), ArrowDown: rows.next, ArrowUp: rows.previous }),
    Enter: () => rows.current && setPanel('wish'),
    '1': rank('HIGH_URGENT'),
    '2': rank('HIGH_CALM'),
    '3': rank('LOW_URGENT'),
    '4': rank('LOW_CALM'),
    a: take('accept'),
    r: take('answer'),
    d: take('decline'),
    m: () => (rows.selected.length > 0 ? setPanel('gather') : take('merge')()),
    n: () => void navigate('/wishes/new'),
    '?': () => setHelpOpen(true),
    Escape: escape,
  });

  const selection = {
    key: 'tick',
    title: (
      <input
        type="checkbox"
        className="tick"
        aria-label={t('inbox.tickAll')}
        checked={inbox.wishes.length > 0 && rows.selected.length === inbox.wishes.length}
        onChange={rows.tickAll}
      />
    ),
    cell: ({ id, words }: { id: string; words: string }) => (
      <input
        type="checkbox"
        className="tick"
        aria-label={t('inbox.tick', { words })}
        checked={rows.selected.includes(id)}
        onClick={(event) => event.stopPropagation()}
        onChange={() => rows.toggle(id)}
      />
    ),
    className: 'sel',
    fold: 'tail' as const,
  };

  return (
    <div className="inbox">
      <div className="headline">
        <PageHead title={t('nav.inbox')} />
        <StateTabs value={filters.state} counts={inbox.counts} onPick={(state) => setFilter({ state })} />
        <ListTools page="wishes" table={table} ledger="wishes" filter={exportFilter(filters, place?.id)} />
      </div>
      <InboxFilterBar filters={filters} setFilter={setFilter} within={place?.id} count={inbox.total} />
      <div className="rows">
        {news.count > 0 && <News words={t('inbox.news', { count: news.count })} onShow={news.show} />}
        {inbox.error && <ErrorState error={inbox.error} retry={inbox.retry} />}
        {!inbox.error && inbox.total === undefined && inbox.groups.length === 0 && (
          <Loading lines={[32, 40, 40, 40, 40, 40, 40]} />
        )}
        {inbox.total === 0 && (
          <Empty action={<Button onPress={() => setFilter({ ...inboxDefaults, state: 'all' })}>{t('inbox.showAll')}</Button>}>
            {t(asksOnlyForWaiting(filters) ? 'inbox.noneWaiting' : 'inbox.none')}
          </Empty>
        )}
        {inbox.wishes.length > 0 && (
          <DataTable
            label={t('nav.inbox')}
            className={inbox.isStale ? 'is-stale' : undefined}
            columns={[selection, ...table.columns]}
            sorting={table}
            isSelected={({ id }) => rows.selected.includes(id)}
            groups={inbox.groups.map(({ deed, rows: wishes, total = 0, hasNext, more }) => ({
              key: deed,
              title: t(`inbox.deed.${deed}`),
              note: t(`inbox.deedNote.${deed}`, { count: total }),
              rows: wishes,
              foot: hasNext && <More shown={wishes.length} total={total} hasNext onMore={more} />,
            }))}
            rowKey={({ id }) => id}
            rowClass={({ id }) =>
              [rows.selected.includes(id) && 'is-on', id === rows.current && 'is-here'].filter(Boolean).join(' ')
            }
            onRow={({ id }) => open(id)}
          />
        )}
        <BulkBar
          rows={inbox.wishes.filter(({ id }) => rows.selected.includes(id))}
          rowKey={({ id }) => id}
          nameOf={({ words }) => words}
          deeds={deeds}
          bulk={bulk}
          onClear={rows.clear}
        >
          <Button icon="merge" shortcut="M" onPress={() => setPanel('gather')}>
            {t('bulk.gather')}
          </Button>
        </BulkBar>
      </div>
      {panel === 'gather' && rows.selected.length > 0 && (
        <GatherPanel
          wishes={inbox.wishes.filter(({ id }) => rows.selected.includes(id))}
          bulk={bulk}
          onClose={() => setPanel('wish')}
          onDrop={rows.toggle}
        />
      )}
      {panel === 'wish' && rows.current && (
        <WishPanel key={rows.current} id={rows.current} step={step} onStep={setStep} onClose={() => setPanel('shut')} />
      )}
      <KeysBar hints={hints} all={t('keys.all')} onAll={() => setHelpOpen(true)} />
      <AllKeys isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}
