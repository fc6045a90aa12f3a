import { type Caller, verdict, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeStandIns } from '../lessons/stand-in.service.js';
import { educationWorld } from '../testkit/classroom.js';
import { beforeLesson, lessonEnd, lessonRoom } from '../testkit/lesson-room.js';

const mark = `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { marked lesson { id } refusals { code field } } }`;
const roomCode = `mutation ($input: MakeRoomCodeInput!) { makeRoomCode(input: $input) { code expiresAt refusals { code field } } }`;
const familyCode = `mutation ($input: MakeFamilyCodeInput!) { makeFamilyCode(input: $input) { code expiresAt refusals { code field } } }`;
const checkIn = `mutation ($input: CheckInInput!) { checkIn(input: $input) { attendance { mark way isPresent } refusals { code field } } }`;
const scan = `mutation ($input: ScanFamilyCodeInput!) { scanFamilyCode(input: $input) { attendance { mark way } refusals { code field } } }`;
const ofLesson = `query ($lesson: ID!) { attendances(filter: { lesson: $lesson }) { nodes { mark markedAt way isPresent enrolment { id } } } }`;

const linesOf = async (by: Caller, lesson: string) => Object(await by.do(ofLesson, { lesson })).attendances.nodes;

describe('attendance by list', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('is taken by who runs the course and by who teaches it, and seen by each guardian for their own', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { lesson, children, secretary, teacher } = await lessonRoom(world, scene);
    const [one, two] = children;
    if (!one || !two) throw new Error('Nobody is enrolled.');
    const { units } = scene;
    const input = { lesson, marks: [{ enrolment: one.enrolment, mark: 'PRESENT' }, { enrolment: two.enrolment, mark: 'ABSENT' }] };
    expect(verdict(await scene.anonymous.ask(mark, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(mark, { input }))).toBe('NOT_FOUND lesson');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(mark, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('gridWorker', units.grid)).ask(mark, { input }))).toBe('FORBIDDEN');
    expect(verdict(await one.guardian.ask(mark, { input }))).toBe('FORBIDDEN');
    await world.server.takeStatements();
    expect((await teacher.ask(mark, { input })).data).toMatchObject({ markAttendance: { marked: 2, refusals: [] } });
    expect((await world.server.takeStatements()).length).toBeLessThan(25);
    expect(verdict(await secretary.ask(mark, { input }))).toBe('done');
    expect(await linesOf(teacher, lesson)).toMatchObject([{ mark: 'PRESENT', isPresent: true, way: 'LIST' }, { mark: 'ABSENT', isPresent: false }]);
    expect(await linesOf(one.guardian, lesson)).toMatchObject([{ mark: 'PRESENT', enrolment: { id: one.enrolment } }]);
    expect(await linesOf(scene.anonymous, lesson)).toEqual([]);
  });

  it('shows a teacher who learns for a stated purpose, and another term’s teacher nothing', async () => {
    const scene = await world.scene();
    const { term, teacher } = await lessonRoom(world, scene);
    const names = `query ($term: ID!) { enrolments(filter: { term: $term }, sort: OLDEST) { nodes { learnerName } } }`;
    const asked = (token: string | null, headers: Record<string, string>) =>
      world.server.http.inject({
        method: 'POST', url: `/t/${scene.tenant.slug}/graphql`, payload: { query: names, variables: { term } },
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      });
    expect((await asked(teacher.token, {})).json().data.enrolments.nodes).toEqual([{ learnerName: null }, { learnerName: null }]);
    expect((await asked(teacher.token, { 'x-purpose': encodeURIComponent('上课点名') })).json().data.enrolments.nodes).toEqual([{ learnerName: '韩小宝' }, { learnerName: '韩小贝' }]);
    const stranger = await scene.as('resident', scene.units.grid);
    expect((await asked(stranger.token, { 'x-purpose': 'x' })).json().data.enrolments.nodes).toEqual([]);
  });

  it('shows who stands in for the teacher the children of that lesson, while it lasts', async () => {
    const scene = await world.scene();
    const { lesson, children, secretary, teacher } = await lessonRoom(world, scene);
    const standIn = await scene.as('resident', scene.units.grid, '代课的');
    const names = async ({ token }: Caller): Promise<unknown> => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-purpose': encodeURIComponent('上课点名') };
      const query = '{ enrolments(sort: OLDEST) { nodes { learnerName } } }';
      const answer = await world.server.http.inject({ method: 'POST', url: `/t/${scene.tenant.slug}/graphql`, payload: { query }, headers });
      return answer.json().data.enrolments.nodes.map(({ learnerName }: { learnerName: string }) => learnerName);
    };
    const both = ['韩小宝', '韩小贝'];
    const move = (startsAt: string, by: Caller) => secretary.do('mutation ($input: MoveLessonInput!) { moveLesson(input: $input) { refusals { code } } }', { input: { id: lesson, startsAt, endsAt: '2026-05-19T14:00:00Z', teacher: by.personId, notice: '老师生病' } });

    await move('2026-05-19T12:00:00Z', standIn);
    expect(await names(standIn)).toEqual([]);
    world.server.clock.set(new Date('2026-05-19T11:30:00.000Z'));
    await scene.write(seeStandIns);
    expect([await names(standIn), await names(teacher)]).toEqual([both, both]);
    const [one] = children;
    const input = { lesson, marks: [{ enrolment: one?.enrolment, mark: 'PRESENT' }] };
    expect((await standIn.ask(mark, { input })).data).toMatchObject({ markAttendance: { marked: 1, refusals: [] } });
    expect(await linesOf(standIn, lesson)).toMatchObject([{ mark: 'PRESENT' }]);
    world.server.clock.set(new Date('2026-05-19T18:01:00.000Z'));
    await scene.write(seeStandIns);
    expect([await names(standIn), await names(teacher)]).toEqual([[], both]);
  });

  it('hides the children from a teacher whose term somebody else has taken over, with the lessons to come', async () => {
    const scene = await world.scene();
    const { lesson, term, secretary, teacher } = await lessonRoom(world, scene);
    const next = await scene.as('resident', scene.units.grid, '接班的');
    const seen = async (caller: Caller) => Object(await caller.do('{ enrolments { totalCount } }')).enrolments.totalCount;
    expect(verdict(await secretary.ask('mutation ($input: EditTermInput!) { editTerm(input: $input) { refusals { code } } }', { input: { id: term, teacher: next.personId } }))).toBe('done');
    await scene.write(seeStandIns);
    expect([await seen(teacher), await seen(next)]).toEqual([0, 2]);
    expect(Object(await next.do('query ($id: ID!) { lesson(id: $id) { teacher { name } } }', { id: lesson })).lesson).toEqual({ teacher: { name: '接班的' } });
  });

  it('keeps the later of two marks, whichever phone sends it first, and takes marks back', async () => {
    const scene = await world.scene();
    const { lesson, children, teacher } = await lessonRoom(world, scene);
    const enrolment = children[0]?.enrolment;
    const at = (time: string, value: string | null) => ({ lesson, marks: [{ enrolment, mark: value, at: `2026-05-19T08:${time}Z` }] });
    expect((await teacher.ask(mark, { input: at('19:00', 'PRESENT') })).data).toMatchObject({ markAttendance: { marked: 1 } });
    expect((await teacher.ask(mark, { input: at('18:00', 'ABSENT') })).data).toMatchObject({ markAttendance: { marked: 0 } });
    expect(await linesOf(teacher, lesson)).toMatchObject([{ mark: 'PRESENT', markedAt: '2026-05-19T08:19:00.000Z' }]);
    // A clock that runs ahead counts as now.
    await teacher.do(mark, { input: { lesson, marks: [{ enrolment, mark: null, at: '2027-01-01T00:00:00Z' }] } });
    expect(await linesOf(teacher, lesson)).toMatchObject([{ mark: null, isPresent: false, markedAt: beforeLesson }]);
  });

  it('marked on two phones at once is one line', async () => {
    const scene = await world.scene();
    const { lesson, children, teacher, secretary } = await lessonRoom(world, scene);
    const input = { lesson, marks: [{ enrolment: children[0]?.enrolment, mark: 'PRESENT' }] };
    expect((await Promise.all([teacher, secretary].map((by) => by.ask(mark, { input })))).map(verdict)).toEqual(['done', 'done']);
    expect(await linesOf(teacher, lesson)).toHaveLength(1);
  });

  it('is refused for who has no place, too early, and for a lesson that was called off', async () => {
    const scene = await world.scene();
    const { lesson, children, teacher, secretary, enrol, parent } = await lessonRoom(world, scene);
    const waits = await enrol(await parent(), { learnerName: '小明' });
    expect(verdict(await secretary.ask(mark, { input: { lesson, marks: [{ enrolment: waits, mark: 'PRESENT' }] } }))).toBe('NOT_ENROLLED_HERE marks.0');
    const marks = [{ enrolment: children[0]?.enrolment, mark: 'PRESENT' }];
    expect(verdict(await teacher.ask(mark, { input: { lesson, marks: [{ enrolment: lesson, mark: 'PRESENT' }] } }))).toBe('NOT_ENROLLED_HERE marks.0');
    world.server.clock.set(new Date('2026-05-19T07:29:00.000Z'));
    expect(verdict(await teacher.ask(mark, { input: { lesson, marks } }))).toBe('LESSON_NOT_YET lesson');
    await secretary.do(`mutation ($input: CancelLessonInput!) { cancelLesson(input: $input) { refusals { code } } }`, { input: { id: lesson, notice: '停电' } });
    world.server.clock.set(new Date(beforeLesson));
    expect(verdict(await teacher.ask(mark, { input: { lesson, marks } }))).toBe('LESSON_CANCELLED lesson');
  });
});

describe('attendance by code', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('of the room is shown by who holds the lesson, and checks in the own child, once', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { lesson, children, teacher } = await lessonRoom(world, scene);
    const [one, two] = children;
    if (!one || !two) throw new Error('Nobody is enrolled.');
    const { units } = scene;
    expect(verdict(await scene.anonymous.ask(roomCode, { input: { lesson } }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(roomCode, { input: { lesson } }))).toBe('NOT_FOUND lesson');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(roomCode, { input: { lesson } }))).toBe('FORBIDDEN');
    expect(verdict(await one.guardian.ask(roomCode, { input: { lesson } }))).toBe('FORBIDDEN');
    const { code, expiresAt } = Object(await teacher.do(roomCode, { input: { lesson } })).makeRoomCode;
    expect(expiresAt).toBe('2026-05-19T08:21:00.000Z');
    expect(verdict(await scene.anonymous.ask(checkIn, { input: { code } }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('resident', other.units.grid)).ask(checkIn, { input: { code } }))).toBe('CODE_INVALID code');
    expect(verdict(await teacher.ask(checkIn, { input: { code } }))).toBe('NOT_ENROLLED_HERE enrolment');
    expect(verdict(await one.guardian.ask(checkIn, { input: { code, enrolment: two.enrolment } }))).toBe('NOT_FOUND enrolment');
    expect((await one.guardian.ask(checkIn, { input: { code } })).data).toMatchObject({ checkIn: { attendance: { mark: 'PRESENT', way: 'ROOM_CODE', isPresent: true }, refusals: [] } });
    expect(verdict(await one.guardian.ask(checkIn, { input: { code } }))).toBe('CODE_USED code');
    world.server.clock.set(new Date('2026-05-19T08:20:30.000Z'));
    const { code: next } = Object(await teacher.do(roomCode, { input: { lesson } })).makeRoomCode;
    expect(verdict(await one.guardian.ask(checkIn, { input: { code: next } }))).toBe('CHECKED_IN_ALREADY code');
    world.server.clock.set(new Date('2026-05-19T08:21:01.000Z'));
    expect(verdict(await two.guardian.ask(checkIn, { input: { code } }))).toBe('CODE_EXPIRED code');
    expect(verdict(await two.guardian.ask(checkIn, { input: { code: `${code.slice(0, -3)}AAA` } }))).toBe('CODE_INVALID code');
  });

  it('asks which of several children comes, and calls it late after the beginning', async () => {
    const scene = await world.scene();
    const { lesson, teacher, term, secretary } = await lessonRoom(world, scene);
    await secretary.do(`mutation ($input: EditTermInput!) { editTerm(input: $input) { refusals { code } } }`, { input: { id: term, capacity: 5 } });
    const guardian = await scene.as('resident', scene.units.grid);
    const ids: string[] = [];
    for (const learnerName of ['大宝', '二宝']) {
      const made = Object(await guardian.do(`mutation ($input: RequestEnrolmentInput!) { requestEnrolment(input: $input) { enrolment { id } refusals { code } } }`, {
        input: { term, learnerName, learnerBirthYear: 2016, consent: { isGiven: true, purpose: '点名', words: '我同意。' } },
      }));
      ids.push(made.requestEnrolment.enrolment.id);
      await secretary.do(`mutation ($input: ConfirmEnrolmentInput!) { confirmEnrolment(input: $input) { refusals { code } } }`, { input: { id: ids.at(-1) } });
    }
    world.server.clock.set(new Date('2026-05-19T08:40:00.000Z'));
    const { code } = Object(await teacher.do(roomCode, { input: { lesson } })).makeRoomCode;
    expect(verdict(await guardian.ask(checkIn, { input: { code } }))).toBe('CHILD_AMBIGUOUS enrolment');
    expect((await guardian.ask(checkIn, { input: { code, enrolment: ids[1] } })).data).toMatchObject({ checkIn: { attendance: { mark: 'LATE' } } });
  });

  it('of the family is shown by the guardian alone, and counts once', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { lesson, children, teacher, secretary } = await lessonRoom(world, scene);
    const [one, two] = children;
    if (!one || !two) throw new Error('Nobody is enrolled.');
    const input = { enrolment: one.enrolment };
    expect(verdict(await scene.anonymous.ask(familyCode, { input }))).toBe('NOT_FOUND enrolment');
    expect(verdict(await (await other.as('resident', other.units.grid)).ask(familyCode, { input }))).toBe('NOT_FOUND enrolment');
    expect(verdict(await two.guardian.ask(familyCode, { input }))).toBe('NOT_FOUND enrolment');
    expect(verdict(await secretary.ask(familyCode, { input }))).toBe('FORBIDDEN');
    const { code } = Object(await one.guardian.do(familyCode, { input })).makeFamilyCode;
    expect(verdict(await one.guardian.ask(scan, { input: { lesson, code } }))).toBe('FORBIDDEN');
    expect(verdict(await one.guardian.ask(checkIn, { input: { code } }))).toBe('CODE_INVALID code');
    expect((await teacher.ask(scan, { input: { lesson, code } })).data).toMatchObject({ scanFamilyCode: { attendance: { mark: 'PRESENT', way: 'FAMILY_CODE' }, refusals: [] } });
    expect(verdict(await teacher.ask(scan, { input: { lesson, code } }))).toBe('CODE_USED code');
    // Taken back by hand, the old code counts no more.
    await teacher.do(mark, { input: { lesson, marks: [{ enrolment: one.enrolment, mark: null }] } });
    expect(verdict(await teacher.ask(scan, { input: { lesson, code } }))).toBe('CODE_USED code');
    const elsewhere = await lessonRoom(world, await world.scene());
    expect(verdict(await elsewhere.teacher.ask(scan, { input: { lesson: elsewhere.lesson, code } }))).toBe('CODE_INVALID code');
    world.server.clock.set(new Date(lessonEnd));
    world.server.clock.set(new Date('2026-05-19T10:00:01.000Z'));
    const { code: late } = Object(await one.guardian.do(familyCode, { input })).makeFamilyCode;
    expect(verdict(await teacher.ask(scan, { input: { lesson, code: late } }))).toBe('LESSON_NOT_NOW lesson');
  });

  it('scanned twice at once counts once', async () => {
    const scene = await world.scene();
    const { lesson, children, teacher } = await lessonRoom(world, scene);
    const { code } = Object(await children[0]?.guardian.do(familyCode, { input: { enrolment: children[0].enrolment } })).makeFamilyCode;
    const answers = await Promise.all([1, 2].map(() => teacher.ask(scan, { input: { lesson, code } })));
    expect(answers.map(verdict).toSorted()).toEqual(['CODE_USED code', 'done']);
  });
});
