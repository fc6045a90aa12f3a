import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../testkit/index.js';

const ask = `query ($from: Date!, $to: Date!, $unit: ID) { report(from: $from, to: $to, orgUnit: $unit) { from to orgUnit { id } figures(keys: ["organisation.departments"]) { key label value unit step months definition { zh en } records(first: 1) { totalCount nodes { id label date href } edges { cursor } pageInfo { hasNextPage } } } } }`;
const year = { from: '2025-01-01', to: '2025-12-31' };

describe('the report', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('tells a figure with its words, its definition and what it counts', async () => {
    const { units, as } = await world.scene();
    const auditor = await as('auditor', units.district);
    const { report } = await auditor.do(ask, year);
    expect(report).toEqual({
      ...year,
      orgUnit: { id: units.district.id },
      figures: [
        {
          key: 'organisation.departments', label: '联合区直部门', value: 1, unit: '个', step: 3, months: null,
          definition: { zh: expect.any(String), en: expect.any(String) },
          records: { totalCount: 1, nodes: [{ id: units.department.id, label: '某区Q-D01', date: null, href: `/units/${units.department.id}` }], edges: [{ cursor: units.department.id }], pageInfo: { hasNextPage: false } },
        },
      ],
    });
  });

  it('answers every role that works with it, each within its reach', async () => {
    const { units, as } = await world.scene();
    for (const role of ['tenantAdministrator', 'convener', 'organisationOfficer', 'auditor'] as const) {
      expect(await (await as(role, units.district)).do(ask, year)).toMatchObject({ report: { orgUnit: { id: units.district.id }, figures: [{ value: 1 }] } });
    }
    const secretary = await as('communitySecretary', units.community);
    expect(await secretary.do(ask, year)).toMatchObject({ report: { orgUnit: { id: units.community.id }, figures: [{ value: 0 }] } });
    expect(await secretary.do(ask, { ...year, unit: units.grid.id })).toMatchObject({ report: { orgUnit: { id: units.grid.id } } });
  });

  it('is forbidden to whoever does not work with it, and outside one’s units', async () => {
    const { units, as, anonymous } = await world.scene();
    const code = async (caller: typeof anonymous, unit?: string) => (await caller.ask(ask, { ...year, unit })).errors?.[0]?.extensions?.['code'];
    expect(await code(anonymous)).toBe('FORBIDDEN');
    for (const role of ['resident', 'partnerRepresentative', 'expert', 'projectLead'] as const) expect(await code(await as(role, units.community))).toBe('FORBIDDEN');
    const secretary = await as('communitySecretary', units.community);
    for (const unit of [units.siblingCommunity, units.district, units.street]) expect(await code(secretary, unit.id)).toBe('FORBIDDEN');
  });

  it('knows no unit of another tenant', async () => {
    const here = await world.scene();
    const there = await world.scene();
    const { errors } = await (await here.as('convener', here.units.district)).ask(ask, { ...year, unit: there.units.community.id });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', refusal: 'NOT_FOUND', field: 'orgUnit' });
  });

  it.each([
    ['2025-02-01', '2025-01-31', 'PERIOD_REVERSED'],
    ['2015-01-01', '2025-01-01', 'PERIOD_TOO_LONG'],
    ['2015-01-02', '2025-01-01', undefined],
    ['2025-01-01', '2025-01-01', undefined],
  ])('takes or refuses the period %s to %s (%s)', async (from, to, refusal) => {
    const { units, as } = await world.scene();
    const { errors } = await (await as('convener', units.district)).ask(ask, { from, to });
    expect(errors?.[0]?.extensions?.['refusal']).toBe(refusal);
  });

  it('refuses days that are none and cursors that are none', async () => {
    const { units, as } = await world.scene();
    const convener = await as('convener', units.district);
    expect((await convener.ask(ask, { from: '2025-02-30', to: '2025-03-01' })).errors).toBeDefined();
    const { errors } = await convener.ask(`{ report(from: "2025-01-01", to: "2025-12-31") { figures(keys: ["organisation.departments"]) { records(after: "x") { nodes { id } } } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ refusal: 'CURSOR_UNKNOWN' });
  });
});
