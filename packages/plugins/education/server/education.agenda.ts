import type { AgendaSource } from '@weixiang/kernel';

const pageOfProject = (row: string) => ({ id: `${row}.project_id`, prefix: 'project', href: (id: string) => `/projects/${id}` });

/** Requests that wait to be confirmed while seats are left. */
const confirmAgenda: AgendaSource = {
  name: 'enrolment.confirm',
  needs: 'enrolment.confirm',
  kind: { zh: '报名待确认', en: 'Enrolment to confirm' },
  action: { zh: '确认', en: 'Confirm' },
  from: `enrolment join course_term term on term.tenant_id = enrolment.tenant_id and term.id = enrolment.term_id
    join course on course.tenant_id = term.tenant_id and course.id = term.course_id`,
  row: 'enrolment',
  where: `enrolment.state = 'REQUESTED' and not enrolment.is_locked and term.state in ('OPEN', 'RUNNING')
    and term.capacity > (select count(*) from enrolment seat where seat.tenant_id = term.tenant_id and seat.term_id = term.id and seat.state in ('CONFIRMED', 'COMPLETED', 'OFFERED'))`,
  since: 'enrolment.created_at',
  title: `concat_ws('·', course.name, term.name)`,
  page: pageOfProject('enrolment'),
};

const alerts = {
  from: `pick_up_alert alert join lesson on lesson.tenant_id = alert.tenant_id and lesson.id = alert.lesson_id
    join course on course.tenant_id = lesson.tenant_id and course.id = lesson.course_id`,
  row: 'alert',
  due: 'alert.created_at',
  since: 'alert.created_at',
  title: 'course.name',
  kind: { zh: '孩子未接走', en: 'Child not collected' },
  action: { zh: '处理', en: 'See to it' },
  page: { id: 'alert.lesson_id', prefix: 'lesson', href: (id: string) => `/education/lessons/${id}` },
} as const;

/** Children that were not fetched: at first with who runs the course, then with the supervisor too. */
const pickUpAgenda: AgendaSource = { ...alerts, name: 'pickUp.resolve', needs: 'attendance.mark', where: 'alert.resolved_at is null' };
const pickUpSupervisorAgenda: AgendaSource = { ...alerts, name: 'pickUp.supervise', needs: 'pickUp.supervise', where: 'alert.resolved_at is null and alert.is_escalated' };

/** What of education waits on somebody. */
export const educationAgenda: readonly AgendaSource[] = [confirmAgenda, pickUpAgenda, pickUpSupervisorAgenda];
