import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, verdict, World } from '../testkit/index.js';

const explained = `query ($person: ID!, $record: ID) { explainAccess(person: $person, record: $record) {
  person { id } isClosed
  grants { role orgUnit { id } delegation lender { id } lentUntil permissions { name level } }
  record { record { id } orgUnit { id } actions { action isAllowed cause fields permission { name } grants { role delegation } } }
} }`;
const makeWish = 'mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } } }';

describe('what a person can see and do, and why', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('is told to administrators alone', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const worker = await scene.as('gridWorker', units.grid);
    const ask = async (caller: Caller) => caller.ask(explained, { person: worker.personId });
    for (const caller of [scene.anonymous, worker, await scene.as('communitySecretary', units.community), await scene.as('tenantAdministrator', units.street)]) {
      expect(verdict(await ask(caller))).toBe('FORBIDDEN');
    }
    const stranger = await other.as('tenantAdministrator', other.units.district);
    expect((await ask(stranger)).data).toEqual({ explainAccess: null });
    const admin = await scene.as('tenantAdministrator', units.district);
    expect(Object((await ask(admin)).data).explainAccess).toMatchObject({ person: { id: worker.personId }, isClosed: false, record: null });
  });

  it('names for each action the least that allows it, as the rules say it', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const admin = await scene.as('tenantAdministrator', units.district);
    const worker = await scene.as('gridWorker', units.grid);
    const elsewhere = await scene.as('gridWorker', units.siblingGrid);
    const secretary = await scene.as('communitySecretary', units.community);
    const resident = await scene.as('resident', units.grid);
    const wish = Object(await worker.do(makeWish, { input: { orgUnit: units.grid.id, words: '楼道的灯坏了', channel: 'HOUSEHOLD_VISIT', wisherName: '韩凤霞', isPublic: true } })).makeWish.wish.id;
    const own = Object(await resident.do(makeWish, { input: { orgUnit: units.grid.id, words: '想要一个书架', channel: 'ONLINE_HOME', isPublic: false } })).makeWish.wish.id;
    const of = async (person: Caller, record: string): Promise<Record<string, Record<string, unknown>>> => {
      const { actions } = Object(await admin.do(explained, { person: person.personId, record })).explainAccess.record;
      return Object.fromEntries(actions.map(({ action, ...rest }: { action: string }) => [action, rest]));
    };
    expect(await of(worker, wish)).toMatchObject({
      read: { isAllowed: true, cause: 'ROLE', fields: null, permission: { name: 'wish.read' }, grants: [{ role: 'gridWorker', delegation: null }] },
      answer: { isAllowed: true, cause: 'ROLE', permission: { name: 'wish.answer' } },
      decline: { isAllowed: false, cause: 'NONE', permission: { name: 'wish.decline' }, grants: [] },
    });
    // The wall shows it to everybody, and not all of it.
    const stranger = await of(elsewhere, wish);
    expect(stranger['read']).toMatchObject({ isAllowed: true, cause: 'EVERYBODY', grants: [] });
    expect(stranger['read']?.['fields']).not.toContain('wisherName');
    expect(stranger['reveal']).toMatchObject({ isAllowed: false, permission: { name: 'wish.reveal' } });
    expect(await of(elsewhere, own)).toMatchObject({ read: { isAllowed: false, cause: 'NONE', permission: { name: 'wish.read' } } });
    expect(await of(resident, own)).toMatchObject({ read: { isAllowed: true, cause: 'OWN', fields: null }, answer: { isAllowed: false } });

    const [{ id }] = Object(await secretary.do('{ viewer { roles { id } } }')).viewer.roles;
    await admin.do('mutation ($input: DelegateRoleInput!) { delegateRole(input: $input) { refusals { code } } }', { input: { assignment: id, person: elsewhere.personId, until: '2026-06-01' } });
    const standIn = await of(elsewhere, wish);
    expect(standIn['decline']).toMatchObject({ isAllowed: true, cause: 'ROLE', permission: { name: 'wish.decline' }, grants: [{ role: 'communitySecretary', delegation: expect.stringMatching(/^delegation_/) }] });
  });

  it('agrees with what happens when the person does it', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const admin = await scene.as('tenantAdministrator', units.district);
    const maker = await scene.as('gridWorker', units.grid);
    const wish = Object(await maker.do(makeWish, { input: { orgUnit: units.grid.id, words: '楼道的灯坏了', channel: 'HOUSEHOLD_VISIT', wisherName: '韩凤霞' } })).makeWish.wish.id;
    const decline = 'mutation ($input: DeclineWishInput!) { declineWish(input: $input) { refusals { code } } }';
    for (const role of ['gridWorker', 'buildingLeader', 'supervisor', 'resident', 'auditor', 'communitySecretary'] as const) {
      const caller = await scene.as(role, units.community);
      const { actions } = Object(await admin.do(explained, { person: caller.personId, record: wish })).explainAccess.record;
      const said: boolean = actions.find(({ action }: { action: string }) => action === 'decline').isAllowed;
      expect([role, verdict(await caller.ask(decline, { input: { id: wish, reason: '这件事不归我们办' } })) === 'done']).toEqual([role, said]);
    }
  });

  it('shows no record that the administrator may not see', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    const record = other.units.grid.id;
    expect(Object(await admin.do(explained, { person: admin.personId, record })).explainAccess.record).toBeNull();
    expect(Object(await admin.do(explained, { person: admin.personId, record: 'nothing' })).explainAccess.record).toBeNull();
  });
});
