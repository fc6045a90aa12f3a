import { useFormat, useRefusingMutation } from '@weixiang/kit';
import { Button, RefusingForm, TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanLessonsDocument } from './timetable.documents.js';
import { RoomField, TeacherField } from './where-and-who.js';

export type PlannedTerm = { id: string; name: string; startsAt: string | null; endsAt: string | null; teacher: { id: string; name: string | null } | null };

/** Plans the lessons of a term on its days of the week; what is in the way is named by the refusal. */
export function PlanLessons({ term, onBack }: { term: PlannedTerm; onBack: () => void }) {
  const { t } = useTranslation('education');
  const { day, series } = useFormat();
  const [came, setCame] = useState<string>();
  const plan = useRefusingMutation(PlanLessonsDocument, (data) => data.planLessons, { refetch: ['StaffCourses'] });
  const { refusals } = plan;
  if (came) {
    return (
      <p role="status">
        {came}{' '}
        <Button isSmall onPress={onBack}>
          {t('timetable.fine')}
        </Button>
      </p>
    );
  }
  return (
    <RefusingForm
      label={t('timetable.plan')}
      submit={t('timetable.plan')}
      cancel={
        <Button tone="bare" onPress={onBack}>
          {t('staff.cancel')}
        </Button>
      }
      fields={['startsAt', 'endsAt', 'room', 'teacher', 'skip']}
      outcome={plan}
      onSubmit={async ({ text }) => {
        const skip = text('skip')?.split(/[^\d-]+/).filter(Boolean) ?? [];
        const payload = await plan.send({ term: term.id, startsAt: text('startsAt'), endsAt: text('endsAt'), room: text('room'), teacher: text('teacher'), skip });
        if (!payload) return;
        const skipped = (payload.skipped ?? []).map((date) => day(date));
        setCame([t('timetable.planned', { count: payload.planned ?? 0 }), skipped.length > 0 && t('timetable.skipped', { days: series(skipped) })].filter(Boolean).join(''));
      }}
    >
      <p className="meta">{t('timetable.planMeans')}</p>
      <div className="pair">
        <TextField name="startsAt" label={t('staff.startsAt')} refusals={refusals} type="time" defaultValue={term.startsAt ?? undefined} isRequired />
        <TextField name="endsAt" label={t('staff.endsAt')} refusals={refusals} type="time" defaultValue={term.endsAt ?? undefined} isRequired />
        <RoomField refusals={refusals} />
        <TeacherField refusals={refusals} now={term.teacher} />
      </div>
      <TextField name="skip" label={t('timetable.skip')} hint={t('timetable.skipHint')} refusals={refusals} placeholder="2026-06-01, 2026-06-08" />
    </RefusingForm>
  );
}
