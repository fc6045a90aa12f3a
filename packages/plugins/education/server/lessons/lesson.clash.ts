import { refuse, type Transaction } from '@weixiang/kernel';
import { dateIn, timeIn } from '@weixiang/shared';
import { Lesson } from './lesson.entity.js';

/** A time that a lesson is to take. */
export interface Slot {
  startsAt: Date;
  endsAt: Date;
}

/**
 * Looks whether teacher and room are free. PostgreSQL refuses what slips in between this look and the commit; the write is
 * then tried again, and comes to see it here.
 * @throws Refusal that names the first lesson in the way, as far as the actor may know of it.
 */
export async function refuseClashes(tx: Transaction, slots: readonly Slot[], at: Partial<Pick<Lesson, 'teacher' | 'room'>>, self: Lesson | null = null): Promise<void> {
  const { teacher, room } = at;
  if (slots.length === 0 || (!teacher && !room)) return;
  const first = slots.reduce((least, { startsAt }) => (startsAt < least ? startsAt : least), slots[0]?.startsAt ?? tx.now);
  const last = slots.reduce((most, { endsAt }) => (endsAt > most ? endsAt : most), first);
  const inTheWay = await tx.em.find(
    Lesson,
    {
      cancelledAt: null,
      startsAt: { $lt: last },
      endsAt: { $gt: first },
      $or: [...(teacher ? [{ teacher }] : []), ...(room ? [{ room }] : [])],
    },
    { populate: ['course'], orderBy: { startsAt: 'asc' } },
  );
  for (const other of inTheWay) {
    if (other === self || !slots.some(({ startsAt, endsAt }) => other.startsAt < endsAt && other.endsAt > startsAt)) continue;
    const isTeacher = Boolean(teacher) && other.teacher?.id === teacher?.id;
    throw refuse(isTeacher ? 'TEACHER_NOT_FREE' : 'ROOM_NOT_FREE', isTeacher ? 'teacher' : 'room', clashWords(tx, other));
  }
}

function clashWords(tx: Transaction, { course, startsAt, endsAt }: Lesson): { day: string; from: string; to: string; what: string } {
  const { timeZone } = tx.tenant;
  return {
    day: dateIn(startsAt, timeZone),
    from: timeIn(startsAt, timeZone),
    to: timeIn(endsAt, timeZone),
    // That the time is taken has to be said; by what, only to who may see that course.
    what: tx.may('read', course) ? course.name : '—',
  };
}
