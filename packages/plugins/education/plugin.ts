import { definePlugin } from '@weixiang/shared';
import { enrolmentLife } from './shared/enrolment.workflow.js';
import { termLife } from './shared/term.workflow.js';

const planners = ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary', 'projectLead'] as const;
/** Who runs a course from day to day. */
const organisers = ['communitySecretary', 'projectLead'] as const;
/** Whoever has an account may learn, or have a child who does; who only watches does not take part. */
const learners = [
  ...planners, 'tenantAdministrator', 'convener', 'departmentOfficer', 'gridWorker', 'buildingLeader', 'supervisor', 'expert', 'partnerRepresentative', 'resident',
] as const;

/** Education projects: courses in terms, and who enrols in them. */
export const education = definePlugin({
  name: 'education',
  label: { zh: '教育', en: 'Education' },
  description: { zh: '课程、班次与报名，未成年人由监护人单独同意。', en: 'Courses, their terms and enrolment; a guardian agrees for each minor.' },
  dependsOn: ['activities'],
  projectTypes: [{ key: 'education', label: { zh: '教育', en: 'Education' }, typeName: 'EducationProject' }],
  workflows: [termLife, enrolmentLife],
  permissions: {
    'course.open': { label: { zh: '开设课程和班次', en: 'Open courses and terms' }, level: 'unit', roles: planners },
    'enrolment.request': { label: { zh: '报名', en: 'Enrol' }, level: 'own', roles: learners },
    'enrolment.read': { label: { zh: '查看报名', en: 'See enrolments' }, level: 'unit', roles: [...planners, 'gridWorker', 'auditor'] },
    'enrolment.reveal': { label: { zh: '查看学员信息', en: 'See who the learners are' }, level: 'unit', roles: organisers },
    'enrolment.confirm': { label: { zh: '确认或不予录取', en: 'Confirm and decline enrolments' }, level: 'unit', roles: planners },
    'enrolment.withdraw': { label: { zh: '代办退出', en: 'Withdraw enrolments on request' }, level: 'unit', roles: organisers },
  },
  messages: {
    PROJECT_NOT_EDUCATION: { zh: '只有教育类项目可以开课。', en: 'Only an education project has courses.' },
    AGES_MISMATCHED: { zh: '这门课程不面向这个年龄。', en: 'This course is not for this age.' },
    FEE_INVALID: { zh: '费用填元，最多两位小数，免费填 0。', en: 'Give the fee in yuan with at most two decimals, 0 when it is free.' },
    TERM_ENDED_BEFORE_OPEN: { zh: '这一期的最后一天已经过了。', en: 'The last day of this term has passed.' },
    WEEKDAYS_INVALID: { zh: '请至少选一个星期几。', en: 'Choose at least one day of the week.' },
    TIME_INVALID: { zh: '时间写成 16:30 这样。', en: 'Write a time like 16:30.' },
    TIMES_REVERSED: { zh: '下课时间要晚于上课时间。', en: 'A lesson ends after it begins.' },
    CAPACITY_INVALID: { zh: '名额填 1 到 {limit}。', en: 'Give 1 to {limit} seats.' },
    TERM_NOT_OPEN: { zh: '这一期现在不报名。', en: 'This term does not take requests now.' },
    BIRTH_YEAR_INVALID: { zh: '出生年份写四位数字，比如 2016。', en: 'Write the year of birth with four digits, such as 2016.' },
    CONSENT_REQUIRED: { zh: '未成年人报名要有监护人同意。', en: 'A minor needs a guardian’s consent.' },
    CONSENT_NOT_NEEDED: { zh: '成年人报名不用监护人同意。', en: 'An adult needs no guardian’s consent.' },
    CONSENT_GIVEN_ALREADY: { zh: '已经同意过了。', en: 'Consent is on record already.' },
    CONSENT_NOT_GIVEN: { zh: '没有可以撤回的同意。', en: 'There is no consent to withdraw.' },
    ENROLLED_ALREADY: { zh: '这位学员已经报过这一期。', en: 'This learner is enrolled in this term already.' },
    ENROLMENT_OVER: { zh: '这次报名已经结束。', en: 'This enrolment is over.' },
    COURSE_FULL: { zh: '名额已满，请等候补位。', en: 'No seat is left; the request keeps waiting.' },
  },
});
