import { toTypeId } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { type Caller, type Scene, type SceneUnit, verdict, World } from '../testkit/index.js';
import { Wish } from '../wishes/wish.entity.js';
import { letRecordsFollow } from './following.js';
import { resumeReorganisations } from './reorganisation.job.js';
import { carryOutOnItsDay } from './reorganisation.service.js';

const answer = 'reorganisation { id kind state effectiveOn unitsMoved recordsMoved formerlyBelow { id } target { id } isCancelable } orgUnit { id parent { id } depth isClosed closedOn mergedInto { id } } refusals { code field message }';
const moveUnit = `mutation ($input: MoveOrgUnitInput!) { moveOrgUnit(input: $input) { ${answer} } }`;
const splitUnit = `mutation ($input: SplitOrgUnitInput!) { splitOrgUnit(input: $input) { ${answer} } }`;
const closeUnit = `mutation ($input: CloseOrgUnitInput!) { closeOrgUnit(input: $input) { ${answer} } }`;
const cancel = `mutation ($input: CancelReorganisationInput!) { cancelReorganisation(input: $input) { ${answer} } }`;
const mergeUnits = 'mutation ($input: MergeOrgUnitsInput!) { mergeOrgUnits(input: $input) { reorganisations { id state orgUnit { id isClosed } target { id } } refusals { code field } } }';
const foreseen = 'refusals { code field } effectiveOn units people records openWishes wishesAwaitingAnswer openProjects roles endingRoles { role } gaining { role orgUnit { id } } gainingCount losing { role person { name } orgUnit { id } } losingCount';
const previewMove = `query ($input: MoveOrgUnitInput!) { moveOrgUnitPreview(input: $input) { ${foreseen} } }`;
const makeWish = 'mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } refusals { code field } } }';
const seenWish = 'query ($id: ID!) { wish(id: $id) { id wisherName } }';

describe('reorganising units', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  const follow = (scene: Scene, signal?: AbortSignal) => letRecordsFollow(world.server.kernel, scene.tenant, signal);
  const wishAt = async (caller: Caller, unit: SceneUnit): Promise<string> =>
    Object(await caller.do(makeWish, { input: { orgUnit: unit.id, words: '楼道的灯坏了', channel: 'HOUSEHOLD_VISIT', wisherName: '韩凤霞' } })).makeWish.wish.id;
  const rowsAt = (scene: Scene, unit: SceneUnit) =>
    scene.write((tx) => tx.em.execute<{ org_path: string; recorded_path: string }[]>('select org_path, recorded_path from wish where org_unit_id = ? order by id', [unit.uuid]));
  const pathOf = (...units: SceneUnit[]) => units.map(({ uuid }) => uuid.replaceAll('-', '')).join('.');

  it('takes who manages the unit above and the unit it goes to', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const input = { id: units.grid.id, to: units.siblingCommunity.id };
    const ask = async (caller: Caller, more: object = {}) => verdict(await caller.ask(moveUnit, { input: { ...input, ...more } }));
    const looked = async (caller: Caller) => verdict(await caller.ask(previewMove, { input }));
    const isOffered = async (caller: Caller) => Object(await caller.do('query ($id: ID!) { orgUnit(id: $id) { isReorganisable } }', { id: units.grid.id })).orgUnit.isReorganisable;
    for (const caller of [scene.anonymous, await scene.as('resident', units.grid), await scene.as('gridWorker', units.grid), await scene.as('communitySecretary', units.community), await scene.as('communitySecretary', units.siblingCommunity)]) {
      expect(await ask(caller)).toBe('FORBIDDEN');
      expect(await looked(caller)).toBe('FORBIDDEN');
    }
    const stranger = await other.as('tenantAdministrator', other.units.district);
    expect(await ask(stranger)).toBe('NOT_FOUND id');
    expect(await looked(stranger)).toBe('NOT_FOUND id');
    const officer = await scene.as('subDistrictOfficer', units.street);
    expect([await isOffered(officer), await isOffered(await scene.as('gridWorker', units.grid)), await isOffered(scene.anonymous)]).toEqual([true, false, false]);
    expect(await ask(officer, { version: 7 })).toBe('CHANGED_MEANWHILE version');
    expect(await ask(officer, { to: other.units.community.id })).toBe('NOT_FOUND to');
    expect(await ask(officer, { to: units.community.id })).toBe('UNIT_ALREADY_THERE to');
    expect(await ask(officer, { to: units.building.id })).toBe('UNIT_WOULD_CIRCLE to');
    expect(await ask(officer, { to: units.grid.id })).toBe('UNIT_WOULD_CIRCLE to');
    expect(await ask(officer, { on: '2026-05-18' })).toBe('DATE_PAST on');
    expect(await ask(officer, { on: '2126-05-19' })).toBe('DATE_TOO_FAR on');
    expect(await ask(await scene.as('tenantAdministrator', units.district), { id: units.district.id })).toBe('ROOT_STAYS id');
    expect(await ask(officer)).toBe('done');
  });

  it('moves a unit with everything below it at once, and lets the records follow', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const worker = await scene.as('gridWorker', units.grid);
    const id = await wishAt(worker, units.building);
    const [before, after] = [await scene.as('communitySecretary', units.community), await scene.as('communitySecretary', units.siblingCommunity)];
    const sees = async (caller: Caller) => Object((await caller.ask(seenWish, { id })).data).wish?.wisherName === '韩凤霞';
    const officer = await scene.as('subDistrictOfficer', units.street);
    await world.server.takeStatements();
    const { data } = await officer.ask(moveUnit, { input: { id: units.grid.id, to: units.siblingCommunity.id, basis: '区委〔2026〕3号' } });
    expect((await world.server.takeStatements()).length).toBeLessThanOrEqual(24);
    expect(data).toMatchObject({
      moveOrgUnit: { reorganisation: { kind: 'MOVE', state: 'FOLLOWING', effectiveOn: '2026-05-19', unitsMoved: 2, formerlyBelow: { id: units.community.id }, target: { id: units.siblingCommunity.id } }, orgUnit: { parent: { id: units.siblingCommunity.id }, depth: 4 }, refusals: [] },
    });
    // The tree has changed; the record has not, and who serves at the moved unit reaches it all the while.
    const old = pathOf(units.district, units.street, units.community, units.grid, units.building);
    expect(await rowsAt(scene, units.building)).toEqual([{ org_path: old, recorded_path: old }]);
    expect([await sees(before), await sees(after), await sees(worker)]).toEqual([true, false, true]);
    expect(Object(await worker.do('{ viewer { roles { role } } }')).viewer.roles).toHaveLength(1);
    await follow(scene);
    expect(await rowsAt(scene, units.building)).toEqual([{ org_path: pathOf(units.district, units.street, units.siblingCommunity, units.grid, units.building), recorded_path: old }]);
    expect([await sees(before), await sees(after), await sees(worker)]).toEqual([false, true, true]);
    const { reorganisations } = Object(await officer.do('query ($unit: ID!) { reorganisations(filter: { orgUnit: $unit }) { nodes { state recordsMoved finishedAt basis } } }', { unit: units.grid.id }));
    // A wish, a person and a role; the record of the move itself went along with the unit.
    expect(reorganisations.nodes).toEqual([{ state: 'DONE', recordsMoved: 3, finishedAt: expect.any(String), basis: '区委〔2026〕3号' }]);
  });

  it('says before what would change, and changes nothing by saying it', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const worker = await scene.as('gridWorker', units.grid);
    await wishAt(worker, units.building);
    await scene.as('communitySecretary', units.community, '孙春生');
    await scene.as('communitySecretary', units.siblingCommunity);
    const officer = await scene.as('subDistrictOfficer', units.street);
    await world.server.takeStatements();
    const { data } = await officer.ask(previewMove, { input: { id: units.grid.id, to: units.siblingCommunity.id, on: '2026-06-01' } });
    expect((await world.server.takeStatements()).filter((sql) => /\b(insert|update|delete)\b/i.test(sql))).toEqual([]);
    expect(data).toEqual({
      moveOrgUnitPreview: {
        refusals: [], effectiveOn: '2026-06-01', units: 2, people: 1, records: 3, openWishes: 1, wishesAwaitingAnswer: 1, openProjects: 0, roles: 1, endingRoles: [],
        gaining: [{ role: 'communitySecretary', orgUnit: { id: units.siblingCommunity.id } }], gainingCount: 1,
        losing: [{ role: 'communitySecretary', person: { name: '孙春生' }, orgUnit: { id: units.community.id } }], losingCount: 1,
      },
    });
    const refused = await officer.ask(previewMove, { input: { id: units.grid.id, to: units.building.id } });
    expect(refused.data).toMatchObject({ moveOrgUnitPreview: { refusals: [{ code: 'UNIT_WOULD_CIRCLE', field: 'to' }], effectiveOn: null } });
  });

  it('catches up with who read the tree before it changed and wrote after', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const officer = await scene.as('subDistrictOfficer', units.street);
    const worker = await scene.as('gridWorker', units.grid);
    const template = await wishAt(worker, units.building);
    let goOn = (): void => {};
    let hasRead = (): void => {};
    const reading = new Promise<void>((resolve) => (hasRead = resolve));
    const late = scene.write(async (tx) => {
      const orgUnit = await tx.em.findOneOrFail(OrgUnit, { id: units.building.uuid });
      const like = await tx.em.findOneOrFail(Wish, { orgUnit });
      hasRead();
      await new Promise<void>((resolve) => (goOn = resolve));
      const { channel, state, workflowVersion, recordedOn, isPublic } = like;
      tx.create(Wish, { orgUnit, number: 999, words: '迟到的心愿', channel, state, workflowVersion, recordedOn, isPublic });
    });
    await reading;
    expect(verdict(await officer.ask(moveUnit, { input: { id: units.grid.id, to: units.siblingCommunity.id } }))).toBe('done');
    const following = follow(scene);
    await new Promise((resolve) => setTimeout(resolve, 300));
    goOn();
    await Promise.all([late, following]);
    const now = pathOf(units.district, units.street, units.siblingCommunity, units.grid, units.building);
    expect((await rowsAt(scene, units.building)).map((row) => row.org_path)).toEqual([now, now]);
    expect(template).toMatch(/^wish_/);
  });

  it('goes on where a process stopped, in whichever process, and does it once', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const worker = await scene.as('gridWorker', units.grid);
    for (let count = 0; count < 3; count += 1) await wishAt(worker, units.building);
    const admin = await scene.as('tenantAdministrator', units.district);
    await admin.do(moveUnit, { input: { id: units.community.id, to: units.department.id } });
    const stop = new AbortController();
    stop.abort(new Error('the server stops'));
    await expect(follow(scene, stop.signal)).rejects.toThrow('the server stops');
    // The cron notices that nobody lets them follow, and asks for the job again.
    await scene.write((tx) => tx.em.execute('select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs'));
    await scene.write((tx) => resumeReorganisations.run(tx));
    const jobs = await scene.write((tx) => tx.em.execute<{ name: string }[]>(`select payload ->> 'name' as name from graphile_worker._private_jobs where payload ->> 'tenantId' = ?`, [scene.tenant.id]));
    expect(jobs.map(({ name }) => name)).toContain('reorganisation.follow');
    await Promise.all([follow(scene), follow(scene), follow(scene)]);
    const now = pathOf(units.district, units.department, units.community, units.grid, units.building);
    expect((await rowsAt(scene, units.building)).map((row) => row.org_path)).toEqual([now, now, now]);
    const events = await scene.write((tx) => tx.em.execute<{ name: string }[]>(`select name from event where name like 'reorganisation.%' order by id`));
    expect(events.map(({ name }) => name)).toEqual(['reorganisation.carriedOut', 'reorganisation.finished']);
  });

  it('makes no circle of two moves at once', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const admin = await scene.as('tenantAdministrator', units.district);
    const verdicts = (await Promise.all([
      admin.ask(moveUnit, { input: { id: units.community.id, to: units.siblingCommunity.id } }),
      admin.ask(moveUnit, { input: { id: units.siblingCommunity.id, to: units.community.id } }),
    ])).map(verdict);
    expect(verdicts.toSorted()).toEqual(['UNIT_WOULD_CIRCLE to', 'done']);
  });

  it('lets a move that overlaps wait until the records of the one before have followed', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const admin = await scene.as('tenantAdministrator', units.district);
    const inner = { input: { id: units.grid.id, to: units.siblingCommunity.id } };
    const outer = { input: { id: units.siblingCommunity.id, to: units.department.id } };
    const verdicts = (await Promise.all([admin.ask(moveUnit, inner), admin.ask(moveUnit, inner)])).map(verdict);
    expect(verdicts.toSorted()).toEqual(['UNIT_ALREADY_THERE to', 'done']);
    expect(verdict(await admin.ask(moveUnit, outer))).toBe('REORGANISATION_UNDER_WAY id');
    await follow(scene);
    expect(verdict(await admin.ask(moveUnit, outer))).toBe('done');
  });

  it('gives a unit that is added meanwhile its right place', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const admin = await scene.as('tenantAdministrator', units.district);
    const kind = Object(await admin.do('query ($id: ID!) { orgUnit(id: $id) { kind { id } } }', { id: units.grid.id })).orgUnit.kind.id;
    const create = 'mutation ($input: CreateOrgUnitInput!) { createOrgUnit(input: $input) { refusals { code } } }';
    const added = Array.from({ length: 8 }, (_, at) => admin.ask(create, { input: { parent: at % 2 ? units.building.id : units.grid.id, kind, name: `新楼栋${at}`, code: `N${at}` } }));
    const moved = admin.ask(moveUnit, { input: { id: units.grid.id, to: units.siblingCommunity.id } });
    expect((await Promise.all([...added, moved])).map(verdict)).toEqual(Array(9).fill('done'));
    const wrong = await scene.write((tx) => tx.em.execute(`select unit.code from org_unit unit join org_unit above on above.id = unit.parent_id where unit.org_path <> above.org_path || '.' || replace(unit.id::text, '-', '') or unit.depth <> above.depth + 1`));
    expect(wrong).toEqual([]);
  });

  it('merges a unit: its records, people and units go to the other, its roles end, its history stays', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const worker = await scene.as('gridWorker', units.siblingGrid);
    const id = await wishAt(worker, units.siblingGrid);
    const secretary = await scene.as('communitySecretary', units.community);
    const input = { units: [units.siblingGrid.id], into: units.grid.id };
    expect(verdict(await (await scene.as('gridWorker', units.grid)).ask(mergeUnits, { input }))).toBe('FORBIDDEN');
    expect(verdict(await scene.anonymous.ask(mergeUnits, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(mergeUnits, { input: { ...input, units: [] } }))).toBe('REQUIRED units');
    expect(verdict(await secretary.ask(mergeUnits, { input: { units: [units.grid.id], into: units.building.id } }))).toBe('UNIT_WOULD_CIRCLE into');
    const { data } = await secretary.ask(mergeUnits, { input });
    expect(data).toMatchObject({ mergeOrgUnits: { reorganisations: [{ state: 'FOLLOWING', orgUnit: { id: units.siblingGrid.id, isClosed: true }, target: { id: units.grid.id } }], refusals: [] } });
    await follow(scene);
    expect(Object(await secretary.do('query ($id: ID!) { wish(id: $id) { orgUnit { id } } }', { id })).wish.orgUnit.id).toBe(units.grid.id);
    const [row] = await rowsAt(scene, units.grid);
    expect(row).toEqual({ org_path: pathOf(units.district, units.street, units.community, units.grid), recorded_path: pathOf(units.district, units.street, units.community, units.siblingGrid) });
    expect(Object(await secretary.do('query ($id: ID!) { person(id: $id) { orgUnit { id } assignments { nodes { until orgUnit { id } } } } }', { id: worker.personId })).person).toEqual({
      orgUnit: { id: units.grid.id },
      assignments: { nodes: [{ until: '2026-05-18', orgUnit: { id: units.siblingGrid.id } }] },
    });
    expect(verdict(await secretary.ask(makeWish, { input: { orgUnit: units.siblingGrid.id, words: '再来一条', channel: 'HOUSEHOLD_VISIT' } }))).toBe('UNIT_CLOSED orgUnit');
    expect(verdict(await secretary.ask(mergeUnits, { input }))).toBe('UNIT_CLOSED id');
  });

  it('merges several at once, one of them below another', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const admin = await scene.as('tenantAdministrator', units.district);
    expect(verdict(await admin.ask(mergeUnits, { input: { units: [units.grid.id, units.building.id], into: units.siblingGrid.id } }))).toBe('done');
    const paths = await scene.write((tx) => tx.em.find(OrgUnit, { id: { $in: [units.grid.uuid, units.building.uuid] } }, { orderBy: { depth: 'asc' } }));
    expect(paths.map(({ mergedInto, closedOn }) => [mergedInto?.id, closedOn])).toEqual([[units.siblingGrid.uuid, '2026-05-19'], [units.siblingGrid.uuid, '2026-05-19']]);
  });

  it('splits a unit: the new one stands beside it and takes what is named', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const worker = await scene.as('gridWorker', units.grid);
    await wishAt(worker, units.building);
    const secretary = await scene.as('communitySecretary', units.community);
    const input = { id: units.grid.id, name: '某社区第三网格', code: 'Q-01-01-G3', children: [units.building.id] };
    expect(verdict(await worker.ask(splitUnit, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(splitUnit, { input: { ...input, code: 'Q-01-01-G2' } }))).toBe('UNIT_CODE_TAKEN code');
    expect(verdict(await secretary.ask(splitUnit, { input: { ...input, name: ' ' } }))).toBe('REQUIRED name');
    expect(verdict(await secretary.ask(splitUnit, { input: { ...input, children: [units.siblingGrid.id] } }))).toBe('UNIT_NOT_BELOW children');
    const { data } = await secretary.ask(splitUnit, { input });
    const fresh: string = Object(data).splitOrgUnit.reorganisation.target.id;
    await follow(scene);
    expect(Object(await secretary.do('query ($id: ID!) { orgUnit(id: $id) { code depth parent { id } children { nodes { id } } opensOn } }', { id: fresh })).orgUnit).toEqual({
      code: 'Q-01-01-G3', depth: 4, parent: { id: units.community.id }, children: { nodes: [{ id: units.building.id }] }, opensOn: '2026-05-19',
    });
    const [row] = await rowsAt(scene, units.building);
    expect(row?.org_path.split('.')).toHaveLength(5);
    expect(toTypeId('unit', row?.org_path.split('.')[3]?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') ?? '')).toBe(fresh);
  });

  it('waits for its day in the tenant’s zone, can be called off until then, and happens once', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const { clock } = world.server;
    const now = clock.now();
    const secretary = await scene.as('communitySecretary', units.community);
    const close = async (id: string, on?: string) => secretary.ask(closeUnit, { input: { id, on } });
    expect(verdict(await close(units.grid.id))).toBe('UNIT_HAS_UNITS id');
    const planned = Object((await close(units.siblingGrid.id, '2026-05-21')).data).closeOrgUnit;
    expect(planned).toMatchObject({ reorganisation: { state: 'PLANNED', effectiveOn: '2026-05-21', isCancelable: true }, orgUnit: { isClosed: false } });
    expect(verdict(await close(units.siblingGrid.id))).toBe('REORGANISATION_PLANNED id');

    const input = { id: planned.reorganisation.id };
    expect(verdict(await scene.anonymous.ask(cancel, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('gridWorker', units.siblingGrid)).ask(cancel, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(cancel, { input }))).toBe('done');
    expect(verdict(await secretary.ask(cancel, { input }))).toMatch(/^(?!done)/);

    const again = Object((await close(units.siblingGrid.id, '2026-05-21')).data).closeOrgUnit.reorganisation.id;
    const uuid = await scene.write(async (tx) => Object(await tx.em.execute(`select id from reorganisation where state = 'PLANNED'`))[0].id);
    const [job] = await scene.write((tx) => tx.em.execute<{ run_at: Date }[]>(`select run_at from graphile_worker.jobs where key = ?`, [`${scene.tenant.id}:reorganisation.carryOut ${uuid}`]));
    expect(new Date(job?.run_at ?? 0).toISOString()).toBe('2026-05-20T16:00:00.000Z');
    const stateOf = async () => Object(await secretary.do('query ($id: ID!) { reorganisation(id: $id) { state orgUnit { closedOn } } }', { id: again })).reorganisation;
    clock.set(new Date('2026-05-20T15:59:00.000Z'));
    await scene.write((tx) => carryOutOnItsDay(tx, uuid));
    expect(await stateOf()).toEqual({ state: 'PLANNED', orgUnit: { closedOn: null } });
    clock.set(new Date('2026-05-20T16:00:01.000Z'));
    await Promise.all([1, 2, 3].map(() => scene.write((tx) => carryOutOnItsDay(tx, uuid))));
    await follow(scene);
    expect(await stateOf()).toEqual({ state: 'DONE', orgUnit: { closedOn: '2026-05-21' } });
    const events = await scene.write((tx) => tx.em.execute(`select id from event where name = 'orgUnit.closed'`));
    expect(events).toHaveLength(1);
    clock.set(now);
  });

  it('keeps why a plan could not be carried out on its day', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const { clock } = world.server;
    const now = clock.now();
    const admin = await scene.as('tenantAdministrator', units.district);
    const later = Object((await admin.ask(moveUnit, { input: { id: units.grid.id, to: units.siblingCommunity.id, on: '2026-05-22' } })).data).moveOrgUnit.reorganisation.id;
    await admin.do(closeUnit, { input: { id: units.siblingCommunity.id } });
    await follow(scene);
    const uuid = await scene.write(async (tx) => Object(await tx.em.execute(`select id from reorganisation where state = 'PLANNED'`))[0].id);
    clock.set(new Date('2026-05-22T01:00:00.000Z'));
    await scene.write((tx) => carryOutOnItsDay(tx, uuid));
    expect(Object(await admin.do('query ($id: ID!) { reorganisation(id: $id) { state failure { zh } } }', { id: later })).reorganisation).toEqual({ state: 'FAILED', failure: { zh: '这个组织已经撤销。' } });
    clock.set(now);
  });

  it('is told to staff of the unit alone', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const admin = await scene.as('tenantAdministrator', units.district);
    await admin.do(moveUnit, { input: { id: units.grid.id, to: units.siblingCommunity.id } });
    const count = async (caller: Caller) => Object(await caller.do('{ reorganisations { totalCount } }')).reorganisations.totalCount;
    await follow(scene);
    expect(await count(await scene.as('communitySecretary', units.siblingCommunity))).toBe(1);
    for (const caller of [scene.anonymous, await scene.as('resident', units.grid), await scene.as('communitySecretary', units.community), await other.as('tenantAdministrator', other.units.district)]) expect(await count(caller)).toBe(0);
  });
});
