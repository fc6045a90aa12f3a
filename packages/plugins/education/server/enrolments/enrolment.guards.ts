import type { Guard, GuardScope } from '@weixiang/kernel';
import { type Reason } from '@weixiang/shared';
import { education } from '../../plugin.js';
import { seatsTaken } from './enrolment.sql.js';

/** Each condition as SQL over an enrolment and its term; where it does not hold, the reason says why. */
function holdsWhere(condition: string, reason: Reason): Guard {
  return async ({ em, tenant }: GuardScope, ids) => {
    const rows = await em.execute<{ id: string }[]>(
      `select enrolment.id from enrolment join course_term term on term.tenant_id = enrolment.tenant_id and term.id = enrolment.term_id
       where enrolment.tenant_id = ? and enrolment.id in (${ids.map(() => '?').join(', ')}) and ${condition}`,
      [tenant.id, ...ids],
    );
    const held = new Set(rows.map(({ id }) => id));
    return new Map(ids.map((id) => [id, held.has(id) || reason]));
  };
}

const { COURSE_FULL, CONSENT_REQUIRED } = education.messages;

/** Conditions of an enrolment's steps. */
export const enrolmentGuards: Readonly<Record<string, Guard>> = {
  termTakesEnrolments: holdsWhere(`term.state in ('OPEN', 'RUNNING')`, { zh: '这一期还没有开放，或者已经结束', en: 'The term is not open, or is over' }),
  hasGuardianConsent: holdsWhere('not enrolment.is_locked', { ...CONSENT_REQUIRED, code: 'CONSENT_REQUIRED' }),
  hasSeatLeft: holdsWhere(
    `term.capacity > ${seatsTaken('term.tenant_id', 'term.id')} - case when enrolment.state = 'OFFERED' then 1 else 0 end`,
    { ...COURSE_FULL, code: 'COURSE_FULL' },
  ),
  termIsOver: holdsWhere(`term.state in ('FINISHED', 'CANCELLED')`, { zh: '这一期还没有结束', en: 'The term is not over' }),
};
