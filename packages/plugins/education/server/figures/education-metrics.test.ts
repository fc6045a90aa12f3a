import { addUp, bothWays, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationWorld } from '../testkit/classroom.js';
import { lessonRoom } from '../testkit/lesson-room.js';

const report = `query ($orgUnit: ID) { report(from: "2026-05-01", to: "2026-05-31", orgUnit: $orgUnit) { figures { key unit value records(first: 10) { totalCount nodes { label } } } } }`;
const mark = `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { marked refusals { code } } }`;

describe('figures of education', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('add up hours, attendance and children by age from the lessons themselves, and name nobody', async () => {
    const scene = await world.scene();
    const { lesson, children, teacher } = await lessonRoom(world, scene);
    await addUp(world, scene); // what is marked from now on comes on top of sums
    const marks = children.map(({ enrolment }, at) => ({ enrolment, mark: at === 0 ? 'LATE' : 'ABSENT' }));
    await teacher.do(mark, { input: { lesson, marks } });
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const figures = new Map(Object(await officer.do(report)).report.figures.map((figure: { key: string }) => [figure.key, figure]));
    expect(figures.get('education.hours')).toMatchObject({ value: 1.5, unit: '学时', records: { totalCount: 1, nodes: [{ label: '书法' }] } });
    expect(figures.get('education.attendanceRate')).toMatchObject({ value: 0.5, unit: null, records: { totalCount: 2 } });
    // Born 2016: ten in the year of the term.
    expect(figures.get('education.children.upperPrimary')).toMatchObject({ value: 2, unit: '人次', records: { nodes: [{ label: '书法·秋季班' }, {}] } });
    await teacher.do(mark, { input: { lesson, marks: marks.map((one) => ({ ...one, mark: 'PRESENT' })) } });
    const { whole, fromSums, counted } = await scene.write((tx) => bothWays(tx, [{ from: '2026-05-01', to: '2026-05-31', path: null }, { from: '2026-04-20', to: '2026-06-10', path: scene.units.street.path }]));
    expect(whole).toBe(world.server.kernel.keptFacts.length);
    expect(fromSums).toEqual(counted);
    const elsewhere = Object(await officer.do(report, { orgUnit: scene.units.siblingCommunity.id })).report.figures;
    expect(elsewhere.filter(({ key, value }: { key: string; value: number }) => key.startsWith('education.') && value > 0)).toEqual([]);
  });
});
