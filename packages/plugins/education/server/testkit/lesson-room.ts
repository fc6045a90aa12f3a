import type { Caller, Scene, World } from '@weixiang/core/testkit';
import { indexOf } from '@weixiang/kernel';
import { parseTypeId } from '@weixiang/shared';
import { type Classroom, classroom, confirm } from './classroom.js';

/** Shortly before the one lesson of {@link lessonRoom} begins. */
export const beforeLesson = '2026-05-19T08:20:00.000Z';
/** It ends then. */
export const lessonEnd = '2026-05-19T10:00:00.000Z';

/** A classroom with one lesson today, 16:30 to 18:00, a teacher without a role there, and two children who have a place. */
export interface LessonRoom extends Classroom {
  lesson: string;
  teacher: Caller;
  children: { guardian: Caller; enrolment: string }[];
}

/** Builds it; the clock stands shortly before the lesson then. */
export async function lessonRoom(world: World, scene: Scene): Promise<LessonRoom> {
  world.server.clock.set(new Date('2026-05-19T02:00:00.000Z'));
  const room = await classroom(scene, { term: { startsOn: '2026-05-19', endsOn: '2026-05-19', weekdays: [2], startsAt: '16:30', endsAt: '18:00' } });
  const { secretary, term } = room;
  const teacher = await scene.as('resident', scene.units.grid, '教书的');
  await secretary.do(`mutation ($input: EditTermInput!) { editTerm(input: $input) { refusals { code } } }`, { input: { id: term, teacher: teacher.personId } });
  await secretary.do(`mutation ($input: PlanLessonsInput!) { planLessons(input: $input) { planned refusals { code } } }`, { input: { term, teacher: teacher.personId } });
  const { lessons } = Object(await secretary.do(`query ($term: ID!) { lessons(filter: { term: $term }) { nodes { id } } }`, { term }));
  const children: LessonRoom['children'] = [];
  for (const learnerName of ['韩小宝', '韩小贝']) {
    const guardian = await room.parent();
    const enrolment = await room.enrol(guardian, { learnerName });
    await secretary.do(confirm, { input: { id: enrolment } });
    children.push({ guardian, enrolment });
  }
  world.server.clock.set(new Date(beforeLesson));
  return { ...room, teacher, children, lesson: lessons.nodes[0].id };
}

/** Runs one of the plugin's jobs, as the queue does when its time has come. */
export async function runJob(world: World, scene: Scene, name: string, payload: Record<string, string>): Promise<void> {
  const { kernel } = world.server;
  const tenant = await kernel.tenants.byId(scene.tenant.id);
  const job = tenant && indexOf(kernel.featuresOf(tenant)).jobs.get(name);
  if (!job || !('run' in job)) throw new Error(`There is no job ${name}.`);
  const uuids = Object.fromEntries(Object.entries(payload).map(([key, id]) => [key, parseTypeId(id)?.uuid ?? id]));
  await kernel.asSystem(tenant, 'job', (tx) => job.run(tx, uuids));
}
