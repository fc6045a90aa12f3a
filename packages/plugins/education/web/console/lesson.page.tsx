import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useLabel } from '@weixiang/kit';
import { Button, ExportButton, Fetched, PageHead, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { purposes } from '../../shared/purposes.js';
import type { LessonPageQuery, RosterQuery } from '../generated/graphql.js';
import { LessonPageDocument, RosterDocument } from './attendance.documents.js';
import { PickUpAlerts } from './pick-up-alerts.js';
import { RoomCodeDialog } from './room-code-dialog.js';
import { RosterRow } from './roster-row.js';
import { useMarkQueue } from './use-mark-queue.js';
import { usePurposes } from './use-purposes.js';
import './courses.css';

type Lesson = NonNullable<LessonPageQuery['lesson']>;
export type Roster = RosterQuery;

/** One lesson for who holds it, made for a phone: a tap a child, the code for the door, and to whom each child goes. */
export default function LessonPage() {
  const { t } = useTranslation('education');
  const { lesson: id = '' } = useParams();
  const result = useQuery(LessonPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Fetched result={result} lines={[48, 48, 48]}>
      {({ lesson }) => (lesson ? <Held key={lesson.id} lesson={lesson} /> : <Empty>{t('attendance.missing')}</Empty>)}
    </Fetched>
  );
}

function Held({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation('education');
  const { dayOfWeek, time } = useFormat();
  const [isShowing, setShowing] = useState(false);
  const when = `${dayOfWeek(lesson.startsAt)} ${time(lesson.startsAt)}–${time(lesson.endsAt)}`;
  return (
    <>
      <PageHead
        title={`${lesson.course?.name ?? ''}·${lesson.term?.name ?? ''}`}
        crumbs={[{ label: t('timetable.title'), to: '/education/timetable' }]}
        meta={[when, lesson.room?.name, lesson.teacher?.name].filter(Boolean).join('·')}
        actions={
          lesson.isCancelled ? undefined : (
            <Button tone="main" onPress={() => setShowing(true)}>
              {t('attendance.showCode')}
            </Button>
          )
        }
      />
      {lesson.isCancelled ? <p className="is-late-text">{[t('timetable.cancelled'), lesson.notice].filter(Boolean).join('：')}</p> : <RosterOf lesson={lesson} />}
      {isShowing && <RoomCodeDialog lesson={lesson.id} onClose={() => setShowing(false)} />}
    </>
  );
}

function RosterOf({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation('education');
  const label = useLabel();
  const choices = usePurposes();
  // Names are read for this purpose, each reading is recorded, and no cache keeps them.
  const result = useQuery(RosterDocument, {
    variables: { lesson: lesson.id, term: lesson.term?.id ?? '' },
    fetchPolicy: 'no-cache',
    context: { headers: { 'x-purpose': encodeURIComponent(purposes.class.zh) } },
  });
  const { refetch } = result;
  const { queue, refused, tap } = useMarkQueue(lesson.id, () => void refetch());
  const [last, setLast] = useState<{ name: string; undo: () => void }>();
  return (
    <Fetched result={result} lines={[56, 56, 56]}>
      {(roster) => {
        const lines = new Map(roster.attendances.nodes.map((line) => [line.enrolment?.id, line]));
        const there = roster.enrolments.nodes.filter(({ id }) => ['PRESENT', 'LATE'].includes(markOf(lines, queue, id) ?? ''));
        return (
          <>
            <PickUpAlerts roster={roster} teacher={lesson.teacher?.name ?? undefined} onSettled={() => void refetch()} />
            <Section
              title={t('attendance.title')}
              note={
                <>
                  {t('attendance.count', { there: there.length, all: roster.enrolments.totalCount })}{' '}
                  <ExportButton ledger="attendances" filter={{ lesson: lesson.id }} purposes={choices} isSmall />
                </>
              }
            >
              <p className="meta">{t('attendance.recorded', { purpose: label(purposes.class) })}</p>
              {queue.length > 0 && (
                <p className="is-wait-text" role="status">
                  {t('attendance.waiting', { count: queue.length })}
                </p>
              )}
              {refused && (
                <p className="refused" role="alert">
                  {refused}
                </p>
              )}
              {roster.enrolments.nodes.length === 0 && <Empty>{t('attendance.nobody')}</Empty>}
              <ul className="roster">
                {roster.enrolments.nodes.map((enrolment) => (
                  <RosterRow
                    key={enrolment.id}
                    enrolment={enrolment}
                    lesson={lesson.id}
                    line={lines.get(enrolment.id)}
                    mark={markOf(lines, queue, enrolment.id)}
                    onMark={(mark) => {
                      const before = markOf(lines, queue, enrolment.id);
                      tap(enrolment.id, mark);
                      setLast({ name: enrolment.learnerName ?? '', undo: () => tap(enrolment.id, before) });
                    }}
                    onChanged={() => void refetch()}
                  />
                ))}
              </ul>
              {roster.enrolments.totalCount > roster.enrolments.nodes.length && <p className="meta">{t('attendance.more', { count: roster.enrolments.nodes.length })}</p>}
              {last && (
                <p className="undo" role="status">
                  {t('attendance.marked', { who: last.name })}{' '}
                  <Button
                    isSmall
                    onPress={() => {
                      last.undo();
                      setLast(undefined);
                    }}
                  >
                    {t('attendance.undo')}
                  </Button>
                </p>
              )}
            </Section>
          </>
        );
      }}
    </Fetched>
  );
}

type Line = RosterQuery['attendances']['nodes'][number];

/** What stands for a learner: the tap that still waits for the network, else what the server has. */
function markOf(lines: ReadonlyMap<string | undefined, Line>, queue: ReturnType<typeof useMarkQueue>['queue'], id: string): Line['mark'] {
  const waiting = queue.find(({ enrolment }) => enrolment === id);
  return waiting ? waiting.mark : (lines.get(id)?.mark ?? null);
}
