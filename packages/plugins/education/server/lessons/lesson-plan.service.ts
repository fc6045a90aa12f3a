import { Person, Project } from '@weixiang/core';
import { refuse, type Transaction } from '@weixiang/kernel';
import { CHINA_HOLIDAYS, instantAt } from '@weixiang/shared';
import { lessonDays } from '../../shared/lesson-days.rules.js';
import { Room } from '../rooms/room.entity.js';
import { Term, TermState } from '../terms/term.entity.js';
import { timeOf, weekdaysOf } from '../terms/term.rules.js';
import { refuseClashes } from './lesson.clash.js';
import { Lesson } from './lesson.entity.js';
import type { PlanLessonsInput } from './lesson.inputs.js';

/** Lessons of one plan at most. */
const maxLessons = 400;

/** What a plan came to. */
export interface PlannedLessons {
  term: Term;
  /** Lessons that were added. */
  planned: number;
  /** Days that fell out. */
  skipped: string[];
}

/** Adds the lessons of a term week by week; days that have one at that time already stay as they are. */
export async function planLessons(tx: Transaction, input: PlanLessonsInput): Promise<PlannedLessons> {
  const term = await tx.load(Term, input.term, 'planLessons', { field: 'term' });
  if (term.state === TermState.FINISHED || term.state === TermState.CANCELLED) throw refuse('TERM_OVER', 'term');
  const { days, skipped, startsAt, endsAt } = planOfTerm(term, input);
  const { timeZone } = tx.tenant;
  const slots = days.map((day) => ({ startsAt: instantAt(day, startsAt, timeZone), endsAt: instantAt(day, endsAt, timeZone) }));
  const teacher = await tx.referOptional(Person, input.teacher, 'teacher');
  const room = await roomFor(tx, term, input.room);
  const known = await tx.em.find(Lesson, { term, cancelledAt: null });
  const taken = new Set(known.map((lesson) => lesson.startsAt.getTime()));
  const open = slots.filter((slot) => !taken.has(slot.startsAt.getTime()));
  if (open.length === 0) throw refuse('NO_LESSON_TO_PLAN', 'weekdays');
  await refuseClashes(tx, open, { teacher, room });
  const project = await tx.peek(Project, term.project.id);
  if (!project) throw refuse('NOT_FOUND', 'term');
  const { course, orgUnit, orgPath } = term;
  for (const slot of open) tx.create(Lesson, { ...slot, project, course, term, orgUnit, orgPath, teacher, room, isAnnounced: term.state !== TermState.PLANNED });
  tx.announce('term.lessonsPlanned', term, { count: open.length });
  return { term, planned: open.length, skipped };
}

/** The room that a lesson of the term may be in: one of the project's own unit, above it, or below it. */
export async function roomFor(tx: Transaction, { orgPath }: Pick<Term, 'orgPath'>, id: string | null | undefined): Promise<Room | null> {
  const room = await tx.referOptional(Room, id, 'room');
  if (room && !`${orgPath}.`.startsWith(`${room.orgPath}.`) && !`${room.orgPath}.`.startsWith(`${orgPath}.`)) throw refuse('ROOM_ELSEWHERE', 'room');
  return room;
}

function planOfTerm(term: Term, input: PlanLessonsInput) {
  const from = input.from ?? term.startsOn;
  const to = input.to ?? term.endsOn;
  if (to < from) throw refuse('DATES_REVERSED', 'to');
  if (from < term.startsOn) throw refuse('OUTSIDE_TERM', 'from');
  if (to > term.endsOn) throw refuse('OUTSIDE_TERM', 'to');
  const startsAt = timeOf(input.startsAt, 'startsAt') ?? term.startsAt;
  const endsAt = timeOf(input.endsAt, 'endsAt') ?? term.endsAt;
  if (startsAt === null) throw refuse('REQUIRED', 'startsAt');
  if (endsAt === null) throw refuse('REQUIRED', 'endsAt');
  if (endsAt <= startsAt) throw refuse('TIMES_REVERSED', 'endsAt');
  const weekdays = input.weekdays ? weekdaysOf(input.weekdays) : term.weekdays;
  const holidays = (input.skipsHolidays ?? true) ? CHINA_HOLIDAYS.daysOff : new Set<string>();
  const plan = lessonDays({ from, to, weekdays, skip: new Set([...holidays, ...(input.skip ?? [])]) });
  if (plan.days.length > maxLessons) throw refuse('TOO_MANY_LESSONS', 'to', { limit: maxLessons });
  return { ...plan, startsAt, endsAt };
}
