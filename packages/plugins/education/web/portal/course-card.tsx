import { dotted } from '@weixiang/kit';
import { Band } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import type { CourseRowFragment } from '../generated/graphql.js';
import { TermRow } from './term-row.js';

/** One course with the terms that can be enrolled in. */
export function CourseCard({ course }: { course: CourseRowFragment }) {
  const { t } = useTranslation('education');
  const open = course.terms.nodes.filter(({ state }) => state === 'OPEN');
  return (
    <Band title={course.name}>
      <p className="meta">{useCourseLine(course)}</p>
      {open.map((term) => (
        <TermRow key={term.id} term={term} courseId={course.id} />
      ))}
      {open.length === 0 ? <p>{t('course.noTerm')}</p> : null}
    </Band>
  );
}

/** Who it is for, where, by whom and what it costs, in one line. */
export function useCourseLine(course: CourseRowFragment): string {
  const { t } = useTranslation('education');
  const fee = course.fee ? t('course.fee', { fee: course.fee }) : t('course.free');
  return dotted(
    t(`audience.${course.audience}`),
    course.place,
    course.teacherName ? t('course.taughtBy', { who: course.teacherName }) : undefined,
    fee,
  );
}
