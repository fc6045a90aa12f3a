import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scene, type SceneUnit, verdict, World } from '../testkit/index.js';
import { letRecordsFollow } from './following.js';
import { Reorganisation } from './reorganisation.entity.js';
import { carryOutOnItsDay } from './reorganisation.service.js';

const closeUnit = 'mutation ($input: CloseOrgUnitInput!) { closeOrgUnit(input: $input) { reorganisation { effectiveOn } refusals { code } } }';
const mergeUnits = 'mutation ($input: MergeOrgUnitsInput!) { mergeOrgUnits(input: $input) { reorganisations { effectiveOn } refusals { code } } }';
const makeWish = 'mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } refusals { code field } } }';
const openUnits = '{ orgUnits(first: 100, filter: { isOpen: true }) { nodes { id } } }';
const unitAndReports = `query ($id: ID!) {
  orgUnit(id: $id) { isClosed closedOn }
  eve: report(from: "2026-05-01", to: "2026-05-20") { ...departments }
  day: report(from: "2026-05-01", to: "2026-05-21") { ...departments }
}
fragment departments on Report { figures(keys: ["organisation.departments"]) { value } }`;

// Shanghai's midnight before 21 May is 16:00 UTC on the 20th.
const lastSecondOfTheEve = '2026-05-20T15:59:59.000Z';
const firstSecondOfTheDay = '2026-05-20T16:00:00.000Z';
const dayAfter = '2026-05-22T02:00:00.000Z';

describe('the day on which a unit is closed', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ now: '2026-05-19T02:00:00.000Z' });
  });
  afterAll(() => world.close());

  /** What the tenant's administrator sees of a unit once what is due by then has been carried out. */
  async function seenAt(scene: Scene, { id }: SceneUnit, moment: string) {
    world.server.clock.set(new Date(moment));
    await scene.write(async (tx) => {
      for (const planned of await tx.em.find(Reorganisation, {})) await carryOutOnItsDay(tx, planned.id);
    });
    await letRecordsFollow(world.server.kernel, scene.tenant);
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    const { orgUnit, eve, day } = Object(await admin.do(unitAndReports, { id }));
    const { nodes }: { nodes: { id: string }[] } = Object(await admin.do(openUnits))['orgUnits'];
    return {
      ...orgUnit,
      isListedOpen: nodes.some((node) => node.id === id),
      wish: verdict(await admin.ask(makeWish, { input: { orgUnit: id, words: '门口的路灯不亮', channel: 'HOUSEHOLD_VISIT' } })),
      departments: [eve.figures[0].value, day.figures[0].value],
    };
  }

  it('is the first day without it: open to the last second of the eve, closed from midnight on', async () => {
    const scene = await world.scene();
    const { department, district } = scene.units;
    const officer = await scene.as('departmentOfficer', department);
    const admin = await scene.as('tenantAdministrator', district);
    expect(Object(await admin.do(closeUnit, { input: { id: department.id, on: '2026-05-21' } }))).toMatchObject({ closeOrgUnit: { reorganisation: { effectiveOn: '2026-05-21' } } });

    // Until it is carried out nothing says that it will be closed.
    expect(await seenAt(scene, department, lastSecondOfTheEve)).toEqual({ isClosed: false, closedOn: null, isListedOpen: true, wish: 'done', departments: [1, 1] });
    const closed = { isClosed: true, closedOn: '2026-05-21', isListedOpen: false, wish: 'UNIT_CLOSED orgUnit' };
    // A report to the eve counts it, whenever it is read; one to its day does not.
    expect(await seenAt(scene, department, firstSecondOfTheDay)).toEqual({ ...closed, departments: [1, 0] });
    expect(await seenAt(scene, department, dayAfter)).toEqual({ ...closed, departments: [1, 0] });

    const { person } = await admin.do('query ($id: ID!) { person(id: $id) { assignments { nodes { role until } } } }', { id: officer.personId });
    expect(person).toEqual({ assignments: { nodes: [{ role: 'departmentOfficer', until: '2026-05-20' }] } });
  });

  it('is the day of its merger, and today where no day is named', async () => {
    world.server.clock.set(new Date('2026-05-19T02:00:00.000Z'));
    const scene = await world.scene();
    const { grid, siblingGrid, building, community } = scene.units;
    const secretary = await scene.as('communitySecretary', community);
    await secretary.do(mergeUnits, { input: { units: [siblingGrid.id], into: grid.id, on: '2026-05-21' } });
    await secretary.do(closeUnit, { input: { id: building.id } });
    expect(await seenAt(scene, building, '2026-05-19T02:00:01.000Z')).toMatchObject({ isClosed: true, closedOn: '2026-05-19' });
    expect(await seenAt(scene, siblingGrid, lastSecondOfTheEve)).toMatchObject({ isClosed: false, closedOn: null, isListedOpen: true, wish: 'done' });
    expect(await seenAt(scene, siblingGrid, firstSecondOfTheDay)).toMatchObject({ isClosed: true, closedOn: '2026-05-21', isListedOpen: false, wish: 'UNIT_CLOSED orgUnit' });
  });
});
