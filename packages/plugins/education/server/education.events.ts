import type { ToldEvent } from '@weixiang/kernel';

/** Events of education that who may read the record may be told of. */
export const educationEvents: Readonly<Record<string, ToldEvent>> = {
  'course.opened': { label: { zh: '开设课程', en: 'Course opened' } },
  'term.opened': { label: { zh: '开设班次', en: 'Term opened' } },
  'term.lessonsPlanned': { label: { zh: '排课', en: 'Lessons planned' } },
  'lesson.moved': { label: { zh: '课次改期', en: 'Lesson moved' } },
  'lesson.cancelled': { label: { zh: '课次停课', en: 'Lesson cancelled' } },
  'enrolment.requested': { label: { zh: '报名', en: 'Enrolment requested' } },
  'enrolment.confirmed': { label: { zh: '确认报名', en: 'Enrolment confirmed' } },
  'enrolment.declined': { label: { zh: '不予录取', en: 'Enrolment declined' } },
  'enrolment.withdrawn': { label: { zh: '退出报名', en: 'Enrolment withdrawn' } },
  'enrolment.offered': { label: { zh: '候补递补', en: 'Place offered' } },
  'enrolment.accepted': { label: { zh: '接受补位名额', en: 'Place accepted' } },
  'enrolment.lapsed': { label: { zh: '补位逾期', en: 'Offer lapsed' } },
  'attendance.marked': { label: { zh: '点名', en: 'Attendance marked' } },
  'attendance.handedOver': { label: { zh: '交接孩子', en: 'Child handed over' } },
  'attendance.handOverUndone': { label: { zh: '撤销交接', en: 'Hand-over undone' } },
  'pickUp.overdue': { label: { zh: '孩子未接走', en: 'Child not collected' } },
  'pickUp.escalated': { label: { zh: '未接走提醒升级', en: 'Alert went up' } },
  'pickUp.resolved': { label: { zh: '未接走提醒办结', en: 'Alert settled' } },
  'certificate.issued': { label: { zh: '发放结业证书', en: 'Certificate issued' } },
  'certificate.revoked': { label: { zh: '撤销结业证书', en: 'Certificate revoked' } },
};
