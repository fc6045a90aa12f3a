import type { Refusals } from '@weixiang/kit';
import { ChoiceField, TextField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { CourseAudience } from '../generated/graphql.js';

const audiences = ['MINORS', 'ADULTS', 'ALL'] as const satisfies CourseAudience[];

/** Names of {@link CourseFields}. */
export const courseFields = ['name', 'audience', 'fee', 'place', 'teacherName'] as const;

/** For whom a course is, as it was chosen. */
export function audienceOf(chosen: string | undefined): CourseAudience {
  return audiences.find((audience) => audience === chosen) ?? 'ALL';
}

/** What the fields of a course are called. */
export function useCourseLabels(): Readonly<Record<(typeof courseFields)[number], string>> {
  const { t } = useTranslation('education');
  return { name: t('staff.courseName'), audience: t('staff.forWhom'), fee: t('staff.feeYuan'), place: t('staff.place'), teacherName: t('staff.teacher') };
}

/** What is known of a course, new or not. */
export function CourseFields({ refusals, now = {} }: { refusals: Refusals; now?: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('education');
  const labels = useCourseLabels();
  const field = (name: (typeof courseFields)[number]) => ({ name, label: labels[name], refusals, defaultValue: now[name] });
  return (
    <>
      <TextField {...field('name')} isRequired autoFocus />
      <div className="pair">
        <ChoiceField {...field('audience')} options={audiences.map((value) => ({ value, label: t(`staff.audience.${value}`) }))} />
        <TextField {...field('fee')} hint={t('staff.feeHint')} type="number" min={0} step="0.01" />
        <TextField {...field('teacherName')} />
        <TextField {...field('place')} />
      </div>
    </>
  );
}
