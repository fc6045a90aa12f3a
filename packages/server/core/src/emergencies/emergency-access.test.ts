import { indexOf } from '@weixiang/kernel';
import { parseTypeId } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type Scene, verdict, World } from '../testkit/index.js';
import { childrenPlugin } from './fixture/children.fixture.js';
import { runOutJob } from './emergency-access.service.js';

const open = 'mutation ($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { emergencyAccess { id version state isOpen isMine until reason person { id } holder { id } assignment { role } orgUnit { id } } refusals { code field } } }';
const end = 'mutation ($input: EndEmergencyAccessInput!) { endEmergencyAccess(input: $input) { emergencyAccess { state isOpen endedAt endedBy { id } } refusals { code field } } }';
const review = 'mutation ($input: ReviewEmergencyAccessInput!) { reviewEmergencyAccess(input: $input) { emergencyAccess { state remark reviewedBy { id } } refusals { code field } } }';
const list = 'query ($filter: EmergencyAccessFilter) { emergencyAccesses(filter: $filter) { nodes { id state } } }';
const told = '{ notifications { nodes { kind record { __typename id } } } }';
const agenda = '{ agenda { items { id name href title } } }';
const reason = '孩子没人接，书记的电话打不通。';

describe('emergency access', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ plugins: [childrenPlugin] });
  });
  afterAll(() => world.close());

  async function emergency() {
    const scene = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community, '孙春生');
    const officer = await scene.as('subDistrictOfficer', units.street, '方建国');
    const input = { assignment: await assignmentOf(secretary), reason, hours: 2 };
    return { scene, units, secretary, officer, input };
  }
  const assignmentOf = async (caller: Caller): Promise<string> => Object(await caller.do('{ viewer { roles { id } } }')).viewer.roles[0].id;
  const mayFetch = async (caller: Caller): Promise<boolean> => Object(await caller.do('{ viewer { permissions } }')).viewer.permissions.includes('child.fetch');
  const opened = async (caller: Caller, input: object): Promise<{ id: string; version: number }> => Object(await caller.do(open, { input })).openEmergencyAccess.emergencyAccess;
  const runOut = (scene: Scene, id: string): Promise<void> =>
    scene.write(async (tx) => {
      const job = indexOf(tx.features).jobs.get(runOutJob);
      if (job && 'run' in job) await job.run(tx, { id: String(parseTypeId(id)?.uuid) });
    });

  it('is opened by who may above the role, over a role below, with a reason, for hours', async () => {
    const { scene, units, secretary, officer, input } = await emergency();
    const other = await world.scene();
    const ask = async (caller: Caller, more: object = {}) => verdict(await caller.ask(open, { input: { ...input, ...more } }));
    expect(await ask(scene.anonymous)).toBe('NOT_FOUND assignment');
    expect(await ask(await other.as('tenantAdministrator', other.units.district))).toBe('NOT_FOUND assignment');
    expect(await ask(await scene.as('subDistrictOfficer', units.department))).toBe('NOT_FOUND assignment');
    for (const role of ['communitySecretary', 'gridWorker', 'auditor', 'convener'] as const) expect(await ask(await scene.as(role, units.street))).toBe('FORBIDDEN');
    expect(await ask(officer, { reason: '' })).toBe('REQUIRED reason');
    expect(await ask(officer, { reason: '急事' })).toBe('EMERGENCY_REASON_TOO_SHORT reason');
    for (const hours of [0, 13]) expect(await ask(officer, { hours })).toBe('EMERGENCY_HOURS hours');
    // It goes down, never up or sideways, and gives nothing to who has it all.
    expect(await ask(officer, { assignment: await assignmentOf(await scene.as('organisationOfficer', units.street)) })).toBe('EMERGENCY_NEVER assignment');
    expect(await ask(officer, { assignment: await assignmentOf(await scene.as('gridWorker', units.grid)) })).toBe('EMERGENCY_NOT_NEEDED assignment');
    expect(await ask(await scene.as('tenantAdministrator', units.district))).toBe('EMERGENCY_NOT_NEEDED assignment');
    await scene.write((tx) => tx.em.execute(`update role_assignment set until = '2026-05-18' where tenant_id = ? and id = ?`, [tx.tenant.id, String(parseTypeId(input.assignment)?.uuid)]));
    expect(await ask(officer)).toBe('EMERGENCY_ROLE_OVER assignment');
    await scene.write((tx) => tx.em.execute('update role_assignment set until = null where tenant_id = ? and id = ?', [tx.tenant.id, String(parseTypeId(input.assignment)?.uuid)]));
    const { openEmergencyAccess } = Object(await officer.do(open, { input }));
    expect(openEmergencyAccess.emergencyAccess).toMatchObject({
      state: 'OPEN', isOpen: true, isMine: true, reason, person: { id: officer.personId }, holder: { id: secretary.personId }, assignment: { role: 'communitySecretary' }, orgUnit: { id: units.community.id },
    });
    expect(await ask(officer)).toBe('EMERGENCY_OPEN assignment');
    // Another holder's assignment is the same role at the same unit.
    expect(await ask(officer, { assignment: await assignmentOf(await scene.as('communitySecretary', units.community)) })).toBe('EMERGENCY_OPEN assignment');
  });

  it('gives what the role has at its unit from the next request on, never the right to pass on, and is over by the minute', async () => {
    const { scene, units, secretary, officer, input } = await emergency();
    const { clock } = world.server;
    const now = clock.now();
    const takeable = async (caller: Caller): Promise<boolean> => Object(await caller.do('query ($id: ID!) { roleAssignment(id: $id) { isTakeable } }', { id: input.assignment })).roleAssignment.isTakeable;
    expect([await takeable(officer), await takeable(secretary), await takeable(await scene.as('tenantAdministrator', units.district))]).toEqual([true, false, false]);
    expect(await mayFetch(officer)).toBe(false);
    const { id } = await opened(officer, input);
    expect(await takeable(officer)).toBe(false);
    // Nobody who could not end the role closes the account that acts by it.
    const close = 'mutation ($input: ClosePersonInput!) { closePerson(input: $input) { refusals { code field } } }';
    expect(verdict(await (await scene.as('organisationOfficer', units.district)).ask(close, { input: { id: officer.personId } }))).toBe('ACCOUNT_EXCEEDS_YOURS id');
    const { viewer } = Object(await officer.do('{ viewer { abilities roles { role emergency takenUntil holder { id } lentUntil orgUnit { id } } } }'));
    expect(viewer.roles[1]).toEqual({ role: 'communitySecretary', emergency: id, takenUntil: new Date(now.getTime() + 7_200_000).toISOString(), holder: { id: secretary.personId }, lentUntil: null, orgUnit: { id: units.community.id } });
    expect(JSON.stringify(viewer.abilities)).toContain('"fetch"');
    const { explainAccess } = Object(await (await scene.as('tenantAdministrator', units.district)).do(
      'query ($person: ID!, $record: ID) { explainAccess(person: $person, record: $record) { grants { role emergency holder { id } takenUntil permissions { name level } } record { actions { action isAllowed cause grants { emergency } } } } }',
      { person: officer.personId, record: units.grid.id },
    ));
    expect(explainAccess.grants[1]).toMatchObject({ role: 'communitySecretary', emergency: id, holder: { id: secretary.personId } });
    expect(explainAccess.record.actions.find(({ action }: { action: string }) => action === 'fetch')).toMatchObject({ isAllowed: true, cause: 'ROLE', grants: [{ emergency: id }] });
    const given: { name: string; level: string }[] = explainAccess.grants[1].permissions;
    expect(new Set(given.map(({ level }) => level))).toEqual(new Set(['unit']));
    expect(given.map(({ name }) => name).filter((name) => ['role.grant', 'emergency.open', 'emergency.review', 'webhook.manage'].includes(name))).toEqual([]);
    expect(await mayFetch(await scene.as('subDistrictOfficer', units.street))).toBe(false);
    clock.set(new Date(now.getTime() + 7_199_000));
    expect(await mayFetch(officer)).toBe(true);
    clock.set(new Date(now.getTime() + 7_200_000));
    expect(await mayFetch(officer)).toBe(false);
    // The job only writes down what is so already, and bears a second run.
    expect((await officer.do(list, { filter: { state: ['OPEN'] } }))['emergencyAccesses']).toEqual({ nodes: [{ id, state: 'OPEN' }] });
    expect(verdict(await officer.ask(end, { input: { id } }))).toBe('EMERGENCY_OVER id');
    await runOut(scene, id);
    await runOut(scene, id);
    expect((await officer.do(list, { filter: { state: ['ENDED'] } }))['emergencyAccesses']).toEqual({ nodes: [{ id, state: 'ENDED' }] });
    clock.set(now);
  });

  it('ends early by who opened it, by its holder who is back, by who could end the role and by who reviews', async () => {
    const { scene, units, secretary, officer, input } = await emergency();
    const other = await world.scene();
    const { id, version } = await opened(officer, input);
    const ask = async (caller: Caller, more: object = {}) => verdict(await caller.ask(end, { input: { id, ...more } }));
    expect(await ask(scene.anonymous)).toBe('NOT_FOUND id');
    expect(await ask(await other.as('tenantAdministrator', other.units.district))).toBe('NOT_FOUND id');
    expect(await ask(await scene.as('communitySecretary', units.siblingCommunity))).toBe('NOT_FOUND id');
    expect(await ask(await scene.as('auditor', units.district))).toBe('FORBIDDEN');
    expect(await ask(officer, { version: version + 6 })).toBe('CHANGED_MEANWHILE version');
    const verdicts = await Promise.all([ask(officer), ask(secretary)]);
    expect(verdicts.toSorted()).toEqual(['EMERGENCY_OVER id', 'done']);
    expect(await mayFetch(officer)).toBe(false);
    for (const role of ['organisationOfficer', 'tenantAdministrator'] as const) {
      const again = await opened(officer, input);
      expect(await mayFetch(officer)).toBe(true);
      const by = await scene.as(role, units.district);
      expect((await by.do(end, { input: { id: again.id } }))['endEmergencyAccess']).toMatchObject({ emergencyAccess: { state: 'ENDED', isOpen: false, endedBy: { id: by.personId } } });
      expect(await mayFetch(officer)).toBe(false);
    }
    // With the role itself it ends too.
    await opened(officer, input);
    await officer.do('mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { refusals { code } } }', { input: { id: input.assignment } });
    expect(await mayFetch(officer)).toBe(false);
  });

  it('is told to who opened it, to whose role it is, above and to who reviews, whatever they muted', async () => {
    const { scene, units, secretary, officer, input } = await emergency();
    const second = await scene.as('communitySecretary', units.community);
    const head = await scene.as('subDistrictOfficer', units.street);
    const reviewer = await scene.as('organisationOfficer', units.district);
    const outsider = await scene.as('communitySecretary', units.siblingCommunity);
    const mute = 'mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { refusals { code field } } }';
    expect(verdict(await secretary.ask(mute, { input: { kind: 'emergency.opened', isWanted: false } }))).toBe('NOT_FOUND kind');
    const { id } = await opened(officer, input);
    await world.server.consume(scene.tenant);
    const record = { __typename: 'EmergencyAccess', id };
    for (const caller of [officer, secretary, second, head, reviewer]) expect((await caller.do(told))['notifications']).toEqual({ nodes: [{ kind: 'emergency.opened', record }] });
    expect((await outsider.do(told))['notifications']).toEqual({ nodes: [] });
    await secretary.do(end, { input: { id } });
    await reviewer.do(review, { input: { id, isJustified: false, remark: '书记当时在岗，打座机就能找到。' } });
    await world.server.consume(scene.tenant);
    const kindsOf = async (caller: Caller): Promise<string[]> => Object(await caller.do(told)).notifications.nodes.map(({ kind }: { kind: string }) => kind);
    expect((await kindsOf(officer)).toSorted()).toEqual(['emergency.opened', 'emergency.over', 'emergency.reviewed']);
    expect(await kindsOf(secretary)).toContain('emergency.reviewed');
  });

  it('waits on somebody else’s review, which is given once', async () => {
    const { scene, units, secretary, input } = await emergency();
    const officer = await scene.as('organisationOfficer', units.district);
    const reviewer = await scene.as('organisationOfficer', units.district);
    const other = await world.scene();
    const { id } = await opened(officer, input);
    const sent = { input: { id, isJustified: true, remark: '确有必要，孩子已交给家长。' } };
    const ask = async (caller: Caller, more: object = {}) => verdict(await caller.ask(review, { input: { ...sent.input, ...more } }));
    expect(await ask(reviewer)).toBe('EMERGENCY_STILL_OPEN id');
    await officer.do(end, { input: { id } });
    expect((await reviewer.do(agenda))['agenda']).toEqual({ items: [{ id, name: 'emergency.review', href: `/emergencies/${id}`, title: reason }] });
    expect((await officer.do(agenda))['agenda']).toEqual({ items: [] });
    expect(await ask(scene.anonymous)).toBe('NOT_FOUND id');
    expect(await ask(await other.as('tenantAdministrator', other.units.district))).toBe('NOT_FOUND id');
    expect(await ask(await scene.as('communitySecretary', units.siblingCommunity))).toBe('NOT_FOUND id');
    for (const caller of [officer, secretary, await scene.as('subDistrictOfficer', units.street), await scene.as('auditor', units.district)]) expect(await ask(caller)).toBe('FORBIDDEN');
    expect(await ask(reviewer, { remark: ' ' })).toBe('REQUIRED remark');
    const admin = await scene.as('tenantAdministrator', units.district);
    const verdicts = (await Promise.all([ask(reviewer), ask(admin, { isJustified: false })])).toSorted();
    expect(verdicts).toEqual(['EMERGENCY_REVIEWED id', 'done']);
    expect((await reviewer.do(agenda))['agenda']).toEqual({ items: [] });
    expect(Object((await (await scene.as('auditor', units.district)).ask('query ($id: ID!) { emergencyAccess(id: $id) { history { nodes { name words } } } }', { id })).data).emergencyAccess.history.nodes.map(({ name }: { name: string }) => name)).toEqual(['emergency.reviewed', 'emergency.ended', 'emergency.opened']);
  });

  it('shows what was done meanwhile, and nothing from before or after', async () => {
    const { units, officer, input } = await emergency();
    const { clock } = world.server;
    const make = async (words: string): Promise<string> => Object(await officer.do('mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } } }', { input: { orgUnit: units.grid.id, words, channel: 'HOUSEHOLD_VISIT', wisherName: '某人' } })).makeWish.wish.id;
    await make('之前的心愿');
    clock.advance(1000);
    const { id } = await opened(officer, input);
    clock.advance(1000);
    const during = await make('期间的心愿');
    clock.advance(1000);
    await officer.do(end, { input: { id } });
    clock.advance(1000);
    await make('之后的心愿');
    const { emergencyAccess } = Object(await officer.do('query ($id: ID!) { emergencyAccess(id: $id) { deeds { name record { id } } readings { id } } }', { id }));
    expect(emergencyAccess).toEqual({ deeds: [{ name: 'wish.submitted', record: { id: during } }], readings: [] });
  });

  it('is one when it is asked for twice at once, and takes no statement more to know who asks', async () => {
    const { officer, input } = await emergency();
    const ask = async () => {
      await officer.do('{ viewer { permissions } }'); // now they are known
      await world.server.takeStatements();
      await officer.do('{ viewer { permissions } }');
      return world.server.takeStatements();
    };
    const before = await ask();
    const verdicts = (await Promise.all([1, 2].map(() => officer.ask(open, { input })))).map(verdict);
    expect(verdicts.toSorted()).toEqual(['EMERGENCY_OPEN assignment', 'done']);
    const after = await ask();
    expect(after.filter((sql) => /emergency_access/.test(sql))).toHaveLength(1);
    expect(after).toHaveLength(before.length);
    const { id } = Object(await officer.do(list)).emergencyAccesses.nodes[0];
    await world.server.takeStatements();
    await officer.do(end, { input: { id } });
    const ending = await world.server.takeStatements();
    await officer.do(open, { input });
    const opening = await world.server.takeStatements();
    expect(opening.length).toBeLessThanOrEqual(17); // four of them since what was known of the officer has changed
    expect(ending.length).toBeLessThanOrEqual(8);
  });
});
