import { useFormat, useHolds, useRefusingMutation } from '@weixiang/kit';
import { Button, ButtonLink, Dialog, RefusingForm, WordsField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimetableLesson } from './timetable.page.js';
import { MoveLesson } from './move-lesson.js';
import { CancelLessonDocument } from './timetable.documents.js';

const refetch = ['Timetable'];

/** One lesson: its facts, and the ways to move it or call it off, each with a word to everybody who comes. */
export function LessonDialog({ lesson, onClose }: { lesson: TimetableLesson; onClose: () => void }) {
  const { t } = useTranslation('education');
  const { day, dayOfWeek, time, daysSince } = useFormat();
  const holds = useHolds();
  const [doing, setDoing] = useState<'move' | 'cancel'>();
  const isComing = !lesson.isCancelled && daysSince(lesson.endsAt) <= 0;
  const facts = [lesson.orgUnit?.name, lesson.room?.name, lesson.teacher?.name].filter(Boolean).join('·');
  return (
    <Dialog title={`${lesson.course?.name ?? ''}·${lesson.term?.name ?? ''}`} isOpen onClose={onClose}>
      <p>
        <b>
          {dayOfWeek(lesson.startsAt)} {time(lesson.startsAt)}–{time(lesson.endsAt)}
        </b>{' '}
        {lesson.number && <span className="meta">{t('timetable.number', { number: lesson.number })}</span>}
      </p>
      {facts && <p className="meta">{facts}</p>}
      {lesson.movedFrom && <p className="meta">{t('timetable.movedFrom', { day: day(lesson.movedFrom), time: time(lesson.movedFrom) })}</p>}
      {lesson.isCancelled && <p className="is-late-text">{t('timetable.cancelled')}</p>}
      {lesson.notice && <p>{lesson.notice}</p>}
      <p className="term-deeds">
        <ButtonLink isSmall to={`/education/lessons/${lesson.id}`}>
          {t('attendance.open')}
        </ButtonLink>
        {lesson.project && (
          <ButtonLink isSmall to={`/projects/${lesson.project.id}`}>
            {t('timetable.toProject')}
          </ButtonLink>
        )}
      </p>
      {holds('course.open') && isComing && !doing && (
        <div className="go">
          <Button onPress={() => setDoing('move')}>{t('timetable.move')}</Button>
          <Button tone="grave" onPress={() => setDoing('cancel')}>
            {t('timetable.cancel')}
          </Button>
        </div>
      )}
      {doing === 'move' && <MoveLesson lesson={lesson} onDone={onClose} onBack={() => setDoing(undefined)} />}
      {doing === 'cancel' && <CancelForm lesson={lesson} onDone={onClose} onBack={() => setDoing(undefined)} />}
    </Dialog>
  );
}

type FormProps = { lesson: TimetableLesson; onDone: () => void; onBack: () => void };

function Back({ onBack }: Pick<FormProps, 'onBack'>) {
  const { t } = useTranslation('education');
  return (
    <Button tone="bare" onPress={onBack}>
      {t('staff.cancel')}
    </Button>
  );
}

function CancelForm({ lesson, onDone, onBack }: FormProps) {
  const { t } = useTranslation('education');
  const cancel = useRefusingMutation(CancelLessonDocument, (data) => data.cancelLesson, { refetch });
  return (
    <RefusingForm
      label={t('timetable.cancel')}
      submit={t('timetable.cancel')}
      cancel={<Back onBack={onBack} />}
      fields={['notice']}
      outcome={cancel}
      onSubmit={async ({ text }) => {
        if (await cancel.send({ id: lesson.id, version: lesson.version, notice: text('notice') ?? '' })) onDone();
      }}
    >
      <WordsField name="notice" label={t('timetable.notice')} hint={t('timetable.noticeHint')} refusals={cancel.refusals} isRequired autoFocus />
    </RefusingForm>
  );
}
