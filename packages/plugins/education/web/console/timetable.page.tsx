import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds, useSession } from '@weixiang/kit';
import { Button, ExportButton, Fetched, FilterBar, PageHead, useUrlFilters } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimetableQuery } from '../generated/graphql.js';
import { AddRoomDialog } from './add-room-dialog.js';
import { LessonDialog } from './lesson-dialog.js';
import { TimetableDocument } from './timetable.documents.js';
import { daysAfter, instantAt, mondayOf } from './week.rules.js';
import './courses.css';

export type TimetableLesson = TimetableQuery['lessons']['nodes'][number];

const week = [0, 1, 2, 3, 4, 5, 6] as const;

/** A week of lessons, a column a day; on a phone the days stand one under the other. */
export default function TimetablePage() {
  const { t } = useTranslation('education');
  const { viewer, tenant } = useSession();
  const { day, isoDay } = useFormat();
  const holds = useHolds();
  const [filters, setFilter] = useUrlFilters({ week: '', mine: '' });
  const [chosen, setChosen] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const monday = mondayOf(filters.week || viewer.today);
  // From one midnight to the next, by the tenant's clock.
  const filter = {
    from: instantAt(monday, '00:00', tenant.timeZone),
    to: instantAt(daysAfter(monday, 6), '23:59', tenant.timeZone),
    ...(filters.mine ? { mine: true } : {}),
  };
  const result = useQuery(TimetableDocument, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
  });
  const go = (to: string) => setFilter({ week: to === mondayOf(viewer.today) ? '' : to });
  return (
    <>
      <PageHead
        title={t('timetable.title')}
        meta={`${day(monday)}–${day(daysAfter(monday, 6))}`}
        actions={
          holds('course.open') && (
            <Button icon="add" onPress={() => setAdding(true)}>
              {t('timetable.addRoom')}
            </Button>
          )
        }
      />
      <FilterBar tools={<ExportButton ledger="lessons" filter={filter} isSmall />}>
        <Button isSmall icon="back" onPress={() => go(daysAfter(monday, -7))}>
          {t('timetable.before')}
        </Button>
        <Button isSmall onPress={() => go(mondayOf(viewer.today))}>
          {t('timetable.thisWeek')}
        </Button>
        <Button isSmall icon="next" onPress={() => go(daysAfter(monday, 7))}>
          {t('timetable.after')}
        </Button>
        <label className="only-mine">
          <input
            type="checkbox"
            className="tick"
            checked={filters.mine !== ''}
            onChange={({ target }) => setFilter({ mine: target.checked ? '1' : '' })}
          />{' '}
          {t('timetable.mine')}
        </label>
      </FilterBar>
      <Fetched result={result} lines={[160]}>
        {({ lessons }) => {
          const days = week.map((at) => daysAfter(monday, at));
          const shown = lessons.nodes.filter(({ startsAt }) => days.includes(isoDay(startsAt)));
          const open = shown.find(({ id }) => id === chosen);
          return (
            <>
              {shown.length === 0 && <Empty>{t('timetable.empty')}</Empty>}
              <ol className="week" aria-label={t('timetable.title')}>
                {days.map((date, at) => {
                  const ofDay = shown.filter(({ startsAt }) => isoDay(startsAt) === date);
                  return (
                    <li key={date} className={date === viewer.today ? 'is-today' : ofDay.length === 0 ? 'is-free' : undefined}>
                      <h3>
                        {t(`staff.weekday.${at + 1}`)} <span className="meta">{day(date)}</span>
                      </h3>
                      {ofDay.map((lesson) => (
                        <LessonBlock key={lesson.id} lesson={lesson} onOpen={() => setChosen(lesson.id)} />
                      ))}
                    </li>
                  );
                })}
              </ol>
              {lessons.totalCount > lessons.nodes.length && <p className="meta">{t('timetable.more', { count: lessons.totalCount })}</p>}
              {open && <LessonDialog lesson={open} onClose={() => setChosen(undefined)} />}
            </>
          );
        }}
      </Fetched>
      <AddRoomDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}

function LessonBlock({ lesson, onOpen }: { lesson: TimetableLesson; onOpen: () => void }) {
  const { t } = useTranslation('education');
  const { time } = useFormat();
  const mark = lesson.isCancelled ? t('timetable.cancelled') : lesson.movedFrom ? t('timetable.moved') : null;
  return (
    <button type="button" className={lesson.isCancelled ? 'lesson is-off' : 'lesson'} onClick={onOpen}>
      <span className="when">
        {time(lesson.startsAt)}–{time(lesson.endsAt)} {mark && <em className={lesson.isCancelled ? 'is-late-text' : 'is-wait-text'}>{mark}</em>}
      </span>
      <b>{lesson.course?.name}</b>
      <span className="meta">{[lesson.term?.name, lesson.room?.name, lesson.teacher?.name].filter(Boolean).join('·')}</span>
    </button>
  );
}
