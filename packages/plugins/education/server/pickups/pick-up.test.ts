import { type Caller, verdict, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationWorld, withdrawConsent } from '../testkit/classroom.js';
import { lessonEnd, lessonRoom, runJob } from '../testkit/lesson-room.js';

const name = `mutation ($input: NamePickUpPersonInput!) { namePickUpPerson(input: $input) { pickUpPerson { id name relation phone } refusals { code field } } }`;
const remove = `mutation ($input: RemovePickUpPersonInput!) { removePickUpPerson(input: $input) { pickUpPerson { removedAt } refusals { code field } } }`;
const handOver = `mutation ($input: HandOverInput!) { handOver(input: $input) { attendance { id handedOverAt handedOverWay handedOverBy { name } } refusals { code field } } }`;
const undo = `mutation ($input: UndoHandOverInput!) { undoHandOver(input: $input) { attendance { handedOverAt } refusals { code field } } }`;
const resolve = `mutation ($input: ResolvePickUpAlertInput!) { resolvePickUpAlert(input: $input) { pickUpAlert { isOpen resolution resolvedAt resolvedBy { name } } refusals { code field } } }`;
const mark = `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { marked refusals { code } } }`;
const familyCode = `mutation ($input: MakeFamilyCodeInput!) { makeFamilyCode(input: $input) { code } }`;
const alerts = `{ pickUpAlerts { nodes { id isOpen escalatedAt resolution enrolment { id } } } }`;
const people = `query ($enrolment: ID!) { pickUpPeople(filter: { enrolment: $enrolment, isNamed: true }) { nodes { name relation } } }`;

const alertsOf = async (by: Caller) => Object(await by.do(alerts)).pickUpAlerts.nodes;

describe('handing children over', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('goes to adults whom the guardian named beforehand, and to nobody else', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { lesson, children, teacher, secretary } = await lessonRoom(world, scene);
    const [one, two] = children;
    if (!one || !two) throw new Error('Nobody is enrolled.');
    const input = { enrolment: one.enrolment, name: '外婆王某', relation: '外婆', phone: '19900001111' };
    expect(verdict(await scene.anonymous.ask(name, { input }))).toBe('NOT_FOUND enrolment');
    expect(verdict(await (await other.as('resident', other.units.grid)).ask(name, { input }))).toBe('NOT_FOUND enrolment');
    expect(verdict(await two.guardian.ask(name, { input }))).toBe('NOT_FOUND enrolment');
    expect(verdict(await secretary.ask(name, { input }))).toBe('FORBIDDEN');
    expect(verdict(await one.guardian.ask(name, { input: { ...input, phone: '12' } }))).toBe('PHONE_INVALID phone');
    const made = Object(await one.guardian.do(name, { input })).namePickUpPerson.pickUpPerson;
    expect(made).toMatchObject({ name: '外婆王某', relation: '外婆', phone: '19900001111' });
    expect(await secretary.do(people, { enrolment: one.enrolment })).toEqual({ pickUpPeople: { nodes: [{ name: null, relation: '外婆' }] } });
    expect(await two.guardian.do(people, { enrolment: one.enrolment })).toEqual({ pickUpPeople: { nodes: [] } });

    const over = { lesson, enrolment: one.enrolment, person: made.id };
    expect(verdict(await teacher.ask(handOver, { input: over }))).toBe('NOT_PRESENT enrolment');
    await teacher.do(mark, { input: { lesson, marks: children.map(({ enrolment }) => ({ enrolment, mark: 'PRESENT' })) } });
    const { units } = scene;
    expect(verdict(await scene.anonymous.ask(handOver, { input: over }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(handOver, { input: over }))).toBe('NOT_FOUND lesson');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(handOver, { input: over }))).toBe('FORBIDDEN');
    expect(verdict(await one.guardian.ask(handOver, { input: over }))).toBe('FORBIDDEN');
    expect(verdict(await teacher.ask(handOver, { input: { lesson, enrolment: one.enrolment } }))).toBe('HAND_OVER_TO_WHOM person');
    expect(verdict(await teacher.ask(handOver, { input: { ...over, toGuardian: true } }))).toBe('HAND_OVER_TO_WHOM person');
    expect(verdict(await teacher.ask(handOver, { input: { ...over, enrolment: two.enrolment } }))).toBe('NOT_NAMED person');
    expect((await teacher.ask(handOver, { input: over })).data).toMatchObject({ handOver: { attendance: { handedOverAt: '2026-05-19T08:20:00.000Z', handedOverWay: 'LIST' }, refusals: [] } });
    expect(verdict(await teacher.ask(handOver, { input: over }))).toBe('HANDED_OVER_ALREADY enrolment');
    const line = `query ($lesson: ID!) { attendances(filter: { lesson: $lesson }) { nodes { handedOverTo handedOverAt } } }`;
    expect(await one.guardian.do(line, { lesson })).toEqual({ attendances: { nodes: [{ handedOverTo: '外婆王某', handedOverAt: '2026-05-19T08:20:00.000Z' }] } });
  });

  it('refuses an adult whose name was taken back, and a sixth one', async () => {
    const scene = await world.scene();
    const { lesson, children, teacher, secretary } = await lessonRoom(world, scene);
    const [one] = children;
    if (!one) throw new Error('Nobody is enrolled.');
    const made: string[] = [];
    for (const at of [1, 2, 3, 4, 5]) made.push(Object(await one.guardian.do(name, { input: { enrolment: one.enrolment, name: `大人${at}` } })).namePickUpPerson.pickUpPerson.id);
    expect(verdict(await one.guardian.ask(name, { input: { enrolment: one.enrolment, name: '大人6' } }))).toBe('PICK_UP_PEOPLE_FULL name');
    const input = { id: made[0] };
    expect(verdict(await scene.anonymous.ask(remove, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await secretary.ask(remove, { input }))).toBe('FORBIDDEN');
    expect(verdict(await one.guardian.ask(remove, { input }))).toBe('done');
    await teacher.do(mark, { input: { lesson, marks: [{ enrolment: one.enrolment, mark: 'PRESENT' }] } });
    expect(verdict(await teacher.ask(handOver, { input: { lesson, enrolment: one.enrolment, person: made[0] } }))).toBe('NOT_NAMED person');
  });

  it('goes to who carries the guardian’s code, once, and a wrong tap is taken back', async () => {
    const scene = await world.scene();
    const { lesson, children, teacher } = await lessonRoom(world, scene);
    const [one] = children;
    if (!one) throw new Error('Nobody is enrolled.');
    await teacher.do(mark, { input: { lesson, marks: [{ enrolment: one.enrolment, mark: 'PRESENT' }] } });
    const { code } = Object(await one.guardian.do(familyCode, { input: { enrolment: one.enrolment } })).makeFamilyCode;
    const { attendance } = Object(await teacher.do(handOver, { input: { lesson, code } })).handOver;
    expect(attendance).toMatchObject({ handedOverWay: 'FAMILY_CODE' });
    const input = { id: attendance.id };
    expect(verdict(await scene.anonymous.ask(undo, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await one.guardian.ask(undo, { input }))).toBe('FORBIDDEN');
    expect(verdict(await teacher.ask(undo, { input }))).toBe('done');
    expect(verdict(await teacher.ask(undo, { input }))).toBe('NOT_HANDED_OVER id');
    expect(verdict(await teacher.ask(handOver, { input: { lesson, code } }))).toBe('CODE_USED code');
  });

  it('raises an alert for a child still there, tells the supervisor once, and keeps who settled it', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { lesson, children, teacher, secretary } = await lessonRoom(world, scene);
    const [one, two] = children;
    if (!one || !two) throw new Error('Nobody is enrolled.');
    const supervisor = await scene.as('supervisor', scene.units.street, '督办的');
    await teacher.do(mark, { input: { lesson, marks: children.map(({ enrolment }) => ({ enrolment, mark: 'PRESENT' })) } });
    await teacher.do(handOver, { input: { lesson, enrolment: two.enrolment, toGuardian: true } });
    const jobs = await scene.write((tx) => tx.em.execute<{ run_at: string }[]>('select run_at from graphile_worker.jobs where key like ?', [`${scene.tenant.id}:education.checkHandOver:%`]));
    expect(jobs.map(({ run_at }) => new Date(run_at).toISOString())).toEqual(['2026-05-19T10:15:00.000Z']);

    world.server.clock.set(new Date(lessonEnd));
    await runJob(world, scene, 'education.checkHandOver', { lesson });
    expect(await alertsOf(secretary)).toEqual([]);
    world.server.clock.set(new Date('2026-05-19T10:15:00.000Z'));
    await Promise.all([1, 2].map(() => runJob(world, scene, 'education.checkHandOver', { lesson })));
    const [alert, ...more] = await alertsOf(secretary);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ isOpen: true, escalatedAt: null, enrolment: { id: one.enrolment } });
    expect(await alertsOf(one.guardian)).toHaveLength(1);
    expect(await alertsOf(two.guardian)).toEqual([]);
    expect(await alertsOf(supervisor)).toEqual([]);
    const { agenda } = Object(await secretary.do(`{ agenda { items { kind { zh } title href } } }`));
    expect(agenda.items).toContainEqual({ kind: { zh: '孩子未接走' }, title: '书法', href: `/education/lessons/${lesson}` });

    world.server.clock.set(new Date('2026-05-19T10:30:00.000Z'));
    await Promise.all([1, 2].map(() => runJob(world, scene, 'education.escalatePickUp', { alert: alert.id })));
    expect(await alertsOf(supervisor)).toMatchObject([{ escalatedAt: '2026-05-19T10:30:00.000Z' }]);
    const told = await scene.write((tx) => tx.em.execute<{ name: string }[]>(`select name from event where tenant_id = ? and name like 'pickUp.%' order by created_at, id`, [tx.tenant.id]));
    expect(told.map((event) => event.name)).toEqual(['pickUp.overdue', 'pickUp.escalated']);

    const input = { id: alert.id, resolution: '奶奶来接，路上堵车' };
    expect(verdict(await scene.anonymous.ask(resolve, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(resolve, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.siblingCommunity)).ask(resolve, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await one.guardian.ask(resolve, { input }))).toBe('FORBIDDEN');
    expect(verdict(await supervisor.ask(resolve, { input: { ...input, resolution: '' } }))).toBe('REQUIRED resolution');
    expect((await supervisor.ask(resolve, { input })).data).toMatchObject({
      resolvePickUpAlert: { pickUpAlert: { isOpen: false, resolution: '奶奶来接，路上堵车', resolvedAt: '2026-05-19T10:30:00.000Z', resolvedBy: { name: '督办的' } }, refusals: [] },
    });
    expect(verdict(await secretary.ask(resolve, { input }))).toBe('ALERT_SETTLED id');
  });

  it('settles the alert when the child is handed over after all', async () => {
    const scene = await world.scene();
    const { lesson, children, teacher, secretary } = await lessonRoom(world, scene);
    const [one] = children;
    if (!one) throw new Error('Nobody is enrolled.');
    await teacher.do(mark, { input: { lesson, marks: [{ enrolment: one.enrolment, mark: 'LATE' }] } });
    world.server.clock.set(new Date('2026-05-19T10:16:00.000Z'));
    await runJob(world, scene, 'education.checkHandOver', { lesson });
    await teacher.do(handOver, { input: { lesson, enrolment: one.enrolment, toGuardian: true } });
    expect(await alertsOf(secretary)).toMatchObject([{ isOpen: false, resolution: null }]);
    const alert = (await alertsOf(secretary))[0];
    await runJob(world, scene, 'education.escalatePickUp', { alert: alert.id });
    expect(await alertsOf(secretary)).toMatchObject([{ escalatedAt: null }]);
  });

  it('locks what is known of who fetches the child with the consent', async () => {
    const scene = await world.scene();
    const { children, secretary } = await lessonRoom(world, scene);
    const [one] = children;
    if (!one) throw new Error('Nobody is enrolled.');
    await one.guardian.do(name, { input: { enrolment: one.enrolment, name: '外婆王某' } });
    const read = () =>
      world.server.http.inject({
        method: 'POST', url: `/t/${scene.tenant.slug}/graphql`, payload: { query: people, variables: { enrolment: one.enrolment } },
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secretary.token}`, 'x-purpose': 'x' },
      });
    expect((await read()).json().data.pickUpPeople.nodes).toMatchObject([{ name: '外婆王某' }]);
    await one.guardian.do(withdrawConsent, { input: { id: one.enrolment } });
    expect((await read()).json().data.pickUpPeople.nodes).toMatchObject([{ name: null }]);
  });
});
