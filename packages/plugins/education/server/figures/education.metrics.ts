import { countedMetric, countedMetrics } from '@weixiang/core';
import type { Text } from '@weixiang/shared';
import { ageGroups } from '../../shared/age-group.rules.js';

/** Lines of lessons that were held, each with its lesson, course and tenant. */
const lines = `attendance join lesson on lesson.tenant_id = attendance.tenant_id and lesson.id = attendance.lesson_id
  join course on course.tenant_id = lesson.tenant_id and course.id = lesson.course_id join tenant on tenant.id = lesson.tenant_id`;

/** What the figures over lessons share: no record behind them names a learner. */
const ofLessons = {
  from: lines,
  row: 'attendance',
  prefix: 'attendance',
  flow: '(lesson.starts_at at time zone tenant.time_zone)::date',
  path: 'attendance.recorded_path',
  record: { label: 'course.name', on: { id: 'lesson.project_id', prefix: 'project' }, href: (id: string) => `/projects/${id}` },
} as const;

/** 学时. */
export const hoursTaught = countedMetric({
  ...ofLessons,
  key: 'education.hours',
  label: { zh: '课程学时', en: 'Hours of courses' },
  unit: { zh: '学时', en: 'hours' },
  step: 4,
  definition: { zh: '期内每个到课学员（含迟到）所上课次的时长之和，停课不计。', en: 'Hours of the lessons that learners came to in the period, late ones included, cancelled lessons left out.' },
  where: `attendance.mark in ('PRESENT', 'LATE') and lesson.cancelled_at is null`,
  sum: 'extract(epoch from lesson.ends_at - lesson.starts_at) / 3600',
});

/** 到课率, a share between 0 and 1. */
export const attendanceRate = countedMetric({
  ...ofLessons,
  key: 'education.attendanceRate',
  label: { zh: '到课率', en: 'Attendance rate' },
  unit: null,
  step: 4,
  definition: { zh: '期内点过名的人次中，到课（含迟到）所占的比例，请假和停课不计。', en: 'Of the learners marked in the period, the share that came, late ones included; excused learners and cancelled lessons are left out.' },
  where: `attendance.mark in ('PRESENT', 'LATE', 'ABSENT') and lesson.cancelled_at is null`,
  share: { part: `case when attendance.mark = 'ABSENT' then 0 else 1 end`, whole: '1' },
});

const labels = new Map<string, Text>(ageGroups.map(({ key, label }) => [key, label]));

/** Children with a place, one figure an age group: only the group is kept beside the encrypted year of birth. */
export const childrenByAge = countedMetrics({
  name: 'education.children',
  groups: ['enrolment.age_group'],
  figure: ([group = '']) => {
    const label = labels.get(group) ?? { zh: group, en: group };
    return {
      key: `education.children.${group}`,
      label: { zh: `在课孩子（${label.zh}）`, en: `Children in courses (${label.en})` },
      unit: { zh: '人次', en: 'enrolments' },
      step: 4,
      definition: { zh: '期内开班、已确认或已结业的未成年学员报名数，按开班那年的年龄分组。', en: 'Enrolments of minors, confirmed or completed, in terms that began in the period, by age in the year of the beginning.' },
    };
  },
  from: `enrolment join course_term term on term.tenant_id = enrolment.tenant_id and term.id = enrolment.term_id
    join course on course.tenant_id = term.tenant_id and course.id = term.course_id`,
  row: 'enrolment',
  prefix: 'enrolment',
  where: `enrolment.is_minor and enrolment.age_group is not null and enrolment.state in ('CONFIRMED', 'COMPLETED')`,
  flow: 'term.starts_on',
  path: 'enrolment.recorded_path',
  record: { label: `concat_ws('·', course.name, term.name)`, on: { id: 'enrolment.project_id', prefix: 'project' }, href: (id) => `/projects/${id}` },
});
