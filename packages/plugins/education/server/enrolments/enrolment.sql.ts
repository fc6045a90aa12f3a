/** States in which an enrolment keeps a seat of its term from others. */
export const seatedStates = ['CONFIRMED', 'COMPLETED', 'OFFERED'] as const;

const seated = seatedStates.map((state) => `'${state}'`).join(', ');

/** Seats that are taken in the term with this id, as SQL of two columns. */
export const seatsTaken = (tenant: string, term: string): string =>
  `(select count(*)::int from enrolment seat where seat.tenant_id = ${tenant} and seat.term_id = ${term} and seat.state in (${seated}))`;

type Column = (property: string) => string;

/** Which one in the line it is, in the order of the requests, while the term is full. */
export function waitingPosition(alias: string, column: Column): string {
  const tenant = `${alias}.tenant_id`;
  const capacity = `(select term.capacity from course_term term where term.tenant_id = ${tenant} and term.id = ${column('term')})`;
  const ahead = `(select count(*)::int from enrolment ahead where ahead.tenant_id = ${tenant} and ahead.term_id = ${column('term')} and ahead.state = 'REQUESTED' and (ahead.created_at, ahead.id) <= (${column('createdAt')}, ${alias}.id))`;
  return `case when ${column('state')} = 'REQUESTED' and ${seatsTaken(tenant, column('term'))} >= ${capacity} then ${ahead} end`;
}

/** Whether the consent that holds was given to words of an earlier version, while the enrolment is alive. */
export function isOutdated(alias: string, column: Column): string {
  const tenant = `${alias}.tenant_id`;
  const latest = `coalesce((select max(wording.number) from consent_wording wording where wording.tenant_id = ${tenant}), 1)`;
  return `(${column('state')} in ('REQUESTED', 'OFFERED', 'CONFIRMED') and exists (select from guardian_consent given where given.tenant_id = ${tenant} and given.id = ${column('consent')} and given.withdrawn_at is null and given.wording_number < ${latest}))`;
}

/** Lessons that the learner of an enrolment came to, or their hours; what was called off afterwards does not count. */
export function attendedSql(alias: string, what: 'lessons' | 'hours'): string {
  const amount = what === 'lessons' ? 'count(*)::int' : 'coalesce(round((sum(extract(epoch from lesson.ends_at - lesson.starts_at)) / 3600)::numeric, 2), 0)::float8';
  return `(select ${amount} from attendance came join lesson on lesson.tenant_id = came.tenant_id and lesson.id = came.lesson_id where came.tenant_id = ${alias}.tenant_id and came.enrolment_id = ${alias}.id and came.mark in ('PRESENT', 'LATE') and lesson.cancelled_at is null)`;
}
