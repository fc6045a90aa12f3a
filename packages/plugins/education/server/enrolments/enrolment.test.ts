import { verdict, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classroom, confirm, createProject, decline, educationWorld, openCourse, openTerm, request, spring, stepTerm, withdraw, yes } from '../testkit/classroom.js';

const mine = `{ enrolments(filter: { mine: true }) { totalCount nodes { id state learnerName isMinor consent { isGiven purpose } term { id seatsLeft course { id name } } availableSteps { name allowed reason } } } }`;
const ofTerm = `query ($term: ID!) { enrolments(filter: { term: $term }) { totalCount nodes { id state } } }`;

describe('enrolments', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('are requested by the signed-in, in terms that take requests', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { term, course, secretary, parent } = await classroom(scene);
    const guardian = await parent('韩某');
    const input = { term, learnerName: '韩小宝', learnerBirthYear: 2016, guardianPhone: '199 0000 7274', consent: yes };
    expect(verdict(await scene.anonymous.ask(request, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('resident', other.units.grid)).ask(request, { input }))).toBe('NOT_FOUND term');
    expect(verdict(await (await scene.as('auditor', scene.units.district)).ask(request, { input }))).toBe('FORBIDDEN');
    expect((await guardian.ask(request, { input })).data).toMatchObject({
      requestEnrolment: {
        enrolment: {
          state: 'REQUESTED', isMinor: true, isLocked: false, isMine: true, learnerName: '韩小宝', learnerBirthYear: 2016, guardianName: '韩某', guardianPhone: '19900007274',
          consent: { ...yes, givenAt: '2026-05-19T02:00:00.000Z', withdrawnAt: null },
          term: { id: term, course: { id: course, name: '书法' } },
          availableSteps: [{ name: 'confirm', allowed: false }, { name: 'decline', allowed: false }, { name: 'withdraw', allowed: true, reason: null }, { name: 'release', allowed: false }],
        },
        refusals: [],
      },
    });
    expect(verdict(await guardian.ask(request, { input }))).toBe('ENROLLED_ALREADY learnerName');
    await secretary.do(stepTerm, { input: { id: term, step: 'start' } });
    expect(verdict(await guardian.ask(request, { input: { ...input, learnerName: '韩大宝' } }))).toBe('TERM_NOT_OPEN term');
  });

  it('are refused in terms of projects that are not public', async () => {
    const scene = await world.scene();
    const { secretary, parent } = await classroom(scene);
    const project = Object(await secretary.do(createProject, { input: { type: 'education', name: '筹备中', orgUnit: scene.units.community.id } })).createProject.project.id;
    const course = Object(await secretary.do(openCourse, { input: { project, name: '围棋', audience: 'ALL' } })).openCourse.course.id;
    const term = Object(await secretary.do(openTerm, { input: { course, ...spring } })).openTerm.term.id;
    expect(verdict(await (await parent()).ask(request, { input: { term, learnerName: '韩小宝', learnerBirthYear: 2016, consent: yes } }))).toBe('NOT_FOUND term');
  });

  it.each([
    [{ learnerBirthYear: 0 }, 'BIRTH_YEAR_INVALID learnerBirthYear'],
    [{ learnerBirthYear: 2027 }, 'BIRTH_YEAR_INVALID learnerBirthYear'],
    [{ learnerBirthYear: 1980 }, 'AGES_MISMATCHED learnerBirthYear'],
    [{ learnerName: ' ' }, 'REQUIRED learnerName'],
    [{ guardianPhone: '123' }, 'PHONE_INVALID guardianPhone'],
    [{ consent: null }, 'CONSENT_REQUIRED consent'],
    [{ consent: { ...yes, isGiven: false } }, 'CONSENT_REQUIRED consent'],
    [{ learnerBirthYear: 2010, consent: { ...yes, isGiven: false } }, 'CONSENT_REQUIRED consent'],
    [{ consent: { ...yes, words: '' } }, 'REQUIRED consent.words'],
  ])('are refused with %o', async (wrong, refusal) => {
    const { term, parent } = await classroom(await world.scene());
    const input = { term, learnerName: '韩小宝', learnerBirthYear: 2016, consent: yes, ...wrong };
    expect(verdict(await (await parent()).ask(request, { input }))).toBe(refusal);
  });

  it('of adults need no consent', async () => {
    const { term, secretary, enrol, parent } = await classroom(await world.scene(), { course: { audience: 'ALL' } });
    const adult = await parent('韩某');
    const id = await enrol(adult, { learnerName: '韩某', learnerBirthYear: 1980, consent: null });
    expect(await adult.do(mine)).toMatchObject({ enrolments: { totalCount: 1, nodes: [{ id, isMinor: false, consent: null, learnerName: '韩某', term: { id: term } }] } });
    expect(verdict(await secretary.ask(confirm, { input: { id } }))).toBe('done');
  });

  it('are confirmed by who runs the course, never a minor’s without consent', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { secretary, enrol, parent } = await classroom(scene);
    const { units } = scene;
    const guardian = await parent();
    const id = await enrol(guardian);
    const input = { id, version: 2 };
    expect(verdict(await scene.anonymous.ask(confirm, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(confirm, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(confirm, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('gridWorker', units.community)).ask(confirm, { input }))).toBe('FORBIDDEN');
    expect(verdict(await guardian.ask(confirm, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(confirm, { input: { ...input, version: 1 } }))).toBe('CHANGED_MEANWHILE version');
    expect((await secretary.ask(confirm, { input })).data).toMatchObject({ confirmEnrolment: { enrolment: { state: 'CONFIRMED' }, refusals: [] } });
    expect(verdict(await secretary.ask(confirm, { input: { id } }))).toBe('STEP_NOT_FROM_HERE');
    const waiting = await enrol(guardian, { learnerName: '韩大宝', learnerBirthYear: 2010, consent: null });
    expect((await secretary.ask(confirm, { input: { id: waiting } })).data).toMatchObject({
      confirmEnrolment: { enrolment: null, refusals: [{ code: 'CONSENT_REQUIRED', message: '未成年人报名要有监护人同意。' }] },
    });
  });

  it('wait beyond the seats, and move up when one comes free', async () => {
    const { term, secretary, enrol, parent } = await classroom(await world.scene(), { term: { capacity: 1 } });
    const first = await enrol(await parent());
    const second = await enrol(await parent());
    await secretary.do(confirm, { input: { id: first } });
    expect(verdict(await secretary.ask(confirm, { input: { id: second } }))).toBe('COURSE_FULL');
    const steps = await secretary.do(`query ($id: ID!) { enrolment(id: $id) { term { seatsLeft enrolledCount } availableSteps { name allowed reason } } }`, { id: second });
    expect(steps).toMatchObject({ enrolment: { term: { seatsLeft: 0, enrolledCount: 1 }, availableSteps: [{ name: 'confirm', allowed: false, reason: '名额已满，请等候补位。' }, {}, {}, {}] } });
    await secretary.do(withdraw, { input: { id: first } });
    expect(verdict(await secretary.ask(confirm, { input: { id: second } }))).toBe('done');
    expect(await secretary.do(ofTerm, { term })).toMatchObject({ enrolments: { totalCount: 2 } });
  });

  it('never exceed the seats when the last one is given twice at once', async () => {
    const { secretary, enrol, parent } = await classroom(await world.scene(), { term: { capacity: 1 } });
    const ids = await Promise.all(Array.from({ length: 6 }, async () => enrol(await parent())));
    const verdicts = await Promise.all(ids.map(async (id) => verdict(await secretary.ask(confirm, { input: { id } }))));
    expect(verdicts.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'COURSE_FULL'), 'done']);
  });

  it('are counted once when the same child is enrolled twice at once', async () => {
    const { term, parent } = await classroom(await world.scene());
    const guardian = await parent();
    const input = { term, learnerName: '韩小宝', learnerBirthYear: 2016, consent: yes };
    const verdicts = await Promise.all([guardian.ask(request, { input }), guardian.ask(request, { input })]);
    expect(verdicts.map(verdict).toSorted()).toEqual(['ENROLLED_ALREADY learnerName', 'done']);
  });

  it('are declined with a reason', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { secretary, enrol, parent } = await classroom(scene);
    const { units } = scene;
    const guardian = await parent();
    const id = await enrol(guardian);
    const input = { id, reason: '只收低年级' };
    expect(verdict(await scene.anonymous.ask(decline, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(decline, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(decline, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await guardian.ask(decline, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(decline, { input: { id, reason: '' } }))).toBe('REQUIRED reason');
    expect((await secretary.ask(decline, { input })).data).toMatchObject({ declineEnrolment: { enrolment: { state: 'DECLINED', reason: '只收低年级' }, refusals: [] } });
    expect(verdict(await secretary.ask(decline, { input }))).toBe('STEP_NOT_FROM_HERE');
  });

  it('are withdrawn by the guardian, or by who runs the course on request', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { secretary, enrol, parent } = await classroom(scene);
    const guardian = await parent();
    const input = { id: await enrol(guardian) };
    expect(verdict(await scene.anonymous.ask(withdraw, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(withdraw, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.siblingCommunity)).ask(withdraw, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await parent('另一位')).ask(withdraw, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('gridWorker', scene.units.community)).ask(withdraw, { input }))).toBe('FORBIDDEN');
    expect((await guardian.ask(withdraw, { input })).data).toMatchObject({ withdrawEnrolment: { enrolment: { state: 'WITHDRAWN' }, refusals: [] } });
    expect(verdict(await guardian.ask(withdraw, { input }))).toBe('STEP_NOT_FROM_HERE');
    const again = await enrol(guardian);
    expect((await secretary.ask(withdraw, { input: { id: again, reason: '家长来电' } })).data).toMatchObject({ withdrawEnrolment: { enrolment: { state: 'WITHDRAWN', reason: '家长来电' } } });
  });

  it('are read with their steps in the same number of statements, however many there are', async () => {
    const { term, secretary, enrol, parent } = await classroom(await world.scene());
    const read = `query ($term: ID!) { enrolments(filter: { term: $term }, sort: OLDEST) { nodes { id state consent { isGiven } term { seatsLeft } availableSteps { name allowed reason } } } }`;
    const statementsFor = async (count: number) => {
      for (let at = 0; at < count; at += 1) await enrol(await parent());
      await secretary.do(read, { term }); // what is compiled and known once
      await world.server.takeStatements();
      await secretary.do(read, { term });
      return world.server.takeStatements();
    };
    const few = await statementsFor(1);
    expect(await statementsFor(5)).toHaveLength(few.length);
    expect(few.length).toBeLessThanOrEqual(8);
  });

  it('show to the guardian and to the unit, and to nobody else', async () => {
    const scene = await world.scene();
    const { term, secretary, enrol, parent } = await classroom(scene);
    await enrol(await parent());
    for (const [by, count] of [[scene.anonymous, 0], [await parent('另一位'), 0], [await scene.as('communitySecretary', scene.units.siblingCommunity), 0], [secretary, 1]] as const) {
      expect(await by.do(ofTerm, { term })).toMatchObject({ enrolments: { totalCount: count } });
    }
  });
});
