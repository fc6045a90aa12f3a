import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, verdict, World } from '../testkit/index.js';

const edit = 'mutation ($input: EditTenantInput!) { editTenant(input: $input) { tenant { brandName answerWithinWorkingDays version rootUnit { id } } refusals { code field } } }';
const switchOn = 'mutation { enablePlugin(input: { name: "nothing" }) { refusals { code field } } }';
const switchOff = 'mutation { disablePlugin(input: { name: "nothing" }) { refusals { code field } } }';

describe('a tenant', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  const change = async (caller: Caller, input: object) => verdict(await caller.ask(edit, { input }));

  it('is set by administrators at its root alone', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const outsiders = [
      scene.anonymous,
      await scene.as('resident', units.grid),
      await scene.as('organisationOfficer', units.district),
      // An administrator of one community sets nothing for all the others.
      await scene.as('tenantAdministrator', units.community),
    ];
    for (const caller of outsiders) {
      expect(await change(caller, { brandName: '别的名字' })).toBe('FORBIDDEN');
      for (const mutation of [switchOn, switchOff]) expect(verdict(await caller.ask(mutation))).toBe('FORBIDDEN');
    }
    // The address names the tenant: another one's administrator changes their own, whatever they send.
    const stranger = await other.as('tenantAdministrator', other.units.district);
    expect(await change(stranger, { brandName: '邻区' })).toBe('done');
    const admin = await scene.as('tenantAdministrator', units.district);
    expect(await change(admin, { brandName: ' ' })).toBe('REQUIRED brandName');
    expect(await change(admin, { answerWithinWorkingDays: 31 })).toBe('DAYS_OUT_OF_RANGE answerWithinWorkingDays');
    expect(await change(admin, { version: 7 })).toBe('CHANGED_MEANWHILE version');
    expect(await admin.do(edit, { input: { brandName: '同心', answerWithinWorkingDays: 5, version: 1 } })).toEqual({
      editTenant: { tenant: { brandName: '同心', answerWithinWorkingDays: 5, version: 2, rootUnit: { id: units.district.id } }, refusals: [] },
    });
    for (const mutation of [switchOn, switchOff]) expect(verdict(await admin.ask(mutation))).toBe('PLUGIN_UNKNOWN name');
  });

  it('is changed by more people at once than there are connections', async () => {
    const scene = await world.scene();
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    const changes = Array.from({ length: 15 }, (_, at) => change(admin, { brandName: `第${at}个` }));
    expect(new Set(await Promise.all(changes))).toEqual(new Set(['done']));
  });
});
