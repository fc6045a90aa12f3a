import { dotted, useFormat } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import type { LessonRowFragment } from '../generated/graphql.js';
import './portal.css';

/** Lessons one under the other: the day, from when to when, where, and what changed about it. */
export function LessonRows({ lessons, place }: { lessons: readonly LessonRowFragment[]; place?: string | null | undefined }) {
  const { t } = useTranslation('education');
  const { day, dayNumber, shortMonth, weekday, time } = useFormat();
  return (
    <ul className="lessons">
      {lessons.map((lesson) => (
        <li key={lesson.id} className={lesson.isCancelled ? 'is-off' : undefined}>
          <time className="day" dateTime={lesson.startsAt} aria-label={day(lesson.startsAt)}>
            <b>{dayNumber(lesson.startsAt)}</b>
            {shortMonth(lesson.startsAt)}
          </time>
          <div>
            <b>
              {weekday(lesson.startsAt)} {time(lesson.startsAt)}–{time(lesson.endsAt)}
            </b>
            <span className="meta">{dotted(lesson.number ? t('lessons.number', { number: lesson.number }) : undefined, lesson.room?.name ?? place)}</span>
            {lesson.notice ? (
              <span className="changed">{t(lesson.isCancelled ? 'lessons.cancelled' : 'lessons.moved', { why: lesson.notice })}</span>
            ) : null}
            {lesson.movedFrom && !lesson.isCancelled ? (
              <span className="meta">{t('lessons.movedFrom', { day: day(lesson.movedFrom), time: time(lesson.movedFrom) })}</span>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
