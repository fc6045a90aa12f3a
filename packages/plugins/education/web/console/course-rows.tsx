import { useFormat, useHolds } from '@weixiang/kit';
import { Button, DataTable } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffCoursesQuery } from '../generated/graphql.js';
import { EditCourseDialog } from './edit-course-dialog.js';
import { EnrolmentsDialog } from './enrolments-dialog.js';
import { OpenTermDialog } from './open-term-dialog.js';

type EducationProject = Extract<NonNullable<StaffCoursesQuery['project']>, { courses: unknown }>;
export type Course = EducationProject['courses']['edges'][number]['node'];

/** One course with its terms; a term opens its enrolments. */
export function CourseRows({ course }: { course: Course }) {
  const { t } = useTranslation('education');
  const holds = useHolds();
  const { day, weekdays: writeWeekdays } = useFormat();
  const [openTerm, setTerm] = useState<string>();
  const [isOpening, setOpening] = useState(false);
  const [isEditing, setEditing] = useState(false);
  // Looked up anew each time: a confirmation takes a seat.
  const term = course.terms.edges.find(({ node }) => node.id === openTerm)?.node;
  const facts = [
    t(`staff.audience.${course.audience}`),
    course.teacherName,
    course.place,
    course.fee ? t('staff.fee', { fee: course.fee }) : t('staff.free'),
  ];
  return (
    <div className="course">
      <p>
        <b>{course.name}</b> <span className="meta">{facts.filter(Boolean).join('·')}</span>
        {holds('course.open') && (
          <span className="course-deeds">
            <Button isSmall icon="write" onPress={() => setEditing(true)}>
              {t('staff.editCourse')}
            </Button>
            <Button isSmall icon="add" onPress={() => setOpening(true)}>
              {t('staff.openTerm')}
            </Button>
          </span>
        )}
      </p>
      {course.terms.edges.length > 0 && (
        <DataTable
          label={t('staff.termsOf', { course: course.name })}
          rows={course.terms.edges.map(({ node }) => node)}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('staff.term'), cell: ({ name }) => name, isClipped: true, fold: 'lead' },
            {
              key: 'dates',
              title: t('staff.dates'),
              cell: ({ startsOn, endsOn }) => (startsOn === endsOn ? day(startsOn) : `${day(startsOn)}–${day(endsOn)}`),
              fold: 'tail',
            },
            {
              key: 'when',
              title: t('staff.when'),
              cell: ({ weekdays, startsAt, endsAt }) =>
                [
                  writeWeekdays(weekdays),
                  [startsAt, endsAt].filter(Boolean).join('–'),
                ]
                  .filter(Boolean)
                  .join(' '),
            },
            {
              key: 'seats',
              title: t('staff.seats'),
              cell: ({ enrolledCount, capacity }) => `${enrolledCount}/${capacity}`,
              isNumber: true,
              fold: 'tail',
            },
            {
              key: 'state',
              title: t('staff.state'),
              cell: ({ state }) => <span className="chip">{t(`staff.termState.${state}`)}</span>,
            },
            {
              key: 'open',
              title: <span className="sr-only">{t('staff.enrolments')}</span>,
              cell: (each) => (
                <Button isSmall label={t('staff.enrolmentsOf', { term: each.name })} onPress={() => setTerm(each.id)}>
                  {t('staff.enrolments')}
                </Button>
              ),
              isNumber: true,
              fold: 'end',
            },
          ]}
        />
      )}
      {isEditing && <EditCourseDialog course={course} onClose={() => setEditing(false)} />}
      {term && <EnrolmentsDialog term={term} onClose={() => setTerm(undefined)} />}
      <OpenTermDialog course={course} isOpen={isOpening} onClose={() => setOpening(false)} />
    </div>
  );
}
