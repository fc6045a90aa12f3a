import type { CronDefinition, Transaction } from '@weixiang/kernel';

/** From when on before a lesson a stand-in sees who comes, and how long after it, until the last child has surely gone. */
const [before, after] = ['1 hour', '4 hours'];

/**
 * Whoever holds a lesson has to know who comes and who may fetch them, also when somebody else teaches the term. The name
 * stands on the rows of the term while the lesson lasts, and not a day longer.
 */
export async function seeStandIns(tx: Transaction): Promise<void> {
  const standIn = `(select lesson.teacher_id from lesson where lesson.tenant_id = enrolment.tenant_id and lesson.term_id = enrolment.term_id
    and lesson.cancelled_at is null and lesson.teacher_id is distinct from enrolment.teacher_id
    and lesson.starts_at <= ?::timestamptz + interval '${before}' and lesson.ends_at > ?::timestamptz - interval '${after}'
    order by lesson.starts_at desc limit 1)`;
  await tx.em.execute(`update enrolment set stand_in_id = ${standIn} where tenant_id = ? and stand_in_id is distinct from ${standIn}`, [tx.now, tx.now, tx.tenant.id, tx.now, tx.now]);
  for (const table of ['attendance', 'pick_up_person']) {
    await tx.em.execute(
      `update ${table} set stand_in_id = enrolment.stand_in_id from enrolment
       where ${table}.tenant_id = ? and enrolment.tenant_id = ? and enrolment.id = ${table}.enrolment_id and ${table}.stand_in_id is distinct from enrolment.stand_in_id`,
      [tx.tenant.id, tx.tenant.id],
    );
  }
}

/** Lets stand-ins see the children of their lesson in time, and no longer. */
export const standIns: CronDefinition = { name: 'education.standIns', everyMinutes: 5, run: seeStandIns };
