import { type Caller, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationWorld, stepTerm } from '../testkit/classroom.js';
import { lessonRoom, runJob } from '../testkit/lesson-room.js';

const page = `{ notifications(first: 50) { nodes { kind record { __typename id } } } }`;
const mark = `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { marked refusals { code } } }`;
const handOver = `mutation ($input: HandOverInput!) { handOver(input: $input) { attendance { id } refusals { code } } }`;
const move = `mutation ($input: MoveLessonInput!) { moveLesson(input: $input) { refusals { code } } }`;
const issue = `mutation ($input: IssueCertificatesInput!) { issueCertificates(input: $input) { issued refusals { code } } }`;
const alerts = `{ pickUpAlerts { nodes { id } } }`;

const ours = ['lesson.changed', 'attendance.handedOver', 'pickUp.overdue', 'pickUp.escalated', 'certificate.issued'];

/** Kinds of education's lessons that somebody was told of. */
async function told(by: Caller): Promise<string[]> {
  const { nodes } = Object(await by.do(page)).notifications;
  return nodes.map(({ kind }: { kind: string }) => kind).filter((kind: string) => ours.includes(kind)).toSorted();
}

describe('people are told of lessons', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('that one was moved, whoever has a place and nobody else', async () => {
    const scene = await world.scene();
    const { lesson, children, secretary, teacher, enrol, parent } = await lessonRoom(world, scene);
    const waits = await parent('等候的');
    await enrol(waits, { learnerName: '小明' });
    await world.server.consume(scene.tenant);
    await secretary.do(move, { input: { id: lesson, startsAt: '2026-05-19T09:00:00Z', endsAt: '2026-05-19T10:00:00Z', notice: '老师堵车' } });
    await world.server.consume(scene.tenant);
    for (const { guardian } of children) expect(await told(guardian)).toEqual(['lesson.changed']);
    for (const other of [waits, secretary, teacher]) expect(await told(other)).toEqual([]);
  });

  it('of a child each its own: handed over, not fetched, gone up to the supervisor', async () => {
    const scene = await world.scene();
    const { lesson, children, secretary, teacher } = await lessonRoom(world, scene);
    const [one, two] = children;
    if (!one || !two) throw new Error('Nobody is enrolled.');
    const supervisor = await scene.as('supervisor', scene.units.street);
    const elsewhere = await scene.as('supervisor', scene.units.siblingCommunity);
    await teacher.do(mark, { input: { lesson, marks: children.map(({ enrolment }) => ({ enrolment, mark: 'PRESENT' })) } });
    await teacher.do(handOver, { input: { lesson, enrolment: two.enrolment, toGuardian: true } });
    world.server.clock.set(new Date('2026-05-19T10:16:00.000Z'));
    await runJob(world, scene, 'education.checkHandOver', { lesson });
    await world.server.consume(scene.tenant);
    expect([await told(two.guardian), await told(one.guardian)]).toEqual([['attendance.handedOver'], []]);
    expect([await told(secretary), await told(teacher), await told(supervisor)]).toEqual([['pickUp.overdue'], ['pickUp.overdue'], []]);
    const { pickUpAlerts } = Object(await secretary.do(alerts));
    await runJob(world, scene, 'education.escalatePickUp', { alert: pickUpAlerts.nodes[0].id });
    await world.server.consume(scene.tenant);
    expect([await told(supervisor), await told(elsewhere), await told(secretary)]).toEqual([['pickUp.escalated'], [], ['pickUp.overdue']]);
  });

  it('that a certificate was issued, whom it is about', async () => {
    const scene = await world.scene();
    const { lesson, term, children, secretary, teacher } = await lessonRoom(world, scene);
    const [one, two] = children;
    if (!one || !two) throw new Error('Nobody is enrolled.');
    await teacher.do(mark, { input: { lesson, marks: [{ enrolment: one.enrolment, mark: 'LATE' }] } });
    for (const step of ['start', 'finish']) await secretary.do(stepTerm, { input: { id: term, step } });
    await secretary.do(issue, { input: { term } });
    await world.server.consume(scene.tenant);
    expect([await told(one.guardian), await told(two.guardian)]).toEqual([['certificate.issued'], []]);
  });
});
