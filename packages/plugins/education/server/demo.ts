import { createProject, OrgUnit, Person, publishProject } from '@weixiang/core';
import type { Demo, DemoStage, RecordRef, Transaction } from '@weixiang/kernel';
import { dateIn, toTypeId } from '@weixiang/shared';
import { markAttendance } from './attendance/attendance.service.js';
import { AttendanceMark } from './attendance/attendance.entity.js';
import { CourseAudience } from './courses/course.entity.js';
import { openCourse } from './courses/course.service.js';
import { requestEnrolment } from './enrolments/enrolment-request.service.js';
import { confirmEnrolment } from './enrolments/enrolment.service.js';
import { planLessons } from './lessons/lesson-plan.service.js';
import { Lesson } from './lessons/lesson.entity.js';
import { handOver, namePickUpPerson } from './pickups/pick-up.service.js';
import { addRoom } from './rooms/room.service.js';
import { Term } from './terms/term.entity.js';
import { editTerm, openTerm } from './terms/term.service.js';

const community = 'QC-01-02';
const day = 86_400_000;

/** Accounts that have a child in the course, as guardians; the names are plainly made up. The last one waits. */
const children = [
  ['resident', '示例小雨', 9],
  ['grid', '示例小晨', 8],
  ['expert', '示例小禾', 10],
  ['partner', '示例小北', 7],
  ['supervisor', '示例小星', 9],
] as const;
const seats = children.length - 1;

/** A course that runs: weeks of lessons behind it and before it, children who come and are fetched, and one who waits. */
export const educationDemo: Demo = {
  name: 'education.course',
  async run(stage) {
    const { tenant, kernel } = stage;
    const today = dateIn(kernel.clock.now(), tenant.timeZone);
    const on = (days: number) => dateIn(new Date(kernel.clock.now().getTime() + days * day), tenant.timeZone);
    const unit = await kernel.asSystem(tenant, 'example', (tx) => tx.em.findOne(OrgUnit, { code: community }));
    if (!unit) return; // an example without that community
    const orgUnit = toTypeId('unit', unit.id);

    const project = await made(stage, 'community', 24, 'course project', 'project', async (tx) => ({
      project: await createProject(tx, { type: 'education', name: '光明社区放学后书法班', orgUnit, plan: '放学到天黑这段时间，孩子有人看、有事学。' }),
    }));
    await stage.deed('community', 24, 'course project public', async (tx) => ({ project: await publishProject(tx, { id: project }) }));
    const course = await made(stage, 'community', 24, 'course', 'course', async (tx) => ({
      course: await openCourse(tx, { project, name: '放学后书法班', audience: CourseAudience.MINORS, fee: 0, place: '党群服务中心二楼', teacherName: '沈建国' }),
    }));
    const room = await made(stage, 'community', 23, 'course room', 'courseroom', async (tx) => ({ room: await addRoom(tx, { orgUnit, name: '二楼书画室', seats: 20 }) }));
    const term = await made(stage, 'community', 23, 'course term', 'courseterm', async (tx) => ({
      term: await openTerm(tx, {
        course, name: `${Number(today.slice(5, 7))}月班`, startsOn: on(-14), endsOn: on(42), weekdays: [1, 2, 3, 4, 5], startsAt: '16:30', endsAt: '18:00', capacity: seats,
      }),
    }));

    const enrolments: string[] = [];
    for (const [login, learnerName, age] of children) {
      enrolments.push(
        await made(stage, login, 20 - enrolments.length, `child of ${login}`, 'enrolment', async (tx) => ({
          enrolment: await requestEnrolment(tx, {
            term, learnerName, learnerBirthYear: Number(today.slice(0, 4)) - age,
            consent: { isGiven: true, purpose: '“放学后书法班”的报名、联系和点名', words: '我是孩子的监护人，我同意为“放学后书法班”留存并使用这些信息。' },
          }),
        })),
      );
    }
    const taken = enrolments.slice(0, seats);
    for (const [at, id] of taken.entries()) await stage.deed('community', 15, `child ${at} confirmed`, async (tx) => ({ enrolment: await confirmEnrolment(tx, { id }) }));
    await stage.deed('resident', 14.5, 'fetched by', async (tx) => ({ person: await namePickUpPerson(tx, { enrolment: String(taken[0]), name: '示例外婆', relation: '外婆' }) }));

    const teacher = await kernel.asSystem(tenant, 'example', (tx) => tx.em.findOneOrFail(Person, { login: 'lead' }, { fields: ['id'] }));
    await stage.deed('community', 22, 'course teacher', async (tx) => ({ term: await editTerm(tx, { id: term, teacher: toTypeId('person', teacher.id) }) }));
    await stage.deed('community', 22, 'course lessons', async (tx) => ({ ...(await planLessons(tx, { term, room, teacher: toTypeId('person', teacher.id) })) }));
    await holdPastLessons(stage, term, taken);
  },
};

/** The teacher marked who came and handed every child over; somebody was late or ill now and then. */
async function holdPastLessons({ kernel, tenant, deed }: DemoStage, term: string, enrolments: readonly string[]): Promise<void> {
  const now = kernel.clock.now();
  const past = await kernel.asSystem(tenant, 'example', async (tx) => {
    const found = await tx.peek(Term, term);
    return found ? tx.em.find(Lesson, { term: found, endsAt: { $lt: now } }, { orderBy: { startsAt: 'asc' } }) : [];
  });
  for (const [at, { id, startsAt, endsAt }] of past.entries()) {
    const lesson = toTypeId('lesson', id);
    const marks = enrolments.map((enrolment, child) => ({ enrolment, mark: markFor(at, child), at: startsAt }));
    // One write for both: between them every child would be one that nobody fetched.
    await deed('lead', (now.getTime() - endsAt.getTime()) / day, `lesson ${dateIn(startsAt, tenant.timeZone)}`, async (tx: Transaction) => {
      await markAttendance(tx, { lesson, marks });
      const there = marks.filter(({ mark }) => mark === AttendanceMark.PRESENT || mark === AttendanceMark.LATE);
      for (const { enrolment } of there) await handOver(tx, kernel.codes, { lesson, enrolment, toGuardian: true });
      return {};
    });
  }
}

function markFor(lesson: number, child: number): AttendanceMark {
  if ((lesson * 3 + child) % 11 === 4) return AttendanceMark.EXCUSED;
  if ((lesson + child * 2) % 9 === 5) return AttendanceMark.LATE;
  return AttendanceMark.PRESENT;
}

/** Does it, and gives the TypeID of what it made. */
async function made({ deed }: DemoStage, login: string, daysAgo: number, name: string, prefix: string, run: (tx: Transaction) => Promise<Record<string, unknown>>): Promise<string> {
  const [record] = Object.values(await deed(login, daysAgo, name, run));
  return toTypeId(prefix, (record as RecordRef).id); // what a write answers names its records by their UUIDs
}
