import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, elsewhere, type Scene, verdict, World } from '../testkit/index.js';

const delegateRole = 'mutation ($input: DelegateRoleInput!) { delegateRole(input: $input) { delegation { id version since until person { id } lender { id } assignment { role } } refusals { code field } } }';
const endDelegation = 'mutation ($input: EndDelegationInput!) { endDelegation(input: $input) { delegation { id until } refusals { code field } } }';
const grantRole = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { assignment { id } refusals { code field } } }';
const revokeRole = 'mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { assignment { id } refusals { code } } }';
const roles = '{ viewer { roles { role lentUntil lender { id } orgUnit { id } } permissions } }';

describe('a role that is lent', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  async function lending() {
    const scene = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community, '孙春生');
    const worker = await scene.as('gridWorker', units.grid, '韩凤霞');
    const assignment = await assignmentOf(secretary);
    return { scene, units, secretary, worker, input: { assignment, person: worker.personId, until: '2026-06-02' } };
  }
  const assignmentOf = async (caller: Caller): Promise<string> => Object(await caller.do('{ viewer { roles { id } } }')).viewer.roles[0].id;
  const may = async (caller: Caller, scene: Scene): Promise<boolean> => {
    const { id } = scene.units.siblingGrid;
    const made = await caller.ask('mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } refusals { code } } }', { input: { orgUnit: id, words: '楼道的灯坏了', channel: 'HOUSEHOLD_VISIT', wisherName: '某人' } });
    return verdict(made) === 'done';
  };

  it('is lent by its holder, or by who could grant it, and by nobody else', async () => {
    const { scene, units, secretary, worker, input } = await lending();
    const other = await world.scene();
    const ask = async (caller: Caller, more: object = {}) => verdict(await caller.ask(delegateRole, { input: { ...input, ...more } }));
    expect(await ask(scene.anonymous)).toBe('NOT_FOUND assignment');
    expect(await ask(await other.as('tenantAdministrator', other.units.district))).toBe('NOT_FOUND assignment');
    expect(await ask(await scene.as('communitySecretary', units.siblingCommunity))).toBe('NOT_FOUND assignment');
    expect(await ask(await scene.as('supervisor', units.community))).toBe('FORBIDDEN');
    expect(await ask(worker)).toBe('NOT_FOUND assignment');
    expect(await ask(secretary, { person: secretary.personId })).toBe('DELEGATION_TO_HOLDER person');
    expect(await ask(secretary, { until: '2026-05-18' })).toBe('DATES_REVERSED until');
    expect(await ask(secretary, { since: '2026-05-18' })).toBe('DATE_PAST since');
    expect(await ask(secretary, { until: '2026-12-31' })).toBe('DELEGATION_TOO_LONG until');
    expect(await ask(secretary)).toBe('done');
    expect(await ask(secretary)).toBe('DELEGATION_THERE person');
    const officer = await scene.as('subDistrictOfficer', units.street);
    const auditor = await scene.as('auditor', units.community);
    expect(await ask(officer, { assignment: await assignmentOf(auditor) })).toBe('GRANT_EXCEEDS_YOURS assignment');
    expect(await ask(officer, { since: '2026-06-03', until: '2026-06-05' })).toBe('done');
  });

  it('gives what its holder has, never the right to pass roles on, and ends by itself', async () => {
    const { scene, units, secretary, worker, input } = await lending();
    const { clock } = world.server;
    const now = clock.now();
    expect(await may(worker, scene)).toBe(false);
    await secretary.do(delegateRole, { input });
    expect(await may(worker, scene)).toBe(true);
    const { viewer } = Object(await worker.do(roles));
    expect(viewer.roles).toEqual([
      { role: 'gridWorker', lentUntil: null, lender: null, orgUnit: { id: units.grid.id } },
      { role: 'communitySecretary', lentUntil: '2026-06-02', lender: { id: secretary.personId }, orgUnit: { id: units.community.id } },
    ]);
    expect(viewer.permissions).toContain('wish.accept');
    expect(viewer.permissions).not.toContain('role.grant');
    const resident = await scene.as('resident', units.grid);
    expect(verdict(await worker.ask(grantRole, { input: { person: resident.personId, role: 'gridWorker', orgUnit: units.grid.id } }))).toBe('FORBIDDEN');
    // What is lent is not lent on.
    expect(verdict(await worker.ask(delegateRole, { input: { ...input, person: resident.personId } }))).toBe('FORBIDDEN');
    clock.set('2026-06-02T15:59:00.000Z');
    expect(await may(worker, scene)).toBe(true);
    clock.set('2026-06-02T16:01:00.000Z');
    expect(await may(worker, scene)).toBe(false);
    clock.set(now);
  });

  it('ends at once when it is called back, and with the role', async () => {
    const { scene, units, secretary, worker, input } = await lending();
    const made = Object(await secretary.do(delegateRole, { input })).delegateRole.delegation;
    const end = async (caller: Caller) => verdict(await caller.ask(endDelegation, { input: { id: made.id } }));
    expect(await end(scene.anonymous)).toBe('NOT_FOUND id');
    expect(await end(await scene.as('communitySecretary', units.siblingCommunity))).toBe('NOT_FOUND id');
    expect(await end(worker)).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(endDelegation, { input: { id: made.id, version: 7 } }))).toBe('CHANGED_MEANWHILE version');
    expect(await end(secretary)).toBe('done');
    expect(await may(worker, scene)).toBe(false);

    await secretary.do(delegateRole, { input });
    expect(await may(worker, scene)).toBe(true);
    const officer = await scene.as('subDistrictOfficer', units.street);
    await officer.do(revokeRole, { input: { id: input.assignment } });
    expect(await may(worker, scene)).toBe(false);
  });

  it('counts for nothing where nobody said that the person has another’s, and is gone at once when its row is', async () => {
    const { scene, secretary, worker, input } = await lending();
    const byHand = (sql: string) => elsewhere(world, scene, sql, [worker.personUuid]);
    await secretary.do(delegateRole, { input });
    expect(await may(worker, scene)).toBe(true);
    await byHand('update person set has_borrowed = false where id = $1');
    expect(await may(worker, scene)).toBe(false);
    await byHand('update person set has_borrowed = true where id = $1');
    expect(await may(worker, scene)).toBe(true);
    await byHand('delete from delegation where person_id = $1');
    expect(await may(worker, scene)).toBe(false);
  });

  it('is one loan when it is asked for twice at once', async () => {
    const { secretary, input } = await lending();
    const verdicts = (await Promise.all([1, 2].map(() => secretary.ask(delegateRole, { input })))).map(verdict);
    expect(verdicts.toSorted()).toEqual(['DELEGATION_THERE person', 'done']);
  });

  it('is read with who one is in one statement', async () => {
    const { secretary, worker, input } = await lending();
    await secretary.do(delegateRole, { input });
    await worker.do('{ viewer { permissions } }'); // now they are known
    await world.server.takeStatements();
    await worker.do('{ viewer { permissions } }');
    expect((await world.server.takeStatements()).filter((sql) => /role_assignment/.test(sql))).toHaveLength(1);
  });
});
