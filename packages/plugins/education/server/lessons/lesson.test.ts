import { type Caller, verdict, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classroom, educationWorld, openCourse, openTerm, spring } from '../testkit/classroom.js';

const planLessons = `mutation ($input: PlanLessonsInput!) { planLessons(input: $input) { planned skipped term { id } refusals { code field message } } }`;
const moveLesson = `mutation ($input: MoveLessonInput!) { moveLesson(input: $input) { lesson { id startsAt endsAt movedFrom notice room { name } } refusals { code field message } } }`;
const cancelLesson = `mutation ($input: CancelLessonInput!) { cancelLesson(input: $input) { lesson { id isCancelled notice number } refusals { code field message } } }`;
const addRoom = `mutation ($input: AddRoomInput!) { addRoom(input: $input) { room { id name seats orgUnit { id } } refusals { code field } } }`;
const timetable = `query ($filter: LessonFilter) { lessons(filter: $filter, first: 100) { totalCount nodes { id startsAt endsAt number isCancelled notice teacher { name } room { name } course { name } term { name } } } }`;

/** May 18 to 31, Mondays and Wednesdays: four lessons. */
const may = { term: { startsOn: '2026-05-20', endsOn: '2026-06-03', weekdays: [1, 3], startsAt: '16:30', endsAt: '18:00' } } as const;

async function roomOf(by: Caller, orgUnit: string, name = '三楼活动室'): Promise<string> {
  return Object(await by.do(addRoom, { input: { orgUnit, name, seats: 20 } })).addRoom.room.id;
}

async function lessonsOf(by: Caller, term: string) {
  return Object(await by.do(timetable, { filter: { term } })).lessons.nodes;
}

describe('rooms', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('are added by who opens courses there, once a name', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { community, siblingCommunity, grid } = scene.units;
    const input = { orgUnit: community.id, name: '三楼活动室' };
    expect(verdict(await scene.anonymous.ask(addRoom, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(addRoom, { input }))).toBe('NOT_FOUND orgUnit');
    expect(verdict(await (await scene.as('communitySecretary', siblingCommunity)).ask(addRoom, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('gridWorker', grid)).ask(addRoom, { input }))).toBe('FORBIDDEN');
    const secretary = await scene.as('communitySecretary', community);
    expect((await secretary.ask(addRoom, { input: { ...input, seats: 30 } })).data).toMatchObject({ addRoom: { room: { name: '三楼活动室', seats: 30 }, refusals: [] } });
    expect(verdict(await secretary.ask(addRoom, { input }))).toBe('ROOM_THERE_ALREADY name');
    expect(verdict(await secretary.ask(addRoom, { input: { ...input, name: '二楼', seats: 0 } }))).toBe('CAPACITY_INVALID seats');
  });
});

describe('lessons', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('are planned week by week by who runs the course, and public with their term', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { term, secretary } = await classroom(scene, may);
    const { units } = scene;
    const room = await roomOf(secretary, units.community.id);
    const input = { term, room, teacher: secretary.personId, skip: ['2026-05-27'] };
    expect(verdict(await scene.anonymous.ask(planLessons, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(planLessons, { input }))).toBe('NOT_FOUND term');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(planLessons, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('gridWorker', units.grid)).ask(planLessons, { input }))).toBe('FORBIDDEN');
    await world.server.takeStatements();
    expect((await secretary.ask(planLessons, { input })).data).toMatchObject({ planLessons: { planned: 4, skipped: ['2026-05-27'], refusals: [] } });
    expect((await world.server.takeStatements()).length).toBeLessThan(30);
    expect(verdict(await secretary.ask(planLessons, { input }))).toBe('NO_LESSON_TO_PLAN weekdays');
    const seen = await lessonsOf(scene.anonymous, term);
    expect(seen).toMatchObject([
      { number: 1, startsAt: '2026-05-20T08:30:00.000Z', endsAt: '2026-05-20T10:00:00.000Z', teacher: null, room: { name: '三楼活动室' }, course: { name: '书法' } },
      { number: 2, startsAt: '2026-05-25T08:30:00.000Z' },
      { number: 3, startsAt: '2026-06-01T08:30:00.000Z' },
      { number: 4, startsAt: '2026-06-03T08:30:00.000Z' },
    ]);
    expect(await lessonsOf(secretary, term)).toMatchObject([{ teacher: { name: expect.stringContaining('某') } }, {}, {}, {}]);
    const mine = Object(await secretary.do(timetable, { filter: { mine: true, from: '2026-05-25T00:00:00Z', to: '2026-05-31T16:00:00Z' } }));
    expect(mine.lessons.totalCount).toBe(1);
  });

  it('of a term that is only planned are seen by nobody outside, until it opens', async () => {
    const scene = await world.scene();
    const { course, secretary } = await classroom(scene);
    const term = Object(await secretary.do(openTerm, { input: { course, ...spring, ...may.term, takesRequests: false } })).openTerm.term.id;
    await secretary.do(planLessons, { input: { term } });
    expect(await lessonsOf(scene.anonymous, term)).toEqual([]);
    await secretary.do(`mutation ($input: StepTermInput!) { stepTerm(input: $input) { refusals { code } } }`, { input: { id: term, step: 'open' } });
    expect(await lessonsOf(scene.anonymous, term)).toHaveLength(5);
  });

  it('leave out public holidays unless told otherwise', async () => {
    const { term, secretary } = await classroom(await world.scene(), { term: { startsOn: '2026-09-28', endsOn: '2026-10-12', weekdays: [1] } });
    expect((await secretary.ask(planLessons, { input: { term } })).data).toMatchObject({ planLessons: { planned: 2, skipped: ['2026-10-05'] } });
    expect((await secretary.ask(planLessons, { input: { term, skipsHolidays: false } })).data).toMatchObject({ planLessons: { planned: 1, skipped: [] } });
  });

  it.each([
    [{ from: '2026-05-01' }, 'OUTSIDE_TERM from'],
    [{ to: '2026-07-01' }, 'OUTSIDE_TERM to'],
    [{ from: '2026-06-01', to: '2026-05-25' }, 'DATES_REVERSED to'],
    [{ weekdays: [8] }, 'WEEKDAYS_INVALID weekdays'],
    [{ startsAt: '25:00' }, 'TIME_INVALID startsAt'],
    [{ endsAt: '16:00' }, 'TIMES_REVERSED endsAt'],
    [{ weekdays: [7], to: '2026-05-22' }, 'NO_LESSON_TO_PLAN weekdays'],
  ])('are refused with %o', async (wrong, refusal) => {
    const { term, secretary } = await classroom(await world.scene(), may);
    expect(verdict(await secretary.ask(planLessons, { input: { term, ...wrong } }))).toBe(refusal);
  });

  it('never take a room or a teacher twice, and say what is in the way', async () => {
    const scene = await world.scene();
    const { term, project, secretary } = await classroom(scene, may);
    const room = await roomOf(secretary, scene.units.community.id);
    await secretary.do(planLessons, { input: { term, room, teacher: secretary.personId } });
    const course = Object(await secretary.do(openCourse, { input: { project, name: '剪纸', audience: 'ALL' } })).openCourse.course.id;
    const second = Object(await secretary.do(openTerm, { input: { course, ...spring, ...may.term, startsAt: '17:00', endsAt: '17:30' } })).openTerm.term.id;
    const inRoom = await secretary.ask(planLessons, { input: { term: second, room } });
    expect(verdict(inRoom)).toBe('ROOM_NOT_FREE room');
    expect(Object(inRoom.data).planLessons.refusals[0].message).toBe('教室 2026-05-20 16:30–18:00 已排“书法”。');
    expect(verdict(await secretary.ask(planLessons, { input: { term: second, teacher: secretary.personId } }))).toBe('TEACHER_NOT_FREE teacher');
    // Right after the other one ends, both are free.
    expect(verdict(await secretary.ask(planLessons, { input: { term: second, room, teacher: secretary.personId, startsAt: '18:00', endsAt: '19:00' } }))).toBe('done');
  });

  it('planned twice at once into one room come to one plan and one refusal', async () => {
    const scene = await world.scene();
    const { project, secretary } = await classroom(scene);
    const room = await roomOf(secretary, scene.units.community.id);
    const terms = await Promise.all(
      ['甲', '乙'].map(async (name) => {
        const course = Object(await secretary.do(openCourse, { input: { project, name, audience: 'ALL' } })).openCourse.course.id;
        return Object(await secretary.do(openTerm, { input: { course, ...spring, ...may.term } })).openTerm.term.id;
      }),
    );
    const answers = await Promise.all(terms.map((term) => secretary.ask(planLessons, { input: { term, room } })));
    expect(answers.map(verdict).toSorted()).toEqual(['ROOM_NOT_FREE room', 'done']);
  });

  it('cannot be put into another unit’s room', async () => {
    const scene = await world.scene();
    const { term, secretary } = await classroom(scene, may);
    const sibling = await scene.as('communitySecretary', scene.units.siblingCommunity);
    const room = await roomOf(sibling, scene.units.siblingCommunity.id);
    expect(verdict(await secretary.ask(planLessons, { input: { term, room } }))).toBe('ROOM_ELSEWHERE room');
  });

  it('move with a word to everybody, and leave the room free for others', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { term, secretary } = await classroom(scene, may);
    const { units } = scene;
    const room = await roomOf(secretary, units.community.id);
    await secretary.do(planLessons, { input: { term, room } });
    const [first, second] = await lessonsOf(secretary, term);
    const input = { id: first.id, startsAt: '2026-05-21T08:30:00Z', endsAt: '2026-05-21T10:00:00Z', notice: '老师外出' };
    expect(verdict(await scene.anonymous.ask(moveLesson, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(moveLesson, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(moveLesson, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('gridWorker', units.grid)).ask(moveLesson, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(moveLesson, { input: { ...input, notice: ' ' } }))).toBe('REQUIRED notice');
    expect(verdict(await secretary.ask(moveLesson, { input: { ...input, startsAt: '2026-05-18T08:30:00Z', endsAt: '2026-05-18T10:00:00Z' } }))).toBe('LESSON_PAST startsAt');
    expect(verdict(await secretary.ask(moveLesson, { input: { ...input, startsAt: second.startsAt, endsAt: second.endsAt } }))).toBe('ROOM_NOT_FREE room');
    expect((await secretary.ask(moveLesson, { input })).data).toMatchObject({
      moveLesson: { lesson: { startsAt: '2026-05-21T08:30:00.000Z', movedFrom: '2026-05-20T08:30:00.000Z', notice: '老师外出', room: { name: '三楼活动室' } } },
    });
  });

  it('called off take nobody’s time and count no more', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { term, secretary } = await classroom(scene, may);
    const { units } = scene;
    const room = await roomOf(secretary, units.community.id);
    await secretary.do(planLessons, { input: { term, room } });
    const [first] = await lessonsOf(secretary, term);
    const input = { id: first.id, notice: '停电' };
    expect(verdict(await scene.anonymous.ask(cancelLesson, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(cancelLesson, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(cancelLesson, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('gridWorker', units.grid)).ask(cancelLesson, { input }))).toBe('FORBIDDEN');
    expect((await secretary.ask(cancelLesson, { input })).data).toMatchObject({ cancelLesson: { lesson: { isCancelled: true, notice: '停电', number: null } } });
    expect(verdict(await secretary.ask(cancelLesson, { input }))).toBe('LESSON_CANCELLED id');
    expect(verdict(await secretary.ask(moveLesson, { input }))).toBe('LESSON_CANCELLED id');
    expect(await lessonsOf(scene.anonymous, term)).toMatchObject([{ isCancelled: true, notice: '停电' }, { number: 1 }, { number: 2 }, {}, {}]);
    expect((await secretary.ask(planLessons, { input: { term, room } })).data).toMatchObject({ planLessons: { planned: 1 } });
  });
});
