import { useApolloClient } from '@apollo/client/react';
import { useFormat, useRefusingMutation, useSession } from '@weixiang/kit';
import { Button, EditConflict, RefusingForm, TextField, useEditing, WordsField, type Typed } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { MovedLessonFragment } from '../generated/graphql.js';
import { LessonAgainDocument, MoveLessonDocument } from './timetable.documents.js';
import { useNames } from './use-names.js';
import { instantAt } from './week.rules.js';
import { RoomField, TeacherField } from './where-and-who.js';

type MoveLessonProps = { lesson: MovedLessonFragment; onDone: () => void; onBack: () => void };

/** Another day, hour, room or teacher for a lesson, with a word to everybody who comes. */
export function MoveLesson({ lesson, onDone, onBack }: MoveLessonProps) {
  const { t } = useTranslation('education');
  const { isoDay, isoTime, day } = useFormat();
  const { timeZone } = useSession().tenant;
  const client = useApolloClient();
  const nameOf = useNames();
  const editedOf = ({ version, startsAt, endsAt, room, teacher }: MovedLessonFragment) => ({
    version,
    values: { date: isoDay(startsAt), startsAt: isoTime(startsAt), endsAt: isoTime(endsAt), room: room?.id ?? '', teacher: teacher?.id ?? '' },
  });
  const move = useRefusingMutation(MoveLessonDocument, (data) => data.moveLesson, { refetch: ['Timetable'] });
  const editing = useEditing({
    seen: editedOf(lesson),
    async readAgain() {
      const { data } = await client.query({ query: LessonAgainDocument, variables: { id: lesson.id }, fetchPolicy: 'network-only' });
      return data?.lesson ? editedOf(data.lesson) : undefined;
    },
  });
  const submit = async (typed: Typed) => {
    const { text } = editing.settled(typed);
    const date = text('date') ?? isoDay(lesson.startsAt);
    const done = await move.send({
      id: lesson.id,
      version: editing.version,
      startsAt: instantAt(date, text('startsAt') ?? isoTime(lesson.startsAt), timeZone),
      endsAt: instantAt(date, text('endsAt') ?? isoTime(lesson.endsAt), timeZone),
      room: text('room') ?? null,
      ...(editing.isChanged(typed, 'teacher') ? { teacher: text('teacher') ?? null } : {}),
      notice: text('notice') ?? '',
    });
    if (done) onDone();
    else await editing.compare(move.latest(), typed);
  };
  const labels = { date: t('timetable.date'), startsAt: t('staff.startsAt'), endsAt: t('staff.endsAt'), room: t('timetable.room'), teacher: t('staff.teacher') };
  const words = (name: string, value: string) => {
    if (name === 'date' && value) return day(value);
    if (name === 'room') return nameOf('Room', value);
    return name === 'teacher' ? nameOf('Person', value) : value;
  };
  const { refusals } = move;
  return (
    <RefusingForm
      label={t('timetable.move')}
      submit={t('timetable.move')}
      cancel={
        <Button tone="bare" onPress={onBack}>
          {t('staff.cancel')}
        </Button>
      }
      fields={['startsAt', 'endsAt', 'teacher', 'room', 'notice', 'version']}
      outcome={move}
      onSubmit={(typed) => void submit(typed)}
    >
      <EditConflict editing={editing} labels={labels} words={words} />
      <div className="pair">
        <TextField name="date" label={labels.date} type="date" defaultValue={isoDay(lesson.startsAt)} isRequired />
        <TextField name="startsAt" label={labels.startsAt} refusals={refusals} type="time" defaultValue={isoTime(lesson.startsAt)} isRequired />
        <TextField name="endsAt" label={labels.endsAt} refusals={refusals} type="time" defaultValue={isoTime(lesson.endsAt)} isRequired />
        <RoomField refusals={refusals} defaultValue={lesson.room?.id} />
        <TeacherField refusals={refusals} now={lesson.teacher} />
      </div>
      <WordsField name="notice" label={t('timetable.notice')} hint={t('timetable.noticeHint')} refusals={refusals} isRequired />
    </RefusingForm>
  );
}
