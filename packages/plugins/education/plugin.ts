import { definePlugin } from '@weixiang/shared';
import { enrolmentLife, firstEnrolmentLife } from './shared/enrolment.workflow.js';
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
  workflows: [termLife, firstEnrolmentLife, enrolmentLife],
  permissions: {
    'course.open': { label: { zh: '开设课程和班次', en: 'Open courses and terms' }, level: 'unit', roles: planners },
    'enrolment.request': { label: { zh: '报名', en: 'Enrol' }, level: 'own', roles: learners },
    'enrolment.read': { label: { zh: '查看报名', en: 'See enrolments' }, level: 'unit', roles: [...planners, 'gridWorker', 'auditor'] },
    'enrolment.reveal': { label: { zh: '查看学员信息', en: 'See who the learners are' }, level: 'unit', roles: organisers },
    'enrolment.confirm': { label: { zh: '确认或不予录取', en: 'Confirm and decline enrolments' }, level: 'unit', roles: planners },
    'enrolment.accept': { label: { zh: '接受补位名额', en: 'Accept a place that came free' }, level: 'own', roles: [] },
    'enrolment.moveUp': { label: { zh: '候补递补', en: 'Move the waiting list up' }, level: 'own', roles: [] },
    'attendance.mark': { label: { zh: '点名和交接孩子', en: 'Take attendance and hand children over' }, level: 'unit', roles: organisers },
    'pickUp.supervise': { label: { zh: '督办未接走提醒', en: 'See to children that were not fetched' }, level: 'unit', roles: ['supervisor', 'subDistrictOfficer'] },
    'consent.word': { label: { zh: '修订监护人同意书', en: 'Word the guardians’ consent' }, level: 'tenant', roles: ['tenantAdministrator', 'organisationOfficer'] },
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
    OFFER_LAPSED: { zh: '确认时间已过，名额让给了下一位。', en: 'The time to accept is over; the place went to the next in line.' },
    CAPACITY_BELOW_TAKEN: { zh: '已经有 {taken} 人占了名额，不能再少。', en: '{taken} seats are taken; there cannot be fewer.' },
    ACCEPT_HOURS_INVALID: { zh: '确认时间填 1 到 {limit} 小时。', en: 'Give 1 to {limit} hours to accept.' },
    CONSENT_WORDING_RENEWED: { zh: '同意书刚刚更新，请看过新的再同意。', en: 'The wording was renewed just now; please read it and agree again.' },
    ROOM_THERE_ALREADY: { zh: '这个单位已经有同名的教室。', en: 'This unit has a room of that name already.' },
    ROOM_ELSEWHERE: { zh: '这间教室属于别的单位，不能排课。', en: 'This room belongs to another unit.' },
    ROOM_NOT_FREE: { zh: '教室 {day} {from}–{to} 已排“{what}”。', en: 'The room has “{what}” on {day} {from}–{to}.' },
    TEACHER_NOT_FREE: { zh: '老师 {day} {from}–{to} 要上“{what}”。', en: 'The teacher has “{what}” on {day} {from}–{to}.' },
    TERM_OVER: { zh: '这一期已经结束。', en: 'This term is over.' },
    OUTSIDE_TERM: { zh: '日期要在这一期的起止之内。', en: 'The day lies outside the term.' },
    NO_LESSON_TO_PLAN: { zh: '这些日子没有可以排的课：要么是假日，要么已经排过。', en: 'There is no lesson to add on these days: holidays, or planned already.' },
    TOO_MANY_LESSONS: { zh: '一次最多排 {limit} 节课。', en: 'At most {limit} lessons at once.' },
    LESSON_CANCELLED: { zh: '这节课已经停课。', en: 'This lesson was cancelled.' },
    LESSON_PAST: { zh: '这节课的时间已经过了。', en: 'The time of this lesson has passed.' },
    PICK_UP_MINUTES_INVALID: { zh: '接走时间填 5 到 120 分钟。', en: 'Give 5 to 120 minutes.' },
    TOO_MANY_MARKS: { zh: '一次最多 {limit} 人。', en: 'At most {limit} at once.' },
    LESSON_NOT_YET: { zh: '还没到上课时间，课前一小时起可以点名。', en: 'The lesson is not near; attendance is taken from an hour before.' },
    LESSON_NOT_NOW: { zh: '上课前半小时到下课之间才能签到。', en: 'Checking in is from half an hour before the lesson until its end.' },
    NOT_ENROLLED_HERE: { zh: '这位学员不在这一期的名单里。', en: 'This learner has no place in this term.' },
    CODE_INVALID: { zh: '这个码无效，请重新扫。', en: 'This code is not valid; please scan again.' },
    CODE_EXPIRED: { zh: '这个码已经过期，请扫最新的。', en: 'This code is too old; please scan the present one.' },
    CODE_USED: { zh: '这个码已经用过，请换一个新的。', en: 'This code was used; please show a new one.' },
    CHECKED_IN_ALREADY: { zh: '已经签过到了。', en: 'Checked in already.' },
    CHILD_AMBIGUOUS: { zh: '您有几个孩子在这一期，请选是哪一个。', en: 'Several of your children are in this term; choose one.' },
    PICK_UP_PEOPLE_FULL: { zh: '最多登记 {limit} 位接送人。', en: 'At most {limit} adults can be named.' },
    HAND_OVER_TO_WHOM: { zh: '请选交给谁：一位登记的接送人、家长本人，或扫家长的码。', en: 'Say to whom: one named adult, the guardian, or the guardian’s code.' },
    NOT_PRESENT: { zh: '这个孩子没有到课。', en: 'This child was not at the lesson.' },
    NOT_NAMED: { zh: '家长没有登记这个人。', en: 'The guardian did not name this adult.' },
    HANDED_OVER_ALREADY: { zh: '已经交接过了。', en: 'Handed over already.' },
    NOT_HANDED_OVER: { zh: '还没有交接。', en: 'Not handed over.' },
    ALERT_SETTLED: { zh: '这条提醒已经处理。', en: 'This alert is settled.' },
    COURSE_FULL: { zh: '名额已满，请等候补位。', en: 'No seat is left; the request keeps waiting.' },
  },
});
